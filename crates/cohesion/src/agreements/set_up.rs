//! Whether the practice has made the texts that people agree to its own: one line in the list of what is to set up.

use super::{Agreement, in_force};
use crate::Result;
use crate::practice::{Before, Step, StepState};
use crate::work::Work;

/// How far the texts are. The drafts can be signed as they are, so nothing waits for them.
pub(crate) async fn texts_step(work: &mut Work<'_>) -> Result<Step> {
    let mut own = 0;
    for agreement in Agreement::ALL {
        own += usize::from(in_force(work, agreement).await?.number > 1);
    }
    let (state, text) = match own {
        0 => (StepState::Open, "agreements-step-drafts"),
        _ => (StepState::Done, "agreements-step-own"),
    };
    let href = Some("/admin/agreements");
    Ok(Step { before: Before::Member, state, name: "agreements-step", text, href })
}
