//! The receiver listens, thanks, or would like to talk about it in the group.

use super::{Answer, AppreciationId, deeds, store};
use crate::Result;
use crate::hub::Change;
use crate::work::Work;

/// Answers a word; another answer takes the place of the one before.
pub async fn answer(work: &mut Work<'_>, id: AppreciationId, answer: Answer) -> Result<()> {
    let row = store::find(work, id).await?;
    let grant = deeds::may_answer(work, &row).await?;
    store::save_answer(work, &grant, id, answer).await?;
    work.announce(Change::Group(row.group));
    work.announce(Change::Person(row.giver));
    Ok(())
}
