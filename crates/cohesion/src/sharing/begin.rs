//! A thread is opened, and closed before its time.

use super::store::{self, ThreadRow};
use super::thread::{cell, scope};
use super::{ERASE, Side, ThreadId, deeds};
use crate::clock::{Span, Timestamp};
use crate::groups::{self, Capability, Charter, Rule};
use crate::hub::Change;
use crate::id::GroupId;
use crate::limits::{THREAD_OPEN_FOR_MAX, TITLE_CHARS_MAX};
use crate::work::{Job, Work};
use crate::{Error, Fault, Result};

/// A thread to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What it is about.
    pub title: String,
    /// From when one can write there.
    pub opens_at: Timestamp,
    /// Until when; nothing where no end is set.
    pub closes_at: Option<Timestamp>,
}

/// Opens a thread. Its key is its own, and the day on which both are erased is fixed now: nothing in it is kept longer than
/// the charter allows.
pub async fn begin(work: &mut Work<'_>, group: GroupId, side: Side, opening: &Opening) -> Result<ThreadId> {
    let coming = deeds::may_begin(work, group, side).await?;
    let (charter, state) = (groups::charter_of(work, group).await?, groups::state_of(work, group).await?);
    if state.is_over() {
        return Err(Error::Conflict("sharing-conflict-over"));
    }
    if side == Side::Member && !store::find_space(work, group).await?.is_open {
        return Err(Error::Conflict("sharing-conflict-closed"));
    }
    check(&charter, opening, work.now())?;
    let (id, title) = (ThreadId::random()?, opening.title.trim());
    let words = work.seal(scope(id), cell(id), title).await?;
    let expires_at = opening.opens_at.max(work.now()) + Span::days(charter.retention().posts_days.into());
    let Opening { opens_at, closes_at, .. } = *opening;
    let row = ThreadRow { id, group, words, opens_at, closes_at, expires_at, posted_at: work.now() };
    store::insert_thread(work, &coming.grant, coming.person, &row).await?;
    work.enqueue(Job::once(ERASE, id.0, expires_at));
    work.announce(Change::Thread(group));
    Ok(id)
}

fn check(charter: &Charter, opening: &Opening, now: Timestamp) -> Result<()> {
    let mut faults = Vec::new();
    match opening.title.trim().chars().count() {
        0 => faults.push(Fault::new("title", "fault-empty")),
        length if length > TITLE_CHARS_MAX => faults.push(Fault::new("title", "fault-long")),
        _ => {}
    }
    match opening.closes_at {
        None if charter.rule(Capability::ThreadHours) == Rule::Required => {
            faults.push(Fault::new("until", "sharing-fault-hours"));
        }
        Some(closes_at) if closes_at <= opening.opens_at.max(now) => {
            faults.push(Fault::new("until", "sharing-fault-until"));
        }
        Some(closes_at) if closes_at - opening.opens_at > THREAD_OPEN_FOR_MAX => {
            faults.push(Fault::new("until", "sharing-fault-until-late"));
        }
        _ => {}
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// Closes a thread now: what stands there stays until it is erased.
pub async fn close(work: &mut Work<'_>, id: ThreadId) -> Result<()> {
    let row = store::find_thread(work, id).await?;
    let coming = deeds::may_write(work, &row, Side::Leading).await?;
    let now = work.now();
    if row.closes_at.is_some_and(|closes_at| closes_at <= now) {
        return Err(Error::Conflict("sharing-conflict-closed"));
    }
    store::set_closing(work, &coming.grant, id, now).await?;
    work.announce(Change::Thread(row.group));
    Ok(())
}
