//! Breakouts that are prepared before a session: who goes where, and for how long. Sealed, and gone when the session is closed.

use ::floor::hall::BREAKOUTS_MAX;
use serde::{Deserialize, Serialize};

use super::{deeds, store};
use crate::access::Grant;
use crate::groups::{self, Group, Seat, SeatState, Session, SessionState};
use crate::id::{PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// The shortest and the longest breakouts, in minutes.
pub(super) const MINUTES: [u32; 2] = [1, 60];

/// Who goes where, and for how long.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakouts {
    /// Minutes until everybody is together again.
    pub minutes: u32,
    /// Each member who goes to one, with its place from 0. Whoever is not named stays with those who lead.
    pub places: Vec<(PersonId, u8)>,
}

impl std::fmt::Debug for Breakouts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Breakouts([sealed])")
    }
}

impl Breakouts {
    /// The members of each breakout; places that nobody goes to are left out.
    pub fn rooms(&self) -> Vec<Vec<PersonId>> {
        let at = |place: usize| -> Vec<PersonId> {
            let here = self.places.iter().filter(|(_, other)| usize::from(*other) == place);
            here.map(|(person, _)| *person).collect()
        };
        (0..BREAKOUTS_MAX).map(at).filter(|room| !room.is_empty()).collect()
    }

    fn check(&self) -> Result<()> {
        let [shortest, longest] = MINUTES;
        if !(shortest..=longest).contains(&self.minutes) {
            return Err(Error::invalid("minutes", "fault-choose"));
        }
        let mut people: Vec<PersonId> = self.places.iter().map(|(person, _)| *person).collect();
        people.sort_unstable();
        people.dedup();
        let fits = self.places.iter().all(|(_, place)| usize::from(*place) < BREAKOUTS_MAX);
        if people.len() == self.places.len() && fits { Ok(()) } else { Err(Error::invalid("places", "fault-choose")) }
    }
}

/// What those who lead see while they prepare.
pub struct Preparing {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// Everybody who has a seat in it.
    pub seats: Vec<Seat>,
    /// What was prepared before.
    pub breakouts: Option<Breakouts>,
}

/// Reads it.
pub async fn breakouts(work: &mut Work<'_>, id: SessionId) -> Result<Preparing> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let mut seats = groups::seats(work, session.group).await?;
    seats.retain(|seat| seat.state != SeatState::Left && seat.until.is_none());
    let breakouts = breakouts_of(work, &grant, &session).await?;
    Ok(Preparing { session, group, seats, breakouts })
}

/// What was prepared for a session, for the room that opens it.
pub(super) async fn breakouts_of(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<Option<Breakouts>> {
    let Some(sealed) = store::find_breakouts(work, grant, session.id).await? else { return Ok(None) };
    work.open(grant, Scope::Group(session.group), cell(session.id), &sealed).await.map(Some)
}

/// Prepares them, in place of what was prepared before, until the session is over.
pub async fn prepare_breakouts(work: &mut Work<'_>, id: SessionId, breakouts: &Breakouts) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    if matches!(session.state, SessionState::Held | SessionState::Cancelled) {
        return Err(Error::Conflict("room-conflict-over"));
    }
    breakouts.check()?;
    for (person, _) in &breakouts.places {
        if !groups::is_seated(work, session.group, *person).await? {
            return Err(Error::invalid("places", "fault-choose"));
        }
    }
    let sealed = work.seal(Scope::Group(session.group), cell(session.id), breakouts).await?;
    store::save_breakouts(work, &grant, session.id, sealed).await
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("room_breakouts", "content", session.0)
}

#[cfg(test)]
mod rules {
    use super::*;

    fn breakouts(minutes: u32, places: &[(u8, u8)]) -> Breakouts {
        Breakouts { minutes, places: places.iter().map(|(person, place)| (PersonId([*person; 16]), *place)).collect() }
    }

    #[test]
    fn rooms_are_those_that_somebody_goes_to() {
        let people = |number: u8| PersonId([number; 16]);
        let prepared = breakouts(5, &[(1, 0), (2, 2), (3, 0)]);
        assert_eq!(prepared.rooms(), [vec![people(1), people(3)], vec![people(2)]]);
        assert!(breakouts(5, &[]).rooms().is_empty());
    }

    #[test]
    fn nobody_is_in_two_rooms_and_time_has_its_bounds() {
        assert_eq!(breakouts(5, &[(1, 0), (2, 1)]).check(), Ok(()));
        for odd in [breakouts(0, &[]), breakouts(61, &[])] {
            assert_eq!(odd.check(), Err(Error::invalid("minutes", "fault-choose")));
        }
        for odd in [breakouts(5, &[(1, 0), (1, 1)]), breakouts(5, &[(1, 16)])] {
            assert_eq!(odd.check(), Err(Error::invalid("places", "fault-choose")));
        }
    }
}
