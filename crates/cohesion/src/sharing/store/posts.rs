//! SQL of posts. A page is found by the number that each post has in its thread, so that the last page of a long thread costs
//! no more than that of a short one.

use ::store::{Row, params};

use super::super::{Audience, Kind, MatterId, PostId, PostState, Reaction, ThreadId};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    COUNT_UP = "update threads
        set last_seq = last_seq + 1
        where practice_id = $1
          and id = $2";

    TOUCH = "update threads
        set posted_at_ms = $1
        where practice_id = $2
          and id = $3";

    LAST_SEQ = "select last_seq
        from threads
        where practice_id = $1
          and id = $2";

    INSERT_POST = "insert into posts
        (practice_id, id, thread_id, seq, group_id, author_id, kind, audience, state, answers_id, words, written_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    FIND_POST = "select id, thread_id, seq, group_id, author_id, kind, audience, state, answers_id, words, matter_id,
            written_at_ms
        from posts
        where practice_id = $1
          and id = $2";

    POSTS_BEFORE = "select id, thread_id, seq, group_id, author_id, kind, audience, state, answers_id, words, matter_id,
            written_at_ms
        from posts
        where practice_id = $1
          and thread_id = $2
          and seq < $3
        order by seq desc
        limit $4";

    LAST_WRITTEN = "select max(written_at_ms)
        from posts
        where practice_id = $1
          and group_id = $2
          and author_id = $3";

    SAVE_STATE = "update posts
        set state = $1
        where practice_id = $2
          and id = $3";

    SAVE_MATTER = "update posts
        set matter_id = $1
        where practice_id = $2
          and id = $3";

    SAVE_AUDIENCE = "update posts
        set audience = $1
        where practice_id = $2
          and id = $3";

    ERASE_WORDS = "update posts
        set words = null
        where practice_id = $1
          and id = $2";

    REACTIONS_BETWEEN = "select seq, person_id, kind
        from reactions
        where practice_id = $1
          and thread_id = $2
          and seq >= $3
          and seq <= $4
        order by seq, kind, person_id";

    ADD_REACTION = "insert into reactions
        (practice_id, thread_id, seq, person_id, kind)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";

    REMOVE_REACTION = "delete from reactions
        where practice_id = $1
          and thread_id = $2
          and seq = $3
          and person_id = $4
          and kind = $5";

    DELETE_REACTIONS = "delete from reactions
        where practice_id = $1
          and thread_id = $2";

    DELETE_POSTS = "delete from posts
        where practice_id = $1
          and thread_id = $2";
}

/// A post's row, its words still sealed.
pub struct PostRow {
    pub id: PostId,
    pub thread: ThreadId,
    pub seq: i64,
    pub group: GroupId,
    pub author: PersonId,
    pub kind: Kind,
    pub audience: Audience,
    pub state: PostState,
    pub answers: Option<PostId>,
    pub words: Option<Vec<u8>>,
    pub matter: Option<MatterId>,
    pub at: Timestamp,
}

/// The number of the next post in a thread. The thread's row is written first, so that two posts never have the same one.
pub async fn next_seq(work: &mut Work<'_>, _: &Grant, thread: ThreadId) -> Result<i64> {
    let practice = work.practice();
    work.run(&COUNT_UP, params![practice, thread]).await?;
    Ok(work.one(&LAST_SEQ, params![practice, thread]).await?.take()?)
}

/// Something that the whole group can read was written in a thread now. What only some can read moves nothing.
pub async fn touch(work: &mut Work<'_>, _: &Grant, thread: ThreadId) -> Result<()> {
    work.run(&TOUCH, params![work.now(), work.practice(), thread]).await?;
    Ok(())
}

pub async fn insert_post(work: &mut Work<'_>, _: &Grant, row: &PostRow) -> Result<()> {
    let values = params![
        work.practice(),
        row.id,
        row.thread,
        row.seq,
        row.group,
        row.author,
        row.kind.code(),
        row.audience.code(),
        row.state.code(),
        row.answers,
        row.words.clone(),
        row.at
    ];
    work.run(&INSERT_POST, values).await?;
    Ok(())
}

