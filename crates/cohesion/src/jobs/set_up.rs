//! Whether what happens by itself happens: one line in the list of what is still to set up.

use super::overview;
use crate::Result;
use crate::practice::{Before, Step, StepState};
use crate::work::Work;

/// How the jobs stand.
pub(crate) async fn jobs_step(work: &mut Work<'_>) -> Result<Step> {
    let overview = overview(work).await?;
    let (state, text) = match (overview.aside.is_empty(), overview.late) {
        (true, 0) => (StepState::Done, "jobs-step-well"),
        (true, _) => (StepState::Open, "jobs-step-late"),
        (false, _) => (StepState::Open, "jobs-step-aside"),
    };
    let href = Some("/admin/jobs");
    Ok(Step { before: Before::Session, state, name: "jobs-step", text, href })
}
