//! A member's word about a statement: something to add, or that it does not fit.

use serde::{Deserialize, Serialize};

use super::{RemarkId, deeds, gather, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::REMARK_CHARS_MAX;
use crate::web::words::Words;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result};

/// What the member says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// Something to add.
    Adds,
    /// It does not fit them.
    Disputes,
}

impl Opinion {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Adds, Self::Disputes];

    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Adds => "adds",
            Self::Disputes => "disputes",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Adds => "feedback-adds",
            Self::Disputes => "feedback-disputes",
        }
    }
}

impl std::str::FromStr for Opinion {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|opinion| opinion.word() == word).ok_or(Error::NotFound)
    }
}

/// A word as it is written.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRemark {
    /// Which statement it is about.
    pub key: String,
    /// What is said of it.
    pub opinion: Opinion,
    /// The member's own words.
    pub words: String,
}

impl std::fmt::Debug for NewRemark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("NewRemark([sealed])")
    }
}

/// A word as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Remark {
    /// Which statement it is about.
    pub key: String,
    /// What is said of it.
    pub opinion: Opinion,
    /// The member's own words.
    pub words: String,
    /// Whether it was written where those who lead read the statement too.
    pub is_shared: bool,
    /// When.
    pub at: Timestamp,
}

impl std::fmt::Debug for Remark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Remark([sealed])")
    }
}

/// What is sealed of it.
#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    opinion: Opinion,
    words: String,
    is_shared: bool,
}

/// Puts a member's word beside a statement that is there now. The next word about the same statement takes its place.
pub async fn remark(work: &mut Work<'_>, words: Words, group: GroupId, new: &NewRemark) -> Result<()> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_remark(work, group, person).await?;
    let said = new.words.trim();
    if said.is_empty() && new.opinion == Opinion::Adds {
        return Err(Error::invalid("words", "fault-empty"));
    }
    if said.chars().count() > REMARK_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    let mine = gather::my_patterns(work, words, group).await?;
    let about = mine.into_iter().find(|mine| mine.told.key == new.key);
    let about = about.ok_or(Error::Conflict("feedback-conflict-pattern"))?;
    let id = RemarkId::random()?;
    let kept = Kept { key: new.key.clone(), opinion: new.opinion, words: said.to_owned(), is_shared: about.is_shared };
    let sealed = work.seal(Scope::Membership(group, person), cell(id), &kept).await?;
    store::insert_remark(work, &grant, id, (group, person), sealed).await?;
    work.announce(Change::Person(person));
    work.announce(Change::Group(group));
    Ok(())
}

/// A person's words in a group, the newest about each statement. The grant must be about this person.
pub(super) async fn remarks_of(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Legible<Remark>> {
    let mut remarks = Legible::default();
    for row in store::remarks_of(work, grant, group, person).await? {
        let read = work.open::<Kept>(grant, Scope::Membership(group, person), cell(row.id), &row.words).await;
        let remark =
            read.map(|Kept { key, opinion, words, is_shared }| Remark { key, opinion, words, is_shared, at: row.at });
        remarks.add(remark, "remarks", row.id.0)?;
    }
    let mut newest: Vec<Remark> = Vec::new();
    for remark in remarks.readable {
        if !newest.iter().any(|known| known.key == remark.key) {
            newest.push(remark);
        }
    }
    Ok(Legible { readable: newest, damaged: remarks.damaged })
}

const fn cell(id: RemarkId) -> Cell {
    Cell::of("remarks", "words", id.0)
}
