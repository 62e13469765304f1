//! Reading threads: which there are, one page of one, and one post.

use super::deeds::{self, Coming};
use super::post::{Body, Eye, Said, Sight, sight};
use super::store::{self, PostRow, ThreadRow};
use super::thread::{self, scope};
use super::{By, Post, PostId, Reaction, Side, Thread, ThreadId};
use crate::access::Standing;
use crate::groups::{self, Group};
use crate::id::GroupId;
use crate::limits::POSTS_ON_A_PAGE;
use crate::work::{Cell, Work};
use crate::{Legible, Result};

/// Up to where a page of a thread goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Its newest post.
    Now,
    /// The post before this one.
    Before(PostId),
}

/// One page of a thread, the oldest post first.
pub struct Leaf {
    /// The thread.
    pub thread: Thread,
    /// The group.
    pub group: Group,
    /// How the reader stands to the group.
    pub standing: Standing,
    /// What stands on the page, as this reader sees it.
    pub posts: Legible<Post>,
    /// The post before which an earlier page ends, if there is one.
    pub earlier: Option<PostId>,
    /// Whether this is the page that ends with the newest post.
    pub is_last: bool,
}

/// The threads of a group, the one with the newest post first.
pub async fn threads(work: &mut Work<'_>, group: GroupId, side: Side) -> Result<Legible<Thread>> {
    let coming = deeds::may_list(work, group, side).await?;
    let mut all = Legible::default();
    for row in store::threads_in(work, &coming.grant, group).await? {
        let id = row.id;
        all.add(thread::open(work, &coming.grant, row).await, "threads", id.0)?;
    }
    Ok(all)
}

/// One page of a thread.
pub async fn leaf(work: &mut Work<'_>, id: ThreadId, side: Side, until: Until) -> Result<Leaf> {
    let row = store::find_thread(work, id).await?;
    let coming = deeds::may_read(work, &row, side).await?;
    let before = first_left_out(work, &row, until).await?;
    let rows = store::posts_before(work, &coming.grant, id, before, POSTS_ON_A_PAGE + 1).await?;
    let (earlier, rows) = cut(rows);
    let posts = open_all(work, &coming, rows).await?;
    let grant = groups::may_see(work, row.group).await?;
    let group = groups::group(work, &grant, row.group).await?;
    let standing = groups::standing(work, row.group).await?;
    let thread = thread::open(work, &coming.grant, row).await?;
    Ok(Leaf { thread, group, standing, posts, earlier, is_last: until == Until::Now })
}

/// One post, as the actor sees it from this side.
pub async fn post(work: &mut Work<'_>, id: PostId, side: Side) -> Result<Post> {
    let row = store::find_post(work, id).await?;
    let (coming, _) = deeds::may_see_post(work, &row, side).await?;
    let reactions = store::reactions_between(work, &coming.grant, row.thread, (row.seq, row.seq)).await?;
    let reactions: Vec<_> = reactions.into_iter().map(|(_, person, reaction)| (person, reaction)).collect();
    open(work, &coming, row, &reactions).await
}

/// The number of the first post that a page leaves out. A post of another thread ends no page of this one.
async fn first_left_out(work: &mut Work<'_>, thread: &ThreadRow, until: Until) -> Result<i64> {
    match until {
        Until::Now => Ok(i64::MAX),
        Until::Before(post) => {
            let found = store::find_post(work, post).await?;
            if found.thread == thread.id { Ok(found.seq) } else { Err(crate::Error::NotFound) }
        }
    }
}

/// A page's posts, the oldest first, and the one before which the page before it ends.
fn cut(mut rows: Vec<PostRow>) -> (Option<PostId>, Vec<PostRow>) {
    let has_more = rows.len() > POSTS_ON_A_PAGE as usize;
    rows.truncate(POSTS_ON_A_PAGE as usize);
    rows.reverse();
    (rows.first().map(|row| row.id).filter(|_| has_more), rows)
}

/// What this reader sees of these posts, which stand in one thread in their order.
pub(super) async fn open_all(work: &mut Work<'_>, coming: &Coming, rows: Vec<PostRow>) -> Result<Legible<Post>> {
    let mut posts = Legible::default();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(posts) };
    let (thread, between) = (first.thread, (first.seq, last.seq));
    let sent = store::reactions_between(work, &coming.grant, thread, between).await?;
    for row in rows {
        if sight_of(coming, &row) == Sight::Nothing {
            continue;
        }
        let reactions: Vec<_> =
            sent.iter().filter(|(seq, ..)| *seq == row.seq).map(|(_, person, kind)| (*person, *kind)).collect();
        let id = row.id;
        posts.add(open(work, coming, row, &reactions).await, "posts", id.0)?;
    }
    Ok(posts)
}

async fn open(
    work: &mut Work<'_>,
    coming: &Coming,
    row: PostRow,
    sent: &[(crate::id::PersonId, Reaction)],
) -> Result<Post> {
    let sight = sight_of(coming, &row);
    let body = match (sight, &row.words) {
        (Sight::Whole | Sight::WithoutName, Some(_)) => Some(body_of(work, coming, &row).await?),
        _ => None,
    };
    let has = |kind: &&Reaction| sent.iter().any(|(_, sent)| sent == *kind);
    let is_mine = |kind: &&Reaction| sent.contains(&(coming.person, **kind));
    let is_for_them = coming.side == Side::Leading || coming.person == row.author;
    let PostRow { id, kind, audience, state, answers, at, .. } = row;
    Ok(Post {
        id,
        kind,
        audience,
        state,
        answers,
        at,
        said: body.map(|body| said(coming, &row, sight, body)),
        reactions: Reaction::ALL.iter().filter(has).copied().collect(),
        own_reactions: Reaction::ALL.iter().filter(is_mine).copied().collect(),
        matter: row.matter.filter(|_| is_for_them),
    })
}

fn said(coming: &Coming, row: &PostRow, sight: Sight, body: Body) -> Said {
    let Body { called, leads, text, note } = body;
    let by = match (sight, row.audience) {
        _ if row.author == coming.person => By::Oneself(called),
        _ if leads => By::Leader(called),
        (Sight::WithoutName, _) => By::Nameless(None),
        (_, super::Audience::Nameless) => By::Nameless(Some(called)),
        _ => By::Member(called),
    };
    Said { by, text, note }
}

/// What is sealed of a post.
pub(super) async fn body_of(work: &mut Work<'_>, coming: &Coming, row: &PostRow) -> Result<Body> {
    let sealed = row.words.as_deref().ok_or(crate::Error::NotFound)?;
    work.open(&coming.grant, scope(row.thread), cell(row.id), sealed).await
}

/// How much of a post whoever comes sees.
pub(super) fn sight_of(coming: &Coming, row: &PostRow) -> Sight {
    let eye = match coming.side {
        _ if row.author == coming.person => Eye::Own,
        Side::Leading => Eye::Leading,
        Side::Member => Eye::Fellow,
    };
    sight(eye, row.state, row.audience)
}

pub(super) const fn cell(id: PostId) -> Cell {
    Cell::of("posts", "words", id.0)
}
