//! Proves a restored database: that it is whole, that its root key opens it, and that its record is unbroken.

use std::path::Path;

use ::store::{Db, Options, Tx};
use data_encoding::HEXLOWER;
use keyring::RootKey;

use super::canary;
use super::manifest::{Chain, Manifest};
use super::problem::Problem;
use super::restore::Unpacked;
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::id::PracticeId;
use crate::ops::{root, store};
use crate::work::Vault;
use crate::{Error, migrations};

/// What was found in a restored database.
#[derive(Debug)]
pub struct Proof {
    /// The step that the schema was at in the backup.
    pub schema: u32,
    /// Keys that open with the root key: all there are.
    pub keys: usize,
    /// Each practice, and the lines of its audit log.
    pub records: Vec<(PracticeId, i64)>,
}

/// Proves a restored database with its root key. Each thing that is not as it should be is a [`Problem`].
pub async fn verify(unpacked: &Unpacked, root_key: RootKey, config: &Config) -> Result<Proof, Problem> {
    let db = open(&unpacked.database).await?;
    let proof = examine(&db, unpacked, root_key, config).await;
    db.close().await;
    proof
}

async fn open(database: &Path) -> Result<Db, Problem> {
    Ok(Db::open(&format!("sqlite:{}", database.display()), &Options::default()).await?)
}

async fn examine(db: &Db, unpacked: &Unpacked, root_key: RootKey, config: &Config) -> Result<Proof, Problem> {
    let Unpacked { manifest, head, .. } = unpacked;
    db.integrity().await?;
    db.migrate(migrations::ALL).await?;
    root::check_root(db, &root_key).await?;
    let keys = open_every_key(db, &root_key).await?;
    let app = App::new(db.clone(), Vault::open(db, root_key).await?, Clock::machine(), config.clone());
    let seal = HEXLOWER.decode(head.seal.as_bytes()).unwrap_or_default();
    if !app.vault().backup_key().verify_mac(&[head.manifest.as_bytes()], &seal) {
        return Err(Problem::Damaged("its first line was not written by the server that made it".to_owned()));
    }
    let mut records = Vec::new();
    for chain in &manifest.chains {
        open_canary(&app, chain.practice, manifest).await?;
        records.push((chain.practice, follow(&app, chain).await?));
    }
    Ok(Proof { schema: manifest.schema, keys, records })
}

/// Unwraps every key; the first that does not open is the problem.
async fn open_every_key(db: &Db, root_key: &RootKey) -> Result<usize, Problem> {
    let wrapped = db.read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?;
    for key in &wrapped {
        key.unwrap(root_key)?;
    }
    Ok(wrapped.len())
}

/// Opens the word that was sealed for this backup, and puts the restoring on record.
async fn open_canary(app: &App, practice: PracticeId, manifest: &Manifest) -> Result<(), Problem> {
    let opened = app.write(Actor::System(practice), async |work| {
        let grant = work.ask(Deed::RestoreBackup, Standing::NONE, About::NOTHING)?;
        canary::open(work, &grant).await
    });
    if opened.await? == manifest.made_at {
        return Ok(());
    }
    Err(Problem::Damaged("its test record is that of another backup".to_owned()))
}

/// Whether the practice's log holds the line with which the backup's manifest says it ended.
async fn follow(app: &App, chain: &Chain) -> Result<i64, Problem> {
    let (practice, seq) = (chain.practice, chain.seq);
    let found = app.db().read(async move |tx: &mut dyn Tx| store::hash_of_line(tx, practice, seq).await).await;
    match found {
        Ok(hash) if HEXLOWER.encode(&hash) == chain.hash => Ok(seq),
        Ok(_) | Err(Error::NotFound) => Err(Problem::Damaged("its audit log is not the one that was kept".to_owned())),
        Err(other) => Err(other.into()),
    }
}
