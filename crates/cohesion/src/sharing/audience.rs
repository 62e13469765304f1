//! Whoever wrote a post says to whom it is shown, and can take it back.

use super::store::{self, MatterRow};
use super::{Audience, Cause, PostId, PostState, Stage, deeds, record};
use crate::hub::Change;
use crate::work::Work;
use crate::{Error, Result};

/// Shows one's own post to others than before, or under no name.
pub async fn show_to(work: &mut Work<'_>, id: PostId, audience: Audience) -> Result<()> {
    let post = store::find_post(work, id).await?;
    let grant = deeds::may_change_own(work, &post).await?;
    if !matches!(post.state, PostState::Waiting | PostState::Shown) {
        return Err(Error::Conflict("sharing-conflict-gone"));
    }
    store::save_audience(work, &grant, id, audience).await?;
    work.announce(Change::Thread(post.group));
    Ok(())
}

/// Takes back one's own post: its words are erased for everybody, and a gap is left. Where somebody has told of it, those who
/// moderate keep the words until they have decided.
pub async fn take_back(work: &mut Work<'_>, id: PostId) -> Result<()> {
    let post = store::find_post(work, id).await?;
    let grant = deeds::may_change_own(work, &post).await?;
    if post.state == PostState::TakenBack {
        return Err(Error::Conflict("sharing-conflict-gone"));
    }
    let matter = match post.matter {
        Some(matter) => Some(store::find_matter(work, matter).await?).filter(|matter| matter.stage != Stage::Closed),
        None => None,
    };
    store::save_post_state(work, &grant, id, PostState::TakenBack).await?;
    match matter {
        Some(matter) if matter.stage.is_open() && matter.cause != Cause::ReadFirst => {}
        Some(matter) => {
            // Nothing is left to decide.
            let kept = record::open(work, &grant, &matter).await?;
            record::keep(work, &grant, MatterRow { stage: Stage::Closed, ..matter }, &kept).await?;
            store::erase_words(work, &grant, id).await?;
        }
        None => store::erase_words(work, &grant, id).await?,
    }
    work.announce(Change::Thread(post.group));
    Ok(())
}
