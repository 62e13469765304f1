//! Why an alert is raised. One cause is one alert, however often it is told.

use measures::instrument::Urgency;
use serde::{Deserialize, Serialize};

use super::Written;
use crate::id::{Bytes, GroupId, PersonId};

/// What suggests that a person may be in danger, and where it showed.
#[derive(Clone, PartialEq, Eq)]
pub struct Cause {
    /// Whom it is about.
    pub person: PersonId,
    /// The group whose leaders and duty answer; without one, the practice's.
    pub group: Option<GroupId>,
    /// What was seen.
    pub sign: Sign,
}

/// What was seen. All of it is clinical, so it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Answers that somebody must look at. One response is one cause, whatever its items say or leave open.
    Answers {
        /// The response, in its first version.
        response: Bytes,
        /// The questionnaire's id, such as `phq-9`.
        instrument: String,
        /// Its short title, such as "PHQ-9".
        title: String,
        /// The items that ask about danger and were answered so, or left open.
        items: Vec<RiskItem>,
    },
    /// The person asked for help. Pressing again before anybody has answered is the same call.
    NeedHelp {
        /// The key of the form that was sent.
        call: Bytes,
        /// What they wrote, if they did.
        words: Option<Written>,
    },
    /// A leader saw or heard something.
    Observation {
        /// The key of the form that was sent.
        once: Bytes,
        /// What, in the leader's words.
        words: Written,
    },
    /// A worksheet says something that somebody must look at.
    Sheet {
        /// What of it was told: a sheet that tells more is a further cause.
        telling: Bytes,
        /// The sheet.
        sheet: Bytes,
        /// What it is called, such as "Diary card".
        title: String,
        /// What each sign means, in the words of its form.
        meanings: Vec<String>,
        /// How soon somebody must look, as the form says.
        urgency: Urgency,
    },
    /// Words in a thread between meetings.
    Post {
        /// The post.
        post: Bytes,
        /// What it says.
        words: Written,
        /// How it came up.
        teller: Teller,
    },
    /// A screening brought it up.
    Screening {
        /// The screening.
        screening: Bytes,
        /// What, in the screener's words.
        words: Written,
    },
}

/// How the words of a post came up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Teller {
    /// By a word list, as they were written.
    Writer,
    /// Somebody else in the group told of them.
    Reader,
}

/// An item of a questionnaire that asks about danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskItem {
    /// The item's printed id, such as "9".
    pub item: String,
    /// How soon somebody must look, as the questionnaire's file says.
    pub urgency: Urgency,
    /// What was answered, in the item's own points; `None` is "risk not answered", never zero.
    pub now: Option<i32>,
    /// What was answered the time before.
    pub before: Option<i32>,
}

impl Sign {
    /// How soon somebody must look.
    pub fn urgency(&self) -> Urgency {
        match self {
            Self::Answers { items, .. } if items.iter().any(RiskItem::cannot_wait) => Urgency::Now,
            Self::Sheet { urgency, .. } => *urgency,
            Self::Post { .. } => Urgency::Now,
            _ => Urgency::Today,
        }
    }

    /// Whether all it tells is that questions about danger were left open: nothing was said, and somebody asks.
    pub(super) fn is_left_open(&self) -> bool {
        matches!(self, Self::Answers { items, .. } if !items.is_empty() && items.iter().all(|item| item.now.is_none()))
    }

    /// Whether the person called for help.
    pub(super) const fn is_call(&self) -> bool {
        matches!(self, Self::NeedHelp { .. })
    }

    /// Whether signs of this kind come from the person: answers, calls, worksheets and what they write do.
    pub(super) const fn is_own_telling(kind: i64) -> bool {
        matches!(kind, 1 | 2 | 5 | 6)
    }

    /// The number of its kind and the id within the kind: what makes two tellings one cause.
    pub(super) const fn key(&self) -> (i64, Bytes) {
        match self {
            Self::Answers { response, .. } => (1, *response),
            Self::NeedHelp { call, .. } => (2, *call),
            Self::Observation { once, .. } => (3, *once),
            Self::Screening { screening, .. } => (4, *screening),
            Self::Sheet { telling, .. } => (5, *telling),
            Self::Post { post, teller: Teller::Writer, .. } => (6, *post),
            Self::Post { post, teller: Teller::Reader, .. } => (7, *post),
        }
    }
}

impl RiskItem {
    /// An open item is looked at the same day; an urgent one that was answered is looked at now.
    fn cannot_wait(&self) -> bool {
        self.now.is_some() && self.urgency == Urgency::Now
    }
}

impl std::fmt::Debug for Cause {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Cause({:?})", self.sign)
    }
}

impl std::fmt::Debug for Sign {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Sign({}, [sealed])", self.key().0)
    }
}

#[cfg(test)]
mod tests {
    use super::{RiskItem, Sign, Urgency};
    use crate::id;

    fn answers(now: &[Option<i32>]) -> Sign {
        let item = |now| RiskItem { item: "9".to_owned(), urgency: Urgency::Today, now, before: None };
        Sign::Answers {
            response: id::random().expect("bytes"),
            instrument: "phq-9".to_owned(),
            title: "PHQ-9".to_owned(),
            items: now.iter().copied().map(item).collect(),
        }
    }

    #[test]
    fn only_questions_that_were_all_left_open_tell_nothing() {
        assert!(answers(&[None]).is_left_open() && answers(&[None, None]).is_left_open());
        assert!(!answers(&[Some(1)]).is_left_open() && !answers(&[None, Some(1)]).is_left_open());
        assert!(!answers(&[]).is_left_open());
    }
}
