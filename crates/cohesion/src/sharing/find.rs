//! Looking for words in one thread. What is sealed can be searched only once it is open, so a search looks through so many posts,
//! says what it found, and asks whether to go further back.

use super::deeds;
use super::post::Sight;
use super::read::{body_of, open_all, sight_of};
use super::store::{self, PostRow};
use super::{Post, PostId, Side, Thread, ThreadId, thread};
use crate::groups::{self, Group};
use crate::limits::{POSTS_ON_A_PAGE, POSTS_SEARCHED_MAX, TITLE_CHARS_MAX};
use crate::safety::Folded;
use crate::work::Work;
use crate::{Error, Legible, Result};

/// What was found, the oldest first.
pub struct Found {
    /// The thread.
    pub thread: Thread,
    /// The group.
    pub group: Group,
    /// The posts that hold the words, as this reader sees them.
    pub posts: Legible<Post>,
    /// The post before which the search can go on.
    pub further: Option<PostId>,
}

/// Looks for words in what the actor may read of a thread, from the newest post back, or from before `from`.
pub async fn find(work: &mut Work<'_>, id: ThreadId, side: Side, words: &str, from: Option<PostId>) -> Result<Found> {
    let row = store::find_thread(work, id).await?;
    let coming = deeds::may_read(work, &row, side).await?;
    let sought = Folded::of(words);
    if !(2..=TITLE_CHARS_MAX).contains(&words.trim().chars().count()) || sought.is_empty() {
        return Err(Error::invalid("find", "sharing-fault-find"));
    }
    let before = match from {
        Some(post) => store::find_post(work, post).await.map(|post| (post.thread, post.seq))?,
        None => (id, i64::MAX),
    };
    if before.0 != id {
        return Err(Error::NotFound);
    }
    let rows = store::posts_before(work, &coming.grant, id, before.1, POSTS_SEARCHED_MAX).await?;
    let (mut hits, mut last): (Vec<PostRow>, Option<PostId>) = (Vec::new(), None);
    let looked = rows.len();
    for row in rows {
        if hits.len() == POSTS_ON_A_PAGE as usize {
            break;
        }
        last = Some(row.id);
        if holds(work, &coming, &row, &sought).await? {
            hits.push(row);
        }
    }
    hits.reverse();
    let is_cut = looked == POSTS_SEARCHED_MAX as usize || hits.len() == POSTS_ON_A_PAGE as usize;
    let posts = open_all(work, &coming, hits).await?;
    let grant = groups::may_see(work, row.group).await?;
    let group = groups::group(work, &grant, row.group).await?;
    let thread = thread::open(work, &coming.grant, row).await?;
    Ok(Found { thread, group, posts, further: last.filter(|_| is_cut) })
}

/// Whether what the reader sees of a post holds the words. One that is damaged holds none; the thread's page tells of it.
async fn holds(work: &mut Work<'_>, coming: &deeds::Coming, row: &PostRow, sought: &Folded) -> Result<bool> {
    if !matches!(sight_of(coming, row), Sight::Whole | Sight::WithoutName) || row.words.is_none() {
        return Ok(false);
    }
    let body = crate::unless_damaged(body_of(work, coming, row).await, "posts", row.id.0)?;
    Ok(body.is_some_and(|body| Folded::of(&body.text).finds(sought)))
}
