//! The running view: all that those who lead a session look at while it goes on, each source read once.

use super::prepare::{kept, left_over, who_leads};
use super::{Agenda, deeds};
use crate::access::{Deed, Grant, Standing};
use crate::assessments::checked_in;
use crate::groups::{self, Capability, Group, Seat, SeatState, Session};
use crate::id::{PersonId, SessionId};
use crate::safety::{Concern, concerns_in};
use crate::sessions::{Attendance, Presence, attendance_at};
use crate::techniques::tasks_due;
use crate::work::Work;
use crate::{Result, identity};

/// What is on the running view.
pub struct Hour {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// The agenda; none where the session is over and none was kept.
    pub agenda: Option<Agenda>,
    /// Which version of it this is; 0 for one that is laid out and not kept yet.
    pub version: u32,
    /// How many blocks an earlier session left, while nothing is decided about them.
    pub left_over: usize,
    /// Those who can lead a block, by name where it can still be read.
    pub leaders: Vec<(PersonId, Option<String>)>,
    /// Everyone who is expected or marked, by name; empty where the charter keeps no attendance by person.
    pub attendees: Vec<Attendee>,
    /// Whether it keeps it.
    pub keeps_attendance: bool,
    /// Pieces of homework that are in, and of how many; none where none was due.
    pub homework: Option<(usize, usize)>,
    /// Open concerns about members: about whom, and who has taken them.
    pub concerns: Vec<(PersonId, Option<String>, Option<String>)>,
    /// Whether the actor can note something for themselves.
    pub may_jot: bool,
    /// How the actor stands to the group.
    pub standing: Standing,
}

/// A member on the running view.
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// The name in the group.
    pub called: String,
    /// How they are marked.
    pub presence: Option<Presence>,
    /// How many of the questionnaires before the session they have answered, and of how many.
    pub answered: Option<(u32, u32)>,
}

/// Reads it.
pub async fn hour(work: &mut Work<'_>, id: SessionId) -> Result<Hour> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_prepare(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let standing = groups::standing(work, group.id).await?;
    let keeps = |capability| group.charter.allow(capability).is_ok();
    let kept = kept(work, &grant, &group, &session).await?;
    let left_over = match &kept.agenda {
        Some(agenda) => left_over(work, &grant, &session, agenda).await?.len(),
        None => 0,
    };
    let keeps_attendance = keeps(Capability::MemberAttendance);
    let seats = groups::seats(work, group.id).await?;
    let homework = if keeps(Capability::HomeworkReview) && standing.allows(Deed::SeeHomework) {
        homework(work, &session).await?
    } else {
        None
    };
    Ok(Hour {
        concerns: concerns(work, &grant, &group, &seats).await?,
        attendees: if keeps_attendance { attendees(work, &session, &group, seats).await? } else { Vec::new() },
        leaders: who_leads(work, &grant, &group).await?,
        may_jot: keeps(Capability::ProcessNotes) && standing.allows(Deed::WriteNotes),
        session,
        group,
        agenda: kept.agenda,
        version: kept.version,
        left_over,
        keeps_attendance,
        homework,
        standing,
    })
}

async fn attendees(work: &mut Work<'_>, session: &Session, group: &Group, seats: Vec<Seat>) -> Result<Vec<Attendee>> {
    let marks = attendance_at(work, session).await?;
    let asked = match group.charter.allow(Capability::OutcomeMeasures) {
        Ok(()) => checked_in(work, session).await?,
        Err(_) => std::collections::BTreeMap::new(),
    };
    let mark_of = |person| marks.iter().find(|kept: &&Attendance| kept.mark.person == person);
    let mut attendees = Vec::new();
    for seat in seats {
        let mark = mark_of(seat.person);
        let is_listed = attendees.iter().any(|one: &Attendee| one.person == seat.person);
        if !is_listed && (mark.is_some() || seat.state == SeatState::Active) {
            attendees.push(Attendee {
                person: seat.person,
                called: seat.called,
                presence: mark.map(|kept| kept.mark.presence),
                answered: asked.get(&seat.person).copied(),
            });
        }
    }
    Ok(attendees)
}

async fn homework(work: &mut Work<'_>, session: &Session) -> Result<Option<(usize, usize)>> {
    let due = tasks_due(work, session).await?;
    let is_in = due.iter().filter(|task| task.state.is_over() || task.shows_sheet).count();
    Ok((!due.is_empty()).then_some((is_in, due.len())))
}

/// Where the open concerns are, and nothing of what they are about.
async fn concerns(
    work: &mut Work<'_>,
    grant: &Grant,
    group: &Group,
    seats: &[Seat],
) -> Result<Vec<(PersonId, Option<String>, Option<String>)>> {
    let mut named = Vec::new();
    for Concern { person, owner } in concerns_in(work, group.id).await? {
        let called = seats.iter().find(|seat| seat.person == person).map(|seat| seat.called.clone());
        let owner = match owner {
            Some(owner) => {
                let about = work.about(grant, owner);
                Some(identity::still_called(work, &about, owner).await?.unwrap_or_default())
            }
            None => None,
        };
        named.push((person, called, owner));
    }
    Ok(named)
}
