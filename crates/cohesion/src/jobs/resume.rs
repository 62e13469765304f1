//! A person decides about a job that was set aside: it is tried anew, or it is let go.

use super::{deeds, store};
use crate::hub::Change;
use crate::id::JobId;
use crate::limits::JOBS_KEPT;
use crate::work::Work;
use crate::{Error, Result};

/// Lets a job that was set aside be tried anew, from now on and with all its tries. A second asking finds none.
pub async fn retry(work: &mut Work<'_>, id: JobId) -> Result<()> {
    let grant = deeds::may_decide(work, id).await?;
    work.announce(Change::JobDue);
    found(store::retry(work, &grant, id).await?)
}

/// Lets go of a job that was set aside: what it was for is no longer wanted, or was done by hand.
pub async fn let_go(work: &mut Work<'_>, id: JobId) -> Result<()> {
    let grant = deeds::may_decide(work, id).await?;
    found(store::let_go(work, &grant, id).await?)
}

/// The day's chore that takes old, done jobs off the books.
pub(crate) const FORGET: &str = "jobs.forget";

/// Forgets jobs that were done or let go long ago.
pub(crate) async fn forget(work: &mut Work<'_>) -> Result<()> {
    store::forget(work, work.now() - JOBS_KEPT).await
}

fn found(changed: u64) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}
