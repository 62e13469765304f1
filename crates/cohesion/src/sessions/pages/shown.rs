//! What the pages of a session show, read in one unit of work.

use jiff::tz::TimeZone;
use maud::Markup;

use super::super::{FollowUp, Mark, Outreach, attendance_in, follow_ups, outreach_after};
use crate::access::{Deed, Grant, Standing};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Group, LeaderRole, Seat, SeatState, Session};
use crate::id::{PersonId, SessionId};
use crate::web::View;
use crate::work::Work;
use crate::{Result, identity, practice, say};

/// What those who lead a session see of it.
pub(super) struct Shown {
    pub group: Group,
    pub session: Session,
    /// Sessions in the whole series.
    pub count: usize,
    /// Those who lead, by name.
    pub leaders: Vec<Option<String>>,
    /// Everyone who is expected, and whoever is marked; empty where the charter keeps no attendance by person.
    pub roll: Vec<Attendee>,
    pub keeps_attendance: bool,
    /// When the last mark was made.
    pub kept_at: Option<Timestamp>,
    pub follow_ups: Vec<FollowUp>,
    pub outreach: Vec<Outreach>,
    /// Members who must be there for it to be held, as the practice has it.
    pub needed: usize,
    /// Whether the actor may open it, mark who came, and close it.
    pub may_hold: bool,
    /// What the actor reads and writes when it is over.
    pub afterwards: Afterwards,
    /// Whether the actor may change the group's dates.
    pub may_plan: bool,
    /// How the actor stands to the group.
    pub standing: Standing,
    /// What later subjects show of it; nothing where a form is shown again.
    pub more: Vec<Markup>,
}

/// What is written after a session, as far as it is the actor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Afterwards {
    /// A record, and a note for each member.
    Notes,
    /// A log without anybody's name.
    Log,
    /// Nothing that they may see.
    Nothing,
}

/// A member, and how they are marked.
pub(super) struct Attendee {
    pub person: PersonId,
    pub called: String,
    pub mark: Option<Mark>,
}

/// Reads all of it.
pub(super) async fn read(work: &mut Work<'_>, id: SessionId) -> Result<Shown> {
    let session = groups::session(work, id).await?;
    let attendance = attendance_in(work, session.group).await?;
    let of_this: Vec<_> = attendance.into_iter().filter(|kept| kept.session == id).collect();
    let kept_at = of_this.iter().map(|kept| kept.marked_at).max();
    let marks: Vec<Mark> = of_this.into_iter().map(|kept| kept.mark).collect();
    let grant = groups::may_see(work, session.group).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let standing = groups::standing(work, group.id).await?;
    let charter = group.charter;
    let allows = |capability| charter.allow(capability).is_ok();
    let keeps_attendance = allows(Capability::MemberAttendance);
    let roll = if keeps_attendance { roll(groups::seats(work, group.id).await?, marks) } else { Vec::new() };
    Ok(Shown {
        session,
        count: groups::sessions(work, group.id).await?.len(),
        leaders: leaders(work, &grant, &group).await?,
        roll,
        keeps_attendance,
        kept_at,
        follow_ups: follow_ups(work, group.id).await?,
        outreach: outreach_after(work, &session).await?,
        needed: usize::try_from(practice::settings(work).await?.members_to_run).unwrap_or(0),
        may_hold: standing.allows(Deed::HoldSession),
        afterwards: match () {
            () if allows(Capability::MemberNotes) && standing.allows(Deed::ReadNotes) => Afterwards::Notes,
            () if allows(Capability::MeetingLog) && standing.allows(Deed::KeepMeetingLog) => Afterwards::Log,
            () => Afterwards::Nothing,
        },
        may_plan: standing.allows(Deed::PlanDates),
        standing,
        group,
        more: Vec::new(),
    })
}

/// Those who lead the group, by name where it can still be read. A supervisor stays in the background.
pub(super) async fn leaders(work: &mut Work<'_>, grant: &Grant, group: &Group) -> Result<Vec<Option<String>>> {
    let mut names = Vec::new();
    for leader in groups::leaders(work, group.id).await?.into_iter().filter(|one| one.role != LeaderRole::Supervisor) {
        let about = work.about(grant, leader.person);
        names.push(identity::still_called(work, &about, leader.person).await?);
    }
    Ok(names)
}

/// Several people in a line.
pub(super) fn all_called(view: &View, names: &[Option<String>]) -> String {
    let called =
        |name: &Option<String>| name.clone().unwrap_or_else(|| say!(view.words, "sessions-somebody").to_string());
    names.iter().map(called).collect::<Vec<_>>().join(", ")
}

/// The same view on the group's own clock.
pub(super) fn at_the_group(view: &View, group: &Group) -> View {
    View { zone: TimeZone::get(&group.zone).unwrap_or(TimeZone::UTC), ..view.clone() }
}

fn roll(seats: Vec<Seat>, mut marks: Vec<Mark>) -> Vec<Attendee> {
    let mut roll = Vec::new();
    for seat in seats {
        let at = marks.iter().position(|mark| mark.person == seat.person);
        let mark = at.map(|at| marks.swap_remove(at));
        if mark.is_some() || seat.state == SeatState::Active {
            roll.push(Attendee { person: seat.person, called: seat.called, mark });
        }
    }
    roll
}
