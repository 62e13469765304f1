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
use crate::ops::{Stage, root, store};
use crate::work::Vault;
use crate::{Error, audit, migrations};

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

/// Proves a restored database with its root key. Each thing that is not as it should be is a [`Problem`]. `told` hears how
/// far it has come.
pub async fn verify(
    unpacked: &Unpacked,
    root_key: RootKey,
    config: &Config,
    told: impl Fn(Stage),
) -> Result<Proof, Problem> {
    let db = open(&unpacked.database).await?;
    let proof = examine(&db, unpacked, root_key, config, told).await;
    db.close().await;
    proof
}

async fn open(database: &Path) -> Result<Db, Problem> {
    Ok(Db::open(&format!("sqlite:{}", database.display()), &Options::default()).await?)
}

async fn examine(
    db: &Db,
    unpacked: &Unpacked,
    root_key: RootKey,
    config: &Config,
    told: impl Fn(Stage),
) -> Result<Proof, Problem> {
    let Unpacked { manifest, head, database } = unpacked;
    told(Stage::begun("Reading every page"));
    db.integrity().await?;
    told(Stage::begun("Bringing the records to this program's schema"));
    db.migrate(migrations::ALL).await?;
    told(Stage::begun("Opening every key"));
    root::check_root(db, &root_key).await?;
    let keys = open_every_key(db, &root_key).await?;
    // The checkpoints beside the live records remember more than a backup can hold.
    let config = Config { data: database.parent().unwrap_or(Path::new(".")).to_owned(), ..config.clone() };
    let app = App::new(db.clone(), Vault::open(db, root_key).await?, Clock::machine(), config);
    if !head.is_vouched_for(app.vault().backup_key()) {
        return Err(Problem::Damaged("its first line was not written by the server that made it".to_owned()));
    }
    // All of the log is walked before opening the test records adds to it.
    let records = walk_the_log(&app, told).await?;
    for chain in &manifest.chains {
        follow(&app, chain).await?;
        open_canary(&app, chain.practice, manifest).await?;
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

/// Walks the audit log of every practice from its first line to its last.
async fn walk_the_log(app: &App, told: impl Fn(Stage)) -> Result<Vec<(PracticeId, i64)>, Problem> {
    let told = |done, all| told(Stage::part("Walking the audit log", done, all));
    let report = audit::verify(app, told).await?;
    if let Some(finding) = report.findings().next() {
        let finding = finding.to_string();
        let finding = finding.trim_end_matches('.');
        return Err(Problem::Damaged(format!("its audit log is not as it was written ({finding})")));
    }
    Ok(report.chains.into_iter().map(|chain| (chain.practice, chain.links)).collect())
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
async fn follow(app: &App, chain: &Chain) -> Result<(), Problem> {
    let (practice, seq) = (chain.practice, chain.seq);
    let found = app.db().read(async move |tx: &mut dyn Tx| store::hash_of_line(tx, practice, seq).await).await;
    match found {
        Ok(hash) if HEXLOWER.encode(&hash) == chain.hash => Ok(()),
        Ok(_) | Err(Error::NotFound) => Err(Problem::Damaged("its audit log is not the one that was kept".to_owned())),
        Err(other) => Err(other.into()),
    }
}
