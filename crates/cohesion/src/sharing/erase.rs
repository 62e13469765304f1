//! A thread's time is over: its rows go, and its key with them, so that no backup shows what stood there once the key is gone.

use super::store;
use super::thread::scope;
use super::{ThreadId, deeds};
use crate::hub::Change;
use crate::id::Bytes;
use crate::limits::ERASE_AGAIN_AFTER;
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that erases a thread, about the thread.
pub(crate) const ERASE: &str = "sharing.erase";

/// Erases a thread with all that stands in it. While something in it has not been decided it waits, a day at a time.
pub(crate) async fn erase(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let id = ThreadId(about);
    let row = match store::find_thread(work, id).await {
        Ok(row) => row,
        Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let (grant, now) = (deeds::may_erase(work, &row)?, work.now());
    if now < row.expires_at {
        return Ok(());
    }
    if store::has_open_matters(work, &grant, id).await? {
        work.enqueue(Job::once(ERASE, about, now + ERASE_AGAIN_AFTER).in_round(now.0));
        return Ok(());
    }
    work.shred(&grant, scope(id)).await?;
    store::delete_matters(work, &grant, id).await?;
    store::delete_posts(work, &grant, id).await?;
    store::delete_thread(work, &grant, id).await?;
    work.announce(Change::Thread(row.group));
    Ok(())
}
