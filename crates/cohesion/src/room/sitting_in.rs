//! Whether whoever supervises a group sits in on its live sessions: each member says so for themselves, and only where all of
//! them have said yes does the door open (domain.md A8). Nobody is told who has not.

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Group, LeaderRole, SeatState, Session, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::limits::AGREED_SHOWN_MIN;
use crate::work::Work;
use crate::{Result, practice};

/// What a member says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Allows {
    /// A supervisor may listen.
    Yes,
    /// None may, as long as nobody has said otherwise.
    #[default]
    No,
}

/// What a member said, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub allows: Allows,
    /// When.
    pub said_at: Timestamp,
}

/// What a member is asked.
pub struct SittingIn {
    /// Their group.
    pub group: Group,
    /// Those who supervise it, by name.
    pub supervisors: Vec<String>,
    /// What they said, where they did since they have had their seat.
    pub answer: Option<Answer>,
}

/// What the members' answers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    agreed: usize,
    asked: usize,
}

impl Together {
    /// Of those who are asked, each with since when they have had their seat, and those who have said yes, each with when.
    fn of(asked: &[(PersonId, Timestamp)], yes: &[(PersonId, Timestamp)]) -> Self {
        let agrees = |(person, since): &&(PersonId, Timestamp)| {
            yes.iter().any(|(other, said_at)| other == person && said_at >= since)
        };
        Self { agreed: asked.iter().filter(agrees).count(), asked: asked.len() }
    }

    /// Whether all have agreed. Where there is nobody, nobody has.
    pub const fn is_everybody(self) -> bool {
        self.asked > 0 && self.agreed == self.asked
    }

    /// How many of how many have agreed; nothing where either side is so small that one could tell who is on it.
    pub const fn counts(self) -> Option<(usize, usize)> {
        let missing = self.asked - self.agreed;
        if self.agreed >= AGREED_SHOWN_MIN && missing >= AGREED_SHOWN_MIN {
            Some((self.agreed, self.asked))
        } else {
            None
        }
    }
}

/// A group that the actor supervises, and how it stands with sitting in.
pub struct Supervised {
    /// The group.
    pub group: Group,
    /// The session that is on, or comes next.
    pub session: Option<Session>,
    /// What its members say.
    pub together: Together,
}

/// What the actor is asked as a member of a group. There is no such question where nobody supervises.
pub async fn asked(work: &mut Work<'_>, id: GroupId) -> Result<SittingIn> {
    let (person, grant) = deeds::may_allow(work, id).await?;
    Ok(SittingIn {
        group: groups::group(work, &grant, id).await?,
        supervisors: supervisors_of(work, &grant, id).await?,
        answer: answer_of(work, &grant, id, person).await?,
    })
}

/// Says so, for oneself. Whoever sits in without everybody's yes is out at once.
pub async fn allow(work: &mut Work<'_>, id: GroupId, allows: Allows) -> Result<()> {
    let (person, grant) = deeds::may_allow(work, id).await?;
    store::save_allows(work, &grant, (id, person), allows).await?;
    work.announce(Change::Group(id));
    Ok(())
}

/// What the actor says as a member of a group, where they are asked; no is what holds until they say otherwise.
pub(super) async fn own_answer(work: &mut Work<'_>, id: GroupId) -> Result<Option<Allows>> {
    if !is_asked(work, id).await? {
        return Ok(None);
    }
    let (person, grant) = deeds::may_allow(work, id).await?;
    let answer = answer_of(work, &grant, id, person).await?;
    Ok(Some(answer.map(|answer| answer.allows).unwrap_or_default()))
}

/// Whether members of this group are asked: its charter knows sitting in, and somebody supervises.
async fn is_asked(work: &mut Work<'_>, id: GroupId) -> Result<bool> {
    let charter = groups::charter_of(work, id).await?;
    Ok(charter.allow(Capability::LiveObservation).is_ok() && is_supervised(work, id).await?)
}

