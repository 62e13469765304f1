//! What may be asked about jobs.

use crate::Result;
use crate::access::{About, Deed, Grant};
use crate::id::JobId;
use crate::practice;
use crate::work::Work;

/// May the actor see how the jobs stand?
pub(super) async fn may_see(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::SeeJobs, standing, About::NOTHING)
}

/// May the actor decide about a job that was set aside?
pub(super) async fn may_decide(work: &mut Work<'_>, job: JobId) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::DecideAboutJob, standing, About::thing(job.0))
}
