//! What is done ahead of a session, by jobs: its questionnaires open, and a neutral mail tells of the date and its change.

use super::{ASK_AFTER, Presence, deeds, store};
use crate::assessments::{self, DISTRIBUTE, OPENS_BEFORE};
use crate::clock::Span;
use crate::groups::{self, SeatState, Session, SessionState};
use crate::id::{Bytes, GroupId, PersonId, SessionId};
use crate::notices::{Envelope, post};
use crate::web::{Said, Words};
use crate::work::{Job, Work};
use crate::{Error, Result, identity, say};

/// The job that reminds of a session, about it; its round is the hour that the reminder tells.
pub(crate) const REMIND: &str = "sessions.remind";

/// How long before a session its members are reminded.
const REMINDS_BEFORE: Span = Span::hours(24);

/// Queues what is due ahead of each session to come, and lets what was asked before follow it to its hour. Where the time
/// for it has come already, as for a new member on the day before, questionnaires open at once.
pub(crate) async fn get_ready(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let now = work.now();
    let planned = groups::sessions(work, GroupId(about)).await?.into_iter();
    for session in planned.filter(|session| session.state == SessionState::Planned && session.starts_at > now) {
        assessments::follow(work, &session).await?;
        let opens_at = session.starts_at - OPENS_BEFORE;
        let round = if opens_at > now { opens_at.0 } else { round };
        work.enqueue(Job::once(DISTRIBUTE, session.id.0, opens_at.max(now)).in_round(round));
        work.enqueue(Job::once(ASK_AFTER, session.id.0, session.ends_at).in_round(session.ends_at.0));
        let remind_at = session.starts_at - REMINDS_BEFORE;
        if remind_at > now {
            work.enqueue(Job::once(REMIND, session.id.0, remind_at).in_round(session.starts_at.0));
        }
    }
    Ok(())
}

/// Reminds everyone who has not said that they cannot come. A session that was moved or called off since is not told of.
pub(crate) async fn remind(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    if session.state != SessionState::Planned || session.starts_at.0 != round || !lies_ahead(work, &session).await? {
        return Ok(());
    }
    let zone = groups::zone_of(work, session.group).await?;
    let starts = groups::civil(session.starts_at, &zone)?;
    let text = |words: Words, _: &str| {
        say!(words, "sessions-mail-reminder", day = words.day(starts.date()), time = words.time(starts.time()))
    };
    let grant = deeds::may_hold(work, &session).await?;
    let marks = store::marks_in(work, &grant, session.group).await?;
    let is_away = |person| {
        let mut words = marks.iter().filter(|mark| mark.session == session.id && mark.person == person);
        words.any(|mark| mark.presence == Presence::AbsentTold)
    };
    for person in members(work, &session).await?.into_iter().filter(|person| !is_away(*person)) {
        write_to(work, person, text).await?;
    }
    Ok(())
}

/// Tells every member that a date of theirs was moved or called off, also where the group has ended with it.
pub(crate) async fn tell_of_change(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    let is_off = session.state == SessionState::Cancelled && work.now() < session.starts_at;
    if !is_off && !lies_ahead(work, &session).await? {
        return Ok(());
    }
    for person in members(work, &session).await? {
        write_to(work, person, |words, _| say!(words, "sessions-mail-change")).await?;
    }
    Ok(())
}

async fn lies_ahead(work: &mut Work<'_>, session: &Session) -> Result<bool> {
    Ok(work.now() < session.starts_at && !groups::state_of(work, session.group).await?.is_over())
}

async fn members(work: &mut Work<'_>, session: &Session) -> Result<Vec<PersonId>> {
    let seats = groups::living_seats(work, session.group).await?.into_iter();
    Ok(seats.filter(|(_, state)| *state == SeatState::Active).map(|(person, _)| person).collect())
}

/// Writes to one person who wants such mail and has an address.
async fn write_to(work: &mut Work<'_>, person: PersonId, text: impl FnOnce(Words, &str) -> Said) -> Result<()> {
    let grant = deeds::may_mail(work, person)?;
    if store::has_declined_mail(work, &grant, person).await? {
        return Ok(());
    }
    let to = match identity::profile(work, &grant, person).await {
        Ok(profile) if !profile.email.is_empty() => profile.email,
        Ok(_) | Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    post(work, &grant, person, Envelope { to: &to, path: "/me" }, text).await?;
    Ok(())
}
