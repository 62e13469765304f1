//! The root key's file as the running program finds it: the right one, or one that a rotation is about to replace.

use std::path::{Path, PathBuf};

use ::store::{Db, Tx};
use keyring::RootKey;

use super::store;
use super::wrapped::Wrapped;
use crate::{Error, Result};

/// Where the next root key waits while a rotation goes on.
pub fn next_root_key(root_key: &Path) -> PathBuf {
    root_key.with_added_extension("next")
}

/// Whether a rotation was begun and is not finished.
pub fn is_rotating(root_key: &Path) -> bool {
    next_root_key(root_key).exists()
}

/// The step that the database's schema is at; nothing for a database that was never migrated.
pub async fn schema(db: &Db) -> Result<Option<u32>> {
    match db.read(async |tx: &mut dyn Tx| store::schema(tx).await).await {
        // The table that says so is made by the first migration.
        Err(Error::Bug(_)) => Ok(None),
        found => found,
    }
}

/// Whether this root key is the one that the database was sealed under. A database without any key takes each.
pub async fn check_root(db: &Db, root: &RootKey) -> Result<()> {
    let wrapped = db.read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?;
    let given = root.fingerprint();
    match wrapped.first().map(Wrapped::root).transpose()? {
        Some(needed) if needed != given => Err(keyring::Error::WrongRoot { needed, given }.into()),
        _ => Ok(()),
    }
}
