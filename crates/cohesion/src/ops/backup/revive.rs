//! Gives a restored database its keys back, from a keyring file, and withholds those that were shredded since.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ::store::{Db, Options, Tx};
use keyring::{Purpose, RootKey, SubKey};

use super::manifest::{Holds, Manifest};
use super::problem::Problem;
use super::restore::Unpacked;
use super::ring::Ring;
use super::shelf;
use crate::Error;
use crate::id::{Bytes, PracticeId};
use crate::ops::shreds::{Shred, read, shred_again};
use crate::ops::store;
use crate::ops::wrapped::Wrapped;

/// Where it is written which keys must not come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// In this ledger.
    By(PathBuf),
    /// Nowhere: whoever restores accepts that what was erased may be read again.
    Nothing,
}

/// What became of the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revived {
    /// Keys that were given back.
    pub given: usize,
    /// Keys that were withheld, because they were shredded.
    pub withheld: usize,
}

/// Where the keyring file for a backup is: the one that was named, or the newest one beside it.
pub fn find_ring(named: Option<PathBuf>, backup: &Path) -> Result<PathBuf, Problem> {
    if let Some(named) = named {
        return Ok(named);
    }
    let folder = backup.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let newest = shelf::kept_keys(folder)?.into_iter().next();
    newest.map(|kept| kept.file).ok_or_else(|| Problem::NoKeys(folder.to_owned()))
}

/// Whether this keyring file holds the keys of that backup, and a ledger is there where one should be. Asked before anything
/// is unpacked.
pub fn fits(manifest: &Manifest, ring: Option<&Ring>, withheld: &Withheld) -> Result<(), Problem> {
    if manifest.holds != Holds::Records {
        return Err(Problem::NotRecords);
    }
    if ring.is_some_and(|ring| ring.manifest.made_at < manifest.made_at) {
        return Err(Problem::OlderKeys);
    }
    match withheld {
        Withheld::By(path) if !path.exists() => Err(Problem::NoLedger(path.clone())),
        Withheld::By(_) | Withheld::Nothing => Ok(()),
    }
}

/// Gives the keys back. A database from before there were keyring files holds its own, and only loses those that were
/// shredded. The ledger is held to its keys first: one that is not as it was written, or shorter than the backup remembers,
/// is a [`Problem`].
pub async fn revive(
    unpacked: &Unpacked,
    ring: Option<Ring>,
    root: &RootKey,
    withheld: &Withheld,
) -> Result<Revived, Problem> {
    let db = Db::open(&format!("sqlite:{}", unpacked.database.display()), &Options::default()).await?;
    let revived = revive_in(&db, &unpacked.manifest, ring, root, withheld).await;
    db.close().await;
    revived
}

async fn revive_in(
    db: &Db,
    manifest: &Manifest,
    ring: Option<Ring>,
    root: &RootKey,
    withheld: &Withheld,
) -> Result<Revived, Problem> {
    let own = db.read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?.into_iter().next();
    let remembered = ring.as_ref().map_or(0, |ring| ring.manifest.shreds).max(manifest.shreds);
    let shreds = match withheld {
        Withheld::Nothing => Vec::new(),
        Withheld::By(path) => {
            let vouching = match (&ring, &own) {
                (Some(ring), _) => ring.shreds_key()?,
                (None, Some(own)) => own.unwrap(root)?.derive(Purpose::Shreds)?,
                (None, None) => return Ok(Revived::default()),
            };
            read_ledger(path, &vouching, remembered)?
        }
    };
    match ring {
        None => Ok(Revived { given: 0, withheld: shred_again(db, shreds).await? }),
        Some(ring) => give(db, own, ring, shreds).await,
    }
}

fn read_ledger(path: &Path, vouching: &SubKey, remembered: u64) -> Result<Vec<Shred>, Problem> {
    let ledger = read(path, vouching)?.ok_or_else(|| Problem::NoLedger(path.to_owned()))?;
    if let Some(flaw) = ledger.flaws.first() {
        return Err(Problem::BrokenLedger(path.to_owned(), flaw.to_string()));
    }
    if (ledger.shreds.len() as u64) < remembered {
        return Err(Problem::ShortLedger { path: path.to_owned(), has: ledger.shreds.len() as u64, remembered });
    }
    Ok(ledger.shreds)
}

/// A key that the file does not hold was shredded between the backup and the file.
async fn give(db: &Db, own: Option<Wrapped>, ring: Ring, shreds: Vec<Shred>) -> Result<Revived, Problem> {
    let giving = db.write(async move |tx: &mut dyn Tx| {
        let shredded: HashMap<(PracticeId, Bytes), Shred> =
            shreds.iter().map(|shred| ((shred.practice, shred.key), *shred)).collect();
        let held: HashMap<(Option<PracticeId>, Bytes), &Vec<u8>> =
            ring.held.iter().map(|held| ((held.practice, held.id), &held.wrapped)).collect();
        if let Some(own) = &own
            && let Some(wrapped) = held.get(&(None, own.id))
        {
            store::save_wrapped(tx, own, (*wrapped).clone()).await?;
        }
        let mut revived = Revived::default();
        for (practice, key) in store::list_bare(tx).await? {
            match (shredded.get(&(practice, key)), held.get(&(Some(practice), key))) {
                (None, Some(wrapped)) => {
                    store::give_key(tx, practice, key, (*wrapped).clone()).await?;
                    revived.given += 1;
                }
                (known, _) => {
                    let since = Shred { practice, key, at: ring.manifest.made_at };
                    store::shred_again(tx, known.unwrap_or(&since)).await?;
                    revived.withheld += 1;
                }
            }
        }
        Ok::<_, Error>(revived)
    });
    Ok(giving.await?)
}
