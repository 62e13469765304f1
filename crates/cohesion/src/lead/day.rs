//! What a facilitator's day holds, over all groups that they facilitate.

use crate::access::{About, Deed, Standing};
use crate::breaches::{Waiting, waiting};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Charter, Group, Session, SessionState};
use crate::notes::{IncidentId, open_incidents};
use crate::notices::notices;
use crate::practice::{self, Credential, CredentialState, Qualification};
use crate::safety::{OpenAlerts, concerns_in, duty, open_alerts_shown};
use crate::work::Work;
use crate::{Error, Reason, Result};

/// One group of somebody who facilitates.
#[derive(Clone, Debug)]
pub struct Circle {
    /// The group.
    pub group: Group,
    /// The meeting that comes next.
    pub next: Option<Session>,
    /// The latest meeting that was held.
    pub last: Option<Session>,
    /// Meetings whose hour is over and that were neither closed nor called off.
    pub unclosed: Vec<Session>,
    /// How many concerns wait, here and now.
    pub concerns: usize,
    /// Those who take part, by the names they chose.
    pub people: Vec<String>,
}

/// What the day holds.
pub struct Day {
    /// The groups, the one that meets next first.
    pub circles: Vec<Circle>,
    /// What is missing before the actor may open a meeting.
    pub missing: Vec<Reason>,
    /// Trainings that end soon.
    pub ending: Vec<Credential>,
    /// The alerts that wait for the actor.
    pub alerts: OpenAlerts,
    /// Incidents at meetings that wait for somebody to close them.
    pub incidents: Vec<(IncidentId, Timestamp)>,
    /// Reports and cases about broken confidences that wait for the actor.
    pub breaches: Vec<Waiting>,
    /// Whether the actor reads or stands in on the practice's duty.
    pub is_on_duty: bool,
    /// How many notices are new.
    pub news: usize,
    /// Under which charters the actor can found a group.
    pub may_found: Vec<Charter>,
}

/// Reads it for the actor. Whoever does not work here has no such day.
pub async fn day(work: &mut Work<'_>) -> Result<Day> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    if !practice::works_here(work, person).await? {
        return Err(Error::NotFound);
    }
    let mut circles = Vec::new();
    for group in groups::groups_led_by(work).await? {
        if group.charter.allow(Capability::MeetingLog).is_ok() && !group.state.is_over() {
            circles.push(circle(work, group).await?);
        }
    }
    circles.sort_by_key(|circle| circle.next.as_ref().map_or(i64::MAX, |session| session.starts_at.0));
    let today = practice::today(work).await?;
    let missing =
        if circles.is_empty() { Vec::new() } else { groups::missing_to_facilitate(work, person, today).await? };
    let grant = work.ask(Deed::SeeOwnPapers, Standing::NONE, About::person(person))?;
    let mut ending = practice::credentials_of(work, &grant, person).await?;
    ending.retain(|paper| {
        matches!(paper.qualification, Qualification::Training { .. })
            && paper.state(today) == CredentialState::EndingSoon
    });
    Ok(Day {
        circles,
        missing,
        ending,
        alerts: open_alerts_shown(work).await?,
        incidents: open_incidents(work).await?,
        breaches: waiting(work).await?,
        is_on_duty: duty(work, None).await?.is_some_and(|duty| [duty.reader, duty.backup].contains(&person)),
        news: notices(work).await?.iter().filter(|notice| notice.read_at.is_none()).count(),
        may_found: groups::may_found_under(work).await?,
    })
}

async fn circle(work: &mut Work<'_>, group: Group) -> Result<Circle> {
    let (id, now) = (group.id, work.now());
    let sessions = groups::sessions(work, id).await?;
    let is_to_do = |session: &Session| matches!(session.state, SessionState::Planned | SessionState::Open);
    let next = sessions.iter().filter(|one| is_to_do(one) && one.ends_at > now).min_by_key(|one| one.starts_at);
    let last = sessions.iter().filter(|one| one.state == SessionState::Held).max_by_key(|one| one.starts_at);
    let unclosed = sessions.iter().filter(|one| is_to_do(one) && one.ends_at <= now).copied().collect();
    let seats = groups::seats(work, id).await?.into_iter();
    let people = seats.filter(|seat| seat.until.is_none()).map(|seat| seat.called).collect();
    let concerns = concerns_in(work, id).await?.len();
    Ok(Circle { next: next.copied(), last: last.copied(), unclosed, concerns, people, group })
}
