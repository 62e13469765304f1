//! What safety needs before the first member: somebody to talk to outside, and somebody on duty here.

use super::{LinesCheck, check_of, crisis_lines, duty};
use crate::Result;
use crate::practice::{Before, Step, StepState};
use crate::work::Work;

/// How far the crisis lines are.
pub(crate) async fn lines_step(work: &mut Work<'_>) -> Result<Step> {
    let (state, text) = match check_of(&crisis_lines(work).await?, work.now()) {
        LinesCheck::Fine => (StepState::Done, "safety-step-lines-done"),
        LinesCheck::Stale(_) => (StepState::Open, "safety-step-lines-stale"),
        LinesCheck::Empty => (StepState::Stop, "safety-step-lines-empty"),
    };
    let href = Some("/admin/crisis-lines");
    Ok(Step { before: Before::Member, state, name: "safety-step-lines", text, href })
}

/// Whether somebody is on duty for the practice.
pub(crate) async fn duty_step(work: &mut Work<'_>) -> Result<Step> {
    let (state, text) = match duty(work, None).await? {
        Some(_) => (StepState::Done, "safety-step-duty-done"),
        None => (StepState::Open, "safety-step-duty-open"),
    };
    let href = Some("/care/duty/practice");
    Ok(Step { before: Before::Member, state, name: "safety-step-duty", text, href })
}
