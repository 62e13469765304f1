//! Sealing and opening inside a unit of work. Opening asks for a grant about the same person, so every opening is in the audit log.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Scope, Work, store};
use crate::access::Grant;
use crate::id::Bytes;
use crate::{Error, Result};

/// The cell that a sealed value lives in; a value moved to another cell does not open.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    table: &'static str,
    column: &'static str,
    row: Bytes,
    version: u32,
}

impl Cell {
    /// A column of a row that is written once.
    pub const fn of(table: &'static str, column: &'static str, row: Bytes) -> Self {
        Self { table, column, row, version: 1 }
    }

    /// The cell of a row that is rewritten: an older value put back does not open.
    #[must_use]
    pub const fn version(self, version: u32) -> Self {
        Self { version, ..self }
    }

    fn place<'a>(&'a self, owner: &'a [u8; 32]) -> keyring::Place<'a> {
        keyring::Place { table: self.table, column: self.column, row: &self.row, owner, version: self.version }
    }
}

impl Work<'_> {
    /// Seals a value for its scope; the scope's data key is made when it is first needed.
    pub async fn seal<T: Serialize + ?Sized>(&mut self, scope: Scope, cell: Cell, value: &T) -> Result<Vec<u8>> {
        let plain = serde_json::to_vec(value).map_err(|cause| Error::bug(cause.to_string()))?;
        let plain = keyring::Zeroizing::new(plain);
        let (id, key) = store::key_for_sealing(self, scope).await?;
        Ok(key.seal(id, &cell.place(&scope.owner()), &plain)?)
    }

    /// Opens a sealed value under a grant. Where the value is one person's, the grant must be about that person.
    pub async fn open<T: DeserializeOwned>(
        &mut self,
        grant: &Grant,
        scope: Scope,
        cell: Cell,
        sealed: &[u8],
    ) -> Result<T> {
        must_be_about(grant, scope)?;
        let key = store::key_for_opening(self, scope, keyring::key_id(sealed)?).await?;
        let plain = key.open(&cell.place(&scope.owner()), sealed)?;
        serde_json::from_slice(&plain).map_err(|_| Error::bug(format!("{}.{} does not read", cell.table, cell.column)))
    }
}

/// Where a scope is one person's, the grant must be about that person.
pub(super) fn must_be_about(grant: &Grant, scope: Scope) -> Result<()> {
    if scope.subject().is_none_or(|person| grant.about().subject == Some(person)) {
        return Ok(());
    }
    Err(Error::bug(format!("{} reached for a record it does not name", grant.deed().code())))
}
