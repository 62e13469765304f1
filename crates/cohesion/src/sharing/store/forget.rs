//! SQL that takes one person's words in threads off the books. A thread's key is everybody's who writes there, so the rows go,
//! here and once more after older records were brought back.

use ::store::{Sql, Tx, params};

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId, PracticeId};
use crate::work::Work;

::store::statements! {
    FORGET_REACTIONS = "delete from reactions
        where practice_id = $1
          and thread_id in (
              select id
              from threads
              where practice_id = $1
                and group_id = $2)
          and person_id = $3";

    FORGET_ANSWERING_REACTIONS = "delete from reactions
        where practice_id = $1
          and exists (
              select 1
              from posts
              where posts.practice_id = $1
                and posts.group_id = $2
                and posts.author_id = $3
                and posts.thread_id = reactions.thread_id
                and posts.seq = reactions.seq)";

    FORGET_REPORTS = "delete from reports
        where practice_id = $1
          and matter_id in (
              select matters.id
              from matters
              join posts
                on posts.practice_id = matters.practice_id
               and posts.id = matters.post_id
              where matters.practice_id = $1
                and matters.group_id = $2
                and (posts.author_id = $3
                 or reports.reporter_id = $3))";

    FORGET_MATTERS = "delete from matters
        where practice_id = $1
          and group_id = $2
          and post_id in (
              select id
              from posts
              where practice_id = $1
                and group_id = $2
                and author_id = $3)";

    FORGET_ANSWERED = "update posts
        set answers_id = null
        where practice_id = $1
          and answers_id in (
              select id
              from posts
              where practice_id = $1
                and group_id = $2
                and author_id = $3)";

    FORGET_POSTS = "delete from posts
        where practice_id = $1
          and group_id = $2
          and author_id = $3";

    FORGET_TITLES = "update threads
        set words = $1
        where practice_id = $2
          and group_id = $3
          and opened_by = $4";

    PASS_THREADS_ON = "update threads
        set opened_by = $1
        where practice_id = $2
          and group_id = $3
          and opened_by = $4";

    FORGET_BREAKS = "delete from moderation_breaks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_EXCHANGES = "delete from contact_exchanges
        where practice_id = $1
          and group_id = $2
          and (asker_id = $3
           or asked_id = $3)";
}

/// In this order, since the later ones are found by the earlier.
const OFF_THE_BOOKS: [&Sql; 8] = [
    &FORGET_REACTIONS,
    &FORGET_ANSWERING_REACTIONS,
    &FORGET_REPORTS,
    &FORGET_MATTERS,
    &FORGET_ANSWERED,
    &FORGET_POSTS,
    &FORGET_BREAKS,
    &FORGET_EXCHANGES,
];

/// Deletes what one person wrote and did in one group's threads, and the titles that they gave.
pub async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    let practice = work.practice();
    for sql in OFF_THE_BOOKS {
        work.run(sql, params![practice, group, person]).await?;
    }
    work.run(&FORGET_TITLES, params![Vec::<u8>::new(), practice, group, person]).await?;
    Ok(())
}

/// The threads that one person opened are another's from now on.
pub async fn pass_threads_on(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    (from, to): (PersonId, PersonId),
) -> Result<()> {
    work.run(&PASS_THREADS_ON, params![to, work.practice(), group, from]).await?;
    Ok(())
}

/// Deletes the same where an older database brought it back, before anything can be opened.
pub(crate) async fn forget_again(
    tx: &mut dyn Tx,
    practice: PracticeId,
    group: GroupId,
    person: PersonId,
) -> Result<()> {
    for sql in OFF_THE_BOOKS {
        tx.run(sql, params![practice, group, person]).await?;
    }
    tx.run(&FORGET_TITLES, params![Vec::<u8>::new(), practice, group, person]).await?;
    Ok(())
}
