//! Somebody says how far a goal is: the member or whoever leads, as was agreed.

use serde::{Deserialize, Serialize};

use super::terms::text_fault;
use super::{GoalId, Rater, RatingId, deeds, see, store};
use crate::hub::Change;
use crate::id::SessionId;
use crate::limits::{GOAL_RATINGS_MAX, TEXT_CHARS_MAX};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, groups};

/// A rating as it is given.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRating {
    /// From −2 to +2, or from 0 to 10.
    pub value: i8,
    /// Words beside it; may be empty.
    pub words: String,
    /// The session that it looks back on, if any.
    pub session: Option<SessionId>,
}

/// What is sealed of a rating.
#[derive(Serialize, Deserialize)]
pub(super) struct Given {
    pub value: i8,
    pub words: String,
}

/// Rates a goal under the version in force. A rating is never changed: the next one stands beside it.
pub async fn rate(work: &mut Work<'_>, id: GoalId, rating: &NewRating) -> Result<()> {
    let kept = store::find_goal(work, id).await?;
    let grant = deeds::may_rate(work, &kept).await?;
    let (group, person) = (kept.group, kept.person);
    deeds::while_seated(work, &kept).await?;
    if kept.ended.is_some() {
        return Err(Error::Conflict("goals-conflict-ended"));
    }
    let goal = see::open(work, &grant, kept).await?;
    let version = goal.in_force().ok_or(Error::Conflict("goals-conflict-not-agreed"))?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    if (version.terms.rater == Rater::Member) != (by == person) {
        return Err(Error::Conflict("goals-conflict-other-rater"));
    }
    let number = goal.ratings.last().map_or(1, |last| last.number + 1);
    if number > GOAL_RATINGS_MAX {
        return Err(Error::Conflict("goals-conflict-ratings"));
    }
    if !version.terms.scale.range().contains(&rating.value) {
        return Err(Error::invalid("value", "fault-range"));
    }
    if let Some(fault) = text_fault("said", &rating.words, 0..=TEXT_CHARS_MAX) {
        return Err(Error::Invalid(vec![fault]));
    }
    if let Some(session) = rating.session {
        let session = groups::session(work, session).await?;
        if session.group != group || session.starts_at > work.now() {
            return Err(Error::invalid("session", "fault-choose"));
        }
    }
    let key = RatingId::random()?;
    let given = Given { value: rating.value, words: rating.words.trim().to_owned() };
    let sealed = work.seal(Scope::Membership(group, person), cell(key), &given).await?;
    let row = store::KeptRating {
        id: key,
        number,
        version: version.number,
        session: rating.session,
        by,
        at: work.now(),
        rating: sealed,
    };
    store::insert_rating(work, &grant, id, row).await?;
    work.announce(Change::Person(person));
    work.announce(Change::Group(group));
    Ok(())
}

pub(super) const fn cell(id: RatingId) -> Cell {
    Cell::of("goal_ratings", "rating", id.0)
}

impl std::fmt::Debug for NewRating {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("NewRating([sealed])")
    }
}