/// A post, still sealed. Asks for no grant: its group, its state and its audience decide who may read it.
pub async fn find_post(work: &mut Work<'_>, id: PostId) -> Result<PostRow> {
    read(work.one(&FIND_POST, params![work.practice(), id]).await?)
}

/// The posts of a thread before a number, the newest first.
pub async fn posts_before(
    work: &mut Work<'_>,
    _: &Grant,
    thread: ThreadId,
    before: i64,
    count: u32,
) -> Result<Vec<PostRow>> {
    let rows = work.rows(&POSTS_BEFORE, params![work.practice(), thread, before, count]).await?;
    rows.into_iter().map(read).collect()
}

/// When somebody wrote last in any thread of a group.
pub async fn last_written(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    author: PersonId,
) -> Result<Option<Timestamp>> {
    Ok(work.one(&LAST_WRITTEN, params![work.practice(), group, author]).await?.take()?)
}

pub async fn save_post_state(work: &mut Work<'_>, _: &Grant, id: PostId, state: PostState) -> Result<()> {
    work.run(&SAVE_STATE, params![state.code(), work.practice(), id]).await?;
    Ok(())
}

pub async fn save_post_matter(work: &mut Work<'_>, _: &Grant, id: PostId, matter: MatterId) -> Result<()> {
    work.run(&SAVE_MATTER, params![matter, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_audience(work: &mut Work<'_>, _: &Grant, id: PostId, audience: Audience) -> Result<()> {
    work.run(&SAVE_AUDIENCE, params![audience.code(), work.practice(), id]).await?;
    Ok(())
}

/// Erases what a post says; that it was there stays.
pub async fn erase_words(work: &mut Work<'_>, _: &Grant, id: PostId) -> Result<()> {
    work.run(&ERASE_WORDS, params![work.practice(), id]).await?;
    Ok(())
}

/// The words sent to the posts between two numbers: to which, by whom, which.
pub async fn reactions_between(
    work: &mut Work<'_>,
    _: &Grant,
    thread: ThreadId,
    (from, until): (i64, i64),
) -> Result<Vec<(i64, PersonId, Reaction)>> {
    let rows = work.rows(&REACTIONS_BETWEEN, params![work.practice(), thread, from, until]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?, Reaction::from_code(row.take()?)?))).collect()
}

pub async fn add_reaction(
    work: &mut Work<'_>,
    _: &Grant,
    post: &PostRow,
    person: PersonId,
    reaction: Reaction,
) -> Result<()> {
    work.run(&ADD_REACTION, params![work.practice(), post.thread, post.seq, person, reaction.code()]).await?;
    Ok(())
}

pub async fn remove_reaction(
    work: &mut Work<'_>,
    _: &Grant,
    post: &PostRow,
    person: PersonId,
    reaction: Reaction,
) -> Result<()> {
    work.run(&REMOVE_REACTION, params![work.practice(), post.thread, post.seq, person, reaction.code()]).await?;
    Ok(())
}

/// Deletes all that stands in a thread.
pub async fn delete_posts(work: &mut Work<'_>, _: &Grant, thread: ThreadId) -> Result<()> {
    work.run(&DELETE_REACTIONS, params![work.practice(), thread]).await?;
    work.run(&DELETE_POSTS, params![work.practice(), thread]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<PostRow> {
    let (id, thread, seq, group, author) = (row.take()?, row.take()?, row.take()?, row.take()?, row.take()?);
    let (kind, audience) = (Kind::from_code(row.take()?)?, Audience::from_code(row.take()?)?);
    let state = PostState::from_code(row.take()?)?;
    let (answers, words, matter) = (row.take()?, row.take()?, row.take()?);
    Ok(PostRow { id, thread, seq, group, author, kind, audience, state, answers, words, matter, at: row.take()? })
}
