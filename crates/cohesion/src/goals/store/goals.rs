//! SQL of members' goals.

use ::store::{Row, params};

use super::super::{Answered, GoalId, RatingId, Reply};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_GOAL = "insert into goals
        (practice_id, id, group_id, person_id, begun_at_ms)
        values ($1, $2, $3, $4, $5)";

    FIND_GOAL = "select id, group_id, person_id, begun_at_ms, ended_at_ms, ended_by, ending
        from goals
        where practice_id = $1
          and id = $2";

    GOALS_OF = "select id, group_id, person_id, begun_at_ms, ended_at_ms, ended_by, ending
        from goals
        where practice_id = $1
          and group_id = $2
          and person_id = $3
        order by begun_at_ms, id";

    END_GOAL = "update goals
        set ended_at_ms = $1,
            ended_by = $2,
            ending = $3
        where practice_id = $4
          and id = $5
          and ended_at_ms is null";

    INSERT_TERMS = "insert into goal_terms
        (practice_id, goal_id, version, author_id, written_at_ms, terms)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing";

    TERMS_OF = "select version, author_id, written_at_ms, terms, answer, answered_by, answered_at_ms
        from goal_terms
        where practice_id = $1
          and goal_id = $2
        order by version";

    ANSWER_TERMS = "update goal_terms
        set answer = $1,
            answered_by = $2,
            answered_at_ms = $3
        where practice_id = $4
          and goal_id = $5
          and version = $6
          and answer is null";

    INSERT_RATING = "insert into goal_ratings
        (practice_id, goal_id, number, id, version, session_id, rated_by, rated_at_ms, rating)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    RATINGS_OF = "select id, number, version, session_id, rated_by, rated_at_ms, rating
        from goal_ratings
        where practice_id = $1
          and goal_id = $2
        order by number";
}

/// A goal's row, its end still sealed.
pub struct KeptGoal {
    pub id: GoalId,
    pub group: GroupId,
    pub person: PersonId,
    pub begun_at: Timestamp,
    pub ended: Option<KeptEnd>,
}

/// The end of a goal, still sealed.
pub struct KeptEnd {
    pub at: Timestamp,
    pub by: PersonId,
    pub ending: Vec<u8>,
}

/// A version's row, still sealed.
pub struct KeptTerms {
    pub version: u32,
    pub author: PersonId,
    pub written_at: Timestamp,
    pub terms: Vec<u8>,
    pub answered: Option<Answered>,
}

/// A rating's row, still sealed.
pub struct KeptRating {
    pub id: RatingId,
    pub number: u32,
    pub version: u32,
    pub session: Option<SessionId>,
    pub by: PersonId,
    pub at: Timestamp,
    pub rating: Vec<u8>,
}

pub async fn insert_goal(work: &mut Work<'_>, _: &Grant, id: GoalId, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&INSERT_GOAL, params![work.practice(), id, group, person, work.now()]).await?;
    Ok(())
}

/// A goal's row, for deciding who may do what with it.
pub async fn find_goal(work: &mut Work<'_>, id: GoalId) -> Result<KeptGoal> {
    read_goal(work.one(&FIND_GOAL, params![work.practice(), id]).await?)
}

pub async fn goals_of(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<KeptGoal>> {
    let rows = work.rows(&GOALS_OF, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_goal).collect()
}

/// Ends a goal; `false` where it has ended already.
pub async fn end_goal(work: &mut Work<'_>, _: &Grant, id: GoalId, by: PersonId, ending: Vec<u8>) -> Result<bool> {
    let values = params![work.now(), by, ending, work.practice(), id];
    Ok(work.run(&END_GOAL, values).await? == 1)
}

/// Keeps a version; `false` where another of that number is kept already.
pub async fn insert_terms(
    work: &mut Work<'_>,
    _: &Grant,
    id: GoalId,
    version: u32,
    author: PersonId,
    terms: Vec<u8>,
) -> Result<bool> {
    let values = params![work.practice(), id, version, author, work.now(), terms];
    Ok(work.run(&INSERT_TERMS, values).await? == 1)
}

/// Every version, the oldest first.
pub async fn terms_of(work: &mut Work<'_>, _: &Grant, id: GoalId) -> Result<Vec<KeptTerms>> {
    work.rows(&TERMS_OF, params![work.practice(), id]).await?.into_iter().map(read_terms).collect()
}

/// Keeps the other side's answer; `false` where there is one already.
pub async fn answer_terms(
    work: &mut Work<'_>,
    _: &Grant,
    id: GoalId,
    version: u32,
    reply: Reply,
    by: PersonId,
) -> Result<bool> {
    let values = params![reply.code(), by, work.now(), work.practice(), id, version];
    Ok(work.run(&ANSWER_TERMS, values).await? == 1)
}

pub async fn insert_rating(work: &mut Work<'_>, _: &Grant, goal: GoalId, row: KeptRating) -> Result<()> {
    let KeptRating { id, number, version, session, by, at, rating } = row;
    let values = params![work.practice(), goal, number, id, version, session, by, at, rating];
    work.run(&INSERT_RATING, values).await?;
    Ok(())
}

/// Every rating, the oldest first.
pub async fn ratings_of(work: &mut Work<'_>, _: &Grant, id: GoalId) -> Result<Vec<KeptRating>> {
    work.rows(&RATINGS_OF, params![work.practice(), id]).await?.into_iter().map(read_rating).collect()
}

fn read_goal(mut row: Row) -> Result<KeptGoal> {
    let (id, group, person, begun_at) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let end: (Option<Timestamp>, Option<PersonId>, Option<Vec<u8>>) = (row.take()?, row.take()?, row.take()?);
    let ended = match end {
        (None, None, None) => None,
        (Some(at), Some(by), Some(ending)) => Some(KeptEnd { at, by, ending }),
        _ => return Err(Error::bug("half of a goal's end is missing")),
    };
    Ok(KeptGoal { id, group, person, begun_at, ended })
}

fn read_terms(mut row: Row) -> Result<KeptTerms> {
    let (version, author, written_at, terms) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let said: (Option<i64>, Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?, row.take()?);
    let answered = match said {
        (None, None, None) => None,
        (Some(code), Some(by), Some(at)) => Some(Answered { reply: Reply::from_code(code)?, by, at }),
        _ => return Err(Error::bug("half of an answer to a goal is missing")),
    };
    Ok(KeptTerms { version, author, written_at, terms, answered })
}

fn read_rating(mut row: Row) -> Result<KeptRating> {
    Ok(KeptRating {
        id: row.take()?,
        number: row.take()?,
        version: row.take()?,
        session: row.take()?,
        by: row.take()?,
        at: row.take()?,
        rating: row.take()?,
    })
}
