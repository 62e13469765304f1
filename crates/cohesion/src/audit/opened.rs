//! Who opened a person's record: for that person, with names of those who work here, and never of another member.

use std::collections::BTreeMap;

use super::store::{self, KeptLine};
use crate::access::{About, Deed, Grant, Standing};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::limits::PAGE_ROWS_MAX;
use crate::work::Work;
use crate::{Error, Result, identity, practice};

/// Who it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opener {
    /// Somebody who works here, or worked here then.
    Colleague {
        /// How they are called; nothing where their name was erased, or cannot be read.
        called: Option<String>,
    },
    /// Another member: somebody of the same group, never by name.
    Member,
    /// The program itself, such as a reminder.
    Program,
    /// Somebody who was not signed in, such as at the sign-in page.
    Visitor,
}

/// One deed that touched the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its number in the log.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: Opener,
    /// The deed's word.
    pub deed: String,
    /// The word of the tie that allowed it, or `refused`.
    pub outcome: String,
}

/// What others did with the actor's own record, the newest first, a page of it before the entry `before`.
pub async fn openings(work: &mut Work<'_>, before: Option<i64>) -> Result<Vec<Opening>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = work.ask(Deed::SeeOwnAccessReport, Standing::NONE, About::person(person))?;
    let lines = store::openings(work, &grant, person, before.unwrap_or(i64::MAX), PAGE_ROWS_MAX).await?;
    let mut names = Names::default();
    let mut openings = Vec::with_capacity(lines.len());
    for KeptLine { seq, at, actor, deed, outcome } in lines {
        let who = names.opener(work, &grant, actor, &outcome).await?;
        openings.push(Opening { seq, at, who, deed, outcome });
    }
    Ok(openings)
}

/// Names that were looked up once for a page.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<PersonId, Opener>);

impl Names {
    /// Who acted. A name is opened under a yes about that person, and only of somebody who works here.
    pub async fn opener(
        &mut self,
        work: &mut Work<'_>,
        grant: &Grant,
        actor: Option<PersonId>,
        outcome: &str,
    ) -> Result<Opener> {
        let Some(person) = actor else {
            return Ok(if outcome == "system" { Opener::Program } else { Opener::Visitor });
        };
        // Who acts as a member is one, whatever else they do here.
        if matches!(outcome, "seated" | "oneself") {
            return Ok(Opener::Member);
        }
        if let Some(known) = self.0.get(&person) {
            return Ok(known.clone());
        }
        let opener = look_up(work, grant, person).await?;
        self.0.insert(person, opener.clone());
        Ok(opener)
    }
}

async fn look_up(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Opener> {
    if !practice::has_worked_here(work, grant, person).await? {
        return Ok(Opener::Member);
    }
    let about = work.about(grant, person);
    Ok(Opener::Colleague { called: identity::still_called(work, &about, person).await? })
}