/// Whether somebody supervises the group, and works here still.
pub(super) async fn is_supervised(work: &mut Work<'_>, group: GroupId) -> Result<bool> {
    for leader in groups::leaders(work, group).await? {
        if leader.role == LeaderRole::Supervisor && practice::works_here(work, leader.person).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the members say, for a session that is on or comes next. Whoever is away as agreed is asked once they come.
pub(super) async fn together(work: &mut Work<'_>, group: GroupId, session: Option<SessionId>) -> Result<Together> {
    let yes = store::allowed_in(work, group).await?;
    let come = match session {
        Some(session) => store::entered_at(work, session).await?,
        None => Vec::new(),
    };
    let seats = groups::living_since(work, group).await?.into_iter();
    let is_asked =
        |(person, state, _): &(PersonId, SeatState, Timestamp)| *state == SeatState::Active || come.contains(person);
    let asked: Vec<_> = seats.filter(is_asked).map(|(person, _, since)| (person, since)).collect();
    Ok(Together::of(&asked, &yes))
}

/// The same for those who lead; nothing where it is not asked.
pub async fn together_in(work: &mut Work<'_>, id: GroupId) -> Result<Option<Together>> {
    deeds::may_lead_group(work, id).await?;
    if !is_asked(work, id).await? {
        return Ok(None);
    }
    let session = nearest(work, id).await?.map(|session| session.id);
    together(work, id, session).await.map(Some)
}

/// The groups that the actor supervises, of those in which sitting in is possible at all.
pub async fn supervised(work: &mut Work<'_>) -> Result<Vec<Supervised>> {
    let mut supervised = Vec::new();
    for group in groups::groups_led_by(work).await? {
        if deeds::may_sit_in_with(work, &group).await? {
            let session = nearest(work, group.id).await?;
            let together = together(work, group.id, session.map(|session| session.id)).await?;
            supervised.push(Supervised { group, session, together });
        }
    }
    Ok(supervised)
}

/// The session that is on, or comes next.
async fn nearest(work: &mut Work<'_>, group: GroupId) -> Result<Option<Session>> {
    let now = work.now();
    let mut sessions = groups::sessions(work, group).await?;
    sessions.retain(|session| match session.state {
        SessionState::Open => true,
        SessionState::Planned => session.ends_at > now,
        SessionState::Held | SessionState::Cancelled => false,
    });
    Ok(sessions.into_iter().min_by_key(|session| (session.state != SessionState::Open, session.starts_at)))
}

/// What somebody said since they have had their seat: whoever comes back to a group is asked anew.
async fn answer_of(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<Option<Answer>> {
    let kept = store::find_allows(work, grant, group, person).await?;
    let seats = groups::living_since(work, group).await?;
    let since = seats.into_iter().find(|(other, ..)| *other == person).map(|(_, _, since)| since);
    Ok(kept.filter(|answer| since.is_some_and(|since| answer.said_at >= since)))
}

async fn supervisors_of(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for (leader, called) in groups::named_leaders(work, grant, group).await? {
        if leader.role == LeaderRole::Supervisor && practice::works_here(work, leader.person).await? {
            names.push(called);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod rules {
    use super::*;

    const SINCE: Timestamp = Timestamp(1_000);

    fn people(count: u8, at: Timestamp) -> Vec<(PersonId, Timestamp)> {
        (0..count).map(|number| (PersonId([number; 16]), at)).collect()
    }

    #[test]
    fn everybody_is_everybody_and_a_yes_of_an_earlier_seat_is_none() {
        let asked = people(3, SINCE);
        assert!(Together::of(&asked, &people(3, SINCE)).is_everybody());
        assert!(Together::of(&asked, &people(9, Timestamp(2_000))).is_everybody());
        assert!(!Together::of(&asked, &people(2, SINCE)).is_everybody());
        assert!(!Together::of(&asked, &people(3, Timestamp(999))).is_everybody());
        assert!(!Together::of(&[], &people(3, SINCE)).is_everybody(), "nobody is no group");
    }

    #[test]
    fn how_many_is_said_only_where_neither_side_is_small() {
        let counts = |agreed, asked| Together::of(&people(asked, SINCE), &people(agreed, SINCE)).counts();
        for (agreed, asked) in [(7, 8), (5, 8), (3, 8), (0, 8), (8, 8), (3, 7), (4, 7)] {
            assert_eq!(counts(agreed, asked), None, "{agreed} of {asked}");
        }
        assert_eq!((counts(4, 8), counts(5, 9), counts(4, 30)), (Some((4, 8)), Some((5, 9)), Some((4, 30))));
    }
}
