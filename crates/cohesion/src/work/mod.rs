//! One unit of work: who acts, when, inside one transaction, and what follows from it.
//!
//! What must happen is called inside the transaction, what may be late is a [`Job`], what may be lost is a [`Change`].
//! Every grant becomes a row of the audit log in the same transaction, so nothing can be done or read unseen.

mod asked;
mod chain;
mod job;
mod scope;
mod seal;
mod shred;
mod store;
mod vault;

use std::sync::Arc;

use ::store::{Row, Sql, Tx, Value};
use keyring::{DataKey, KeyId};

use crate::access::{About, Actor, Deed, Grant, Refusal, Standing, decide};
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{PersonId, PracticeId};
use crate::{Error, Result};

use asked::Asked;
pub use chain::{Entry, Head, Link, Outcome};
pub use job::Job;
pub use scope::Scope;
pub(crate) use scope::{MEMBERSHIP, owner_of};
pub use seal::Cell;
pub(crate) use shred::NOTE_SHRED;
pub(crate) use store::{ALL as STATEMENTS, INSTALLATION, append};
pub use vault::Vault;

/// One unit of work.
pub struct Work<'tx> {
    actor: Actor,
    now: Timestamp,
    tx: &'tx mut (dyn Tx + 'tx),
    vault: &'tx Vault,
    entries: Vec<Entry>,
    jobs: Vec<Job>,
    changes: Vec<Change>,
    asked: Asked,
    living: Vec<(Scope, KeyId, Arc<DataKey>)>,
    shredded: Vec<KeyId>,
}

/// What follows once an act is committed.
pub(crate) struct After {
    /// What listeners are told.
    pub changes: Vec<Change>,
    /// Data keys that are no more.
    pub shredded: Vec<KeyId>,
}

/// An act that was rolled back, and the refusals that must be on record all the same.
pub(crate) struct Unfinished {
    pub error: Error,
    pub refusals: Vec<Entry>,
}

impl From<Error> for Unfinished {
    fn from(error: Error) -> Self {
        Self { error, refusals: Vec::new() }
    }
}

impl From<::store::Error> for Unfinished {
    fn from(cause: ::store::Error) -> Self {
        Error::from(cause).into()
    }
}

impl<'tx> Work<'tx> {
    pub(crate) fn new(actor: Actor, now: Timestamp, tx: &'tx mut (dyn Tx + 'tx), vault: &'tx Vault) -> Self {
        let (entries, jobs, changes) = (Vec::new(), Vec::new(), Vec::new());
        let (asked, living, shredded) = (Asked::default(), Vec::new(), Vec::new());
        Self { actor, now, tx, vault, entries, jobs, changes, asked, living, shredded }
    }

    /// Who acts.
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// Looks on as somebody else, to see what they may; the last look is as oneself again. Nothing is asked of the table
    /// meanwhile: the log would have it under another name.
    pub(crate) fn look_as(&mut self, actor: Actor) -> Result<()> {
        if !self.entries.is_empty() || actor.practice() != self.actor.practice() {
            return Err(Error::bug("whoever has asked or acted does not go on as somebody else"));
        }
        self.actor = actor;
        Ok(())
    }

    /// The moment of the act, the same for all it does.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// The practice in which it is done.
    pub const fn practice(&self) -> PracticeId {
        self.actor.practice()
    }

    /// Keys and key-derived secrets.
    pub(crate) const fn vault(&self) -> &'tx Vault {
        self.vault
    }

    /// Asks the decision table. A yes is written to the audit log when the act ends; a no is too, and reads as "not found".
    pub fn ask(&mut self, deed: Deed, standing: Standing, about: About) -> Result<Grant> {
        match decide(&self.actor, self.now, deed, standing, about) {
            Ok(grant) => {
                self.remember(Entry::granted(&grant));
                Ok(grant)
            }
            Err(refusal) => {
                self.remember(Entry::refused(deed, about));
                Err(match (refusal, self.actor) {
                    (Refusal::StaleProof, _) => Error::StepUpNeeded,
                    (Refusal::NoTie, Actor::Nobody(_)) => Error::SignInNeeded,
                    (Refusal::NoTie, _) => Error::NotFound,
                })
            }
        }
    }

    /// Carries a yes about a group or session over to one person in it; that person's access report shows it.
    pub fn about(&mut self, grant: &Grant, person: PersonId) -> Grant {
        let grant = grant.narrowed_to(person);
        self.remember(Entry::granted(&grant));
        grant
    }

    /// Queues a job that is written in this transaction.
    pub fn enqueue(&mut self, job: Job) {
        self.jobs.push(job);
    }

    /// Tells listeners after the commit; may be lost.
    pub fn announce(&mut self, change: Change) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// Runs a statement and answers how many rows it touched.
    pub async fn run(&mut self, sql: &'static Sql, params: Vec<Value>) -> Result<u64> {
        self.asked.forget();
        Ok(self.tx.run(sql, params).await?)
    }

    /// All rows of a statement.
    pub async fn rows(&mut self, sql: &'static Sql, params: Vec<Value>) -> Result<Vec<Row>> {
        if let Some(answer) = self.asked.before(sql, &params) {
            return Ok(answer);
        }
        let answer = self.tx.rows(sql, params.clone()).await?;
        self.asked.keep(sql, params, &answer);
        Ok(answer)
    }

    /// The first row of a statement, if there is one.
    pub async fn maybe(&mut self, sql: &'static Sql, params: Vec<Value>) -> Result<Option<Row>> {
        Ok(self.rows(sql, params).await?.into_iter().next())
    }

    /// The first row of a statement; none is [`Error::NotFound`].
    pub async fn one(&mut self, sql: &'static Sql, params: Vec<Value>) -> Result<Row> {
        self.maybe(sql, params).await?.ok_or(Error::NotFound)
    }

    fn remember(&mut self, entry: Entry) {
        if !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
    }

    /// Writes what must be in the same transaction: jobs first, then the audit rows behind the practice's chain head.
    pub(crate) async fn seal_the_act(mut self) -> Result<After> {
        for job in std::mem::take(&mut self.jobs) {
            store::insert_job(&mut self, &job).await?;
            if job.due <= self.now {
                self.announce(Change::JobDue);
            }
        }
        let entries = std::mem::take(&mut self.entries);
        append(&mut self, &entries).await?;
        Ok(After { changes: self.changes, shredded: self.shredded })
    }

    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    pub(crate) fn into_unfinished(self, error: Error) -> Unfinished {
        let refusals = self.entries.into_iter().filter(|entry| entry.outcome == Outcome::Refused).collect();
        Unfinished { error, refusals }
    }
}
