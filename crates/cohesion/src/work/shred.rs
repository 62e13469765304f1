//! Erasing a scope: its data key goes, and with it everything that was sealed under it.

use super::{Scope, Work, store};
use crate::access::Grant;
use crate::{Error, Result};

impl Work<'_> {
    /// Erases the scope's data key: no value that was sealed under it opens any more. What is sealed for the scope later gets
    /// a key of its own. Where the scope is one person's, the grant must be about that person.
    pub async fn shred(&mut self, grant: &Grant, scope: Scope) -> Result<()> {
        if scope.subject().is_some_and(|person| grant.about().subject != Some(person)) {
            return Err(Error::bug(format!("{} erased a key it does not name", grant.deed().code())));
        }
        self.living.retain(|(of, ..)| *of != scope);
        if let Some(id) = store::shred_key(self, scope).await? {
            self.vault.forget(id);
        }
        Ok(())
    }
}
