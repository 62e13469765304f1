//! A word to somebody who wrote: sent once, taken back by sending it again. Nobody counts them.

use super::store;
use super::{PostId, PostState, Reaction, Side, deeds};
use crate::hub::Change;
use crate::work::Work;
use crate::{Error, Result};

/// Sends a word to a post of somebody else, or takes it back where it was sent already.
pub async fn react(work: &mut Work<'_>, id: PostId, reaction: Reaction) -> Result<()> {
    let post = store::find_post(work, id).await?;
    let (coming, _) = deeds::may_see_post(work, &post, Side::Member).await?;
    if post.state != PostState::Shown || post.author == coming.person {
        return Err(Error::Conflict("sharing-conflict-gone"));
    }
    let sent = store::reactions_between(work, &coming.grant, post.thread, (post.seq, post.seq)).await?;
    if sent.iter().any(|(_, person, kind)| *person == coming.person && *kind == reaction) {
        store::remove_reaction(work, &coming.grant, &post, coming.person, reaction).await?;
    } else {
        store::add_reaction(work, &coming.grant, &post, coming.person, reaction).await?;
    }
    work.announce(Change::Thread(post.group));
    Ok(())
}
