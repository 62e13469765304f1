//! The calendar: a series of sessions in the group's own civil time, and moving one of them or all that follow.

use ::jiff::civil::DateTime;
use ::jiff::tz::TimeZone;
use ::jiff::{Span, ToSpan};

use super::{Session, SessionState, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, SessionId};
use crate::limits;
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that follows from new dates or a new seat, about the group: `sessions` gets ready what is due ahead of each date.
pub const GET_READY: &str = "groups.get-ready";
/// The job that follows when a date that members knew is moved or called off, about the session.
pub const DATE_CHANGED: &str = "groups.date-changed";

/// A series of sessions at the same time of day.
#[derive(Clone, Copy, Debug)]
pub struct Series {
    /// The first session's date and time on the group's clock.
    pub first: DateTime,
    /// How long each one lasts.
    pub minutes: u32,
    /// How many there are.
    pub count: u32,
    /// Weeks from one to the next.
    pub every_weeks: u32,
}

/// What moves when a session moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// This session alone.
    ThisOne,
    /// This session and all planned ones after it, by the same number of days, to the same new time of day.
    ThisAndTheRest,
}

/// Plans a series behind the sessions that there are. The time of day stays the same over a change of the clocks.
pub async fn plan_series(work: &mut Work<'_>, group: GroupId, series: Series) -> Result<Vec<Session>> {
    let grant = deeds::may_plan_dates(work, group).await?;
    let zone = zone_of(work, group).await?;
    let planned = store::sessions_of(work, group).await?;
    let last = planned.last().map_or(0, |session| session.number);
    if last + series.count > limits::SERIES_SESSIONS_MAX {
        return Err(Error::invalid("count", "groups-fault-series"));
    }
    let mut sessions = Vec::new();
    for index in 0..series.count {
        let weeks = i64::from(index) * i64::from(series.every_weeks);
        let (starts_at, ends_at) = span_of(add(series.first, weeks.weeks())?, series.minutes, &zone)?;
        let (id, number) = (SessionId::random()?, last + index + 1);
        sessions.push(Session { id, group, number, starts_at, ends_at, state: SessionState::Planned });
    }
    for session in &sessions {
        store::insert_session(work, &grant, session).await?;
    }
    work.enqueue(Job::anew(GET_READY, group.0, work.now())?);
    work.announce(Change::Group(group));
    Ok(sessions)
}

/// Moves a session to a time to come, alone or with the rest of the series. Ids stay, so attendance and answers do too.
pub async fn move_session(work: &mut Work<'_>, id: SessionId, to: DateTime, which: Move) -> Result<()> {
    let moved = store::find_session(work, id).await?;
    let grant = deeds::may_plan_dates(work, moved.group).await?;
    let zone = zone_of(work, moved.group).await?;
    let days = to.date() - civil(moved.starts_at, &zone)?.date();
    for session in store::sessions_of(work, moved.group).await? {
        let follows = which == Move::ThisAndTheRest && session.number > moved.number;
        if session.state != SessionState::Planned || !(session.id == id || follows) {
            continue;
        }
        let date = civil(session.starts_at, &zone)?.date();
        let start = date.checked_add(days).map_err(|_| out_of_range())?.to_datetime(to.time());
        let (starts_at, ends_at) = span_of(start, session.minutes(), &zone)?;
        if starts_at <= work.now() {
            return Err(Error::invalid("date", "groups-fault-past"));
        }
        store::save_time(work, &grant, session.id, starts_at, ends_at).await?;
    }
    work.enqueue(Job::anew(GET_READY, moved.group.0, work.now())?);
    work.enqueue(Job::anew(DATE_CHANGED, id.0, work.now())?);
    work.announce(Change::Group(moved.group));
    Ok(())
}

/// Calls off a session that has not begun.
pub async fn cancel_session(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = store::find_session(work, id).await?;
    let grant = deeds::may_plan_dates(work, session.group).await?;
    if session.state != SessionState::Planned {
        return Err(Error::Conflict("groups-conflict-session-begun"));
    }
    store::save_session_state(work, &grant, id, SessionState::Cancelled).await?;
    work.enqueue(Job::anew(DATE_CHANGED, id.0, work.now())?);
    work.announce(Change::Group(session.group));
    Ok(())
}

/// Calls off all that is still ahead, for a group that meets no more. Members are told of the next date, and not of each.
pub(super) async fn call_off_the_rest(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<()> {
    let now = work.now();
    let mut ahead = store::sessions_of(work, group).await?;
    ahead.retain(|session| session.state == SessionState::Planned && session.ends_at > now);
    for session in &ahead {
        store::save_session_state(work, grant, session.id, SessionState::Cancelled).await?;
    }
    let next = ahead.iter().filter(|session| session.starts_at > now).min_by_key(|session| session.starts_at);
    if let Some(next) = next {
        work.enqueue(Job::anew(DATE_CHANGED, next.id.0, now)?);
    }
    if !ahead.is_empty() {
        work.announce(Change::Group(group));
    }
    Ok(())
}

/// The zone of a group's clock, which is no secret to anyone who knows of the group.
pub async fn zone_of(work: &mut Work<'_>, group: GroupId) -> Result<TimeZone> {
    let kept = store::find_group(work, group).await?;
    TimeZone::get(&kept.zone).map_err(|cause| Error::bug(cause.to_string()))
}

fn span_of(start: DateTime, minutes: u32, zone: &TimeZone) -> Result<(Timestamp, Timestamp)> {
    let starts_at = zone.to_timestamp(start).map_err(|_| out_of_range())?.as_millisecond();
    Ok((Timestamp(starts_at), Timestamp(starts_at + i64::from(minutes) * 60_000)))
}

/// A moment as a clock in `zone` shows it.
pub fn civil(at: Timestamp, zone: &TimeZone) -> Result<DateTime> {
    let at = ::jiff::Timestamp::from_millisecond(at.0).map_err(|_| out_of_range())?;
    Ok(zone.to_datetime(at))
}

fn add(date: DateTime, span: Span) -> Result<DateTime> {
    date.checked_add(span).map_err(|_| out_of_range())
}

fn out_of_range() -> Error {
    Error::invalid("date", "groups-fault-date")
}
