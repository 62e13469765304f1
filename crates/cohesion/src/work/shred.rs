//! Shredding: a scope's data key is destroyed, and with it everything that it sealed, wherever a copy of that lies.
//!
//! The key's row stays without the key, so that nothing begins a new one by accident. That a legal hold stands in the way is
//! for the caller to know.

use super::seal::must_be_about;
use super::{Job, Scope, Work, store};
use crate::access::Grant;
use crate::{Error, Result};

/// The job that writes shredded keys into the ledger outside of the database; `ops` does it.
pub(crate) const NOTE_SHRED: &str = "ops.note-shred";

impl Work<'_> {
    /// Destroys the living data key of a scope. Nothing of that scope opens again: in this process once the act is
    /// committed, in others within the five minutes that a key may be ready there. Once more changes nothing.
    ///
    /// From then on, sealing for that scope is [`Error::Conflict`]. The practice's own key is never shredded.
    pub async fn shred(&mut self, grant: &Grant, scope: Scope) -> Result<()> {
        must_be_about(grant, scope)?;
        if scope == Scope::Practice {
            return Err(Error::bug("the practice's own key cannot be shredded"));
        }
        let Some(id) = store::shred_key(self, scope).await? else { return Ok(()) };
        self.living.retain(|(of, ..)| *of != scope);
        self.shredded.push(id);
        self.enqueue(Job::once(NOTE_SHRED, id.0, self.now()));
        Ok(())
    }

    /// Gives a scope whose key was shredded a new one, so that it may be sealed for again; what the old key sealed stays
    /// shut. Where a key lives, or none was made yet, nothing changes. A person who was erased does not come back under the
    /// same id: that is [`Error::Conflict`].
    pub async fn begin_anew(&mut self, grant: &Grant, scope: Scope) -> Result<()> {
        must_be_about(grant, scope)?;
        if matches!(scope, Scope::Person(_)) {
            return Err(Error::Conflict("refused-erased"));
        }
        if !store::is_over(self, scope).await? {
            return Ok(());
        }
        store::make_key(self, scope).await.map(drop)
    }
}
