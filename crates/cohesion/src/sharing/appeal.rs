//! Whoever wrote what was taken out asks once for another look, and somebody else decides.

use super::store::{self, MatterRow};
use super::{PostId, PostState, Stage, deeds, record, team};
use crate::hub::Change;
use crate::limits::{MATTER_WITHIN, REMARK_CHARS_MAX};
use crate::work::Work;
use crate::{Error, Result};

/// Asks for another look at one's own post, with a word for whoever decides.
pub async fn appeal(work: &mut Work<'_>, id: PostId, words: &str) -> Result<()> {
    let post = store::find_post(work, id).await?;
    let grant = deeds::may_change_own(work, &post).await?;
    match words.trim().chars().count() {
        0 => return Err(Error::invalid("words", "fault-empty")),
        length if length > REMARK_CHARS_MAX => return Err(Error::invalid("words", "fault-long")),
        _ => {}
    }
    let matter = match post.matter.filter(|_| post.state == PostState::TakenOut) {
        Some(matter) => store::find_matter(work, matter).await?,
        None => return Err(Error::Conflict("sharing-conflict-appeal")),
    };
    if matter.stage != Stage::TakenOut {
        return Err(Error::Conflict("sharing-conflict-appeal"));
    }
    let mut kept = record::open(work, &grant, &matter).await?;
    kept.appeal = Some(words.trim().to_owned());
    let first = matter.decided_by;
    let row = MatterRow { stage: Stage::Appealed, due_at: work.now() + MATTER_WITHIN, ..matter };
    let row = record::keep(work, &grant, row, &kept).await?;
    record::watch(work, &row);
    team::tell(work, &row, first).await?;
    work.announce(Change::Thread(post.group));
    Ok(())
}
