//! The other side answers a goal that was proposed, or a change of it.

use super::{GoalId, deeds, store};
use crate::hub::Change;
use crate::work::Work;
use crate::{Error, Result};

/// What the other side says to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Yes.
    Agree,
    /// Rather as it was.
    Keep,
}

impl Reply {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Agree, Self::Keep];

    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Keep => "keep",
        }
    }

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The reply that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|reply| reply.code() == code);
        found.ok_or_else(|| Error::bug(format!("no reply to a goal has the number {code}")))
    }
}

impl std::str::FromStr for Reply {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|reply| reply.word() == word).ok_or(Error::NotFound)
    }
}

/// Answers the version `number`, which must be the newest. A goal is agreed by two: whoever wrote the version cannot say yes
/// to it themself, and among those who lead anybody answers for what a member wrote.
pub async fn reply(work: &mut Work<'_>, id: GoalId, number: u32, reply: Reply) -> Result<()> {
    let kept = store::find_goal(work, id).await?;
    let grant = deeds::may_agree(work, &kept).await?;
    deeds::while_seated(work, &kept).await?;
    if kept.ended.is_some() {
        return Err(Error::Conflict("goals-conflict-ended"));
    }
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let terms = store::terms_of(work, &grant, id).await?;
    let newest = terms.last().filter(|terms| terms.version == number && terms.answered.is_none());
    let newest = newest.ok_or(Error::Conflict("goals-conflict-version"))?;
    let is_members = newest.author == kept.person;
    if is_members == (by == kept.person) {
        return Err(Error::Conflict("goals-conflict-own-words"));
    }
    let has_earlier = terms.iter().any(|terms| terms.answered.is_some_and(|said| said.reply == Reply::Agree));
    if reply == Reply::Keep && !has_earlier {
        return Err(Error::Conflict("goals-conflict-nothing-before"));
    }
    if !store::answer_terms(work, &grant, id, number, reply, by).await? {
        return Err(Error::Conflict("goals-conflict-version"));
    }
    work.announce(Change::Person(kept.person));
    work.announce(Change::Group(kept.group));
    Ok(())
}
