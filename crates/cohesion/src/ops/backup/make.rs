//! Makes a backup from inside the process, while acts go on.

use std::fs::{self, File, TryLockError};
use std::io::Read;
use std::path::{Path, PathBuf};

use ::store::Tx;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::bare::{self, Marks};
use super::envelope::{self, Head};
use super::key::Recipient;
use super::manifest::{Chain, FORM, Holds, Manifest};
use super::problem::{Problem, at};
use super::{canary, ring, shelf};
use crate::app::App;
use crate::ops::watched::Watched;
use crate::ops::wrapped::Wrapped;
use crate::ops::{Stage, disk, root, shreds, store};
use crate::{Error, limits};

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub file: PathBuf,
    /// The file with the keys to it.
    pub ring: PathBuf,
    /// How large it is.
    pub bytes: u64,
    /// What it says about itself.
    pub manifest: Manifest,
}

/// Makes a backup in `folder`, sealed to `to`. `told` hears how far it has come.
///
/// SQLite only: a PostgreSQL server has tools of its own, which the answer names.
pub async fn make_backup(
    app: &App,
    to: &Recipient,
    folder: &Path,
    told: impl Fn(Stage) + Send + 'static,
) -> Result<Made, Problem> {
    let Some(database) = app.config().sqlite_file() else {
        return Err(app.db().backup_to(folder).await.err().map_or(Problem::CutOff, Problem::from));
    };
    let _turn = take_turn(&app.config().data)?;
    fs::create_dir_all(folder).map_err(at(folder))?;
    let size = app.db().size_bytes().await?;
    check_room(database, size)?;
    check_room(folder, size)?;
    let copy = Copy(app.config().data.join("backup.copy"));
    let manifest = describe(app).await?;
    told(Stage::begun("Copying the records, and checking the copy"));
    app.db().backup_to(&copy.0).await?;
    told(Stage::begun("Taking the keys out of the copy"));
    bare::take_keys_out(&copy.0).await?;
    // Read after the copy was made, so that all of its keys are among them, but for those that were shredded since.
    let keys = app.db().read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?;
    let (to, folder, app) = (to.clone(), folder.to_owned(), app.clone());
    let sealing = tokio::task::spawn_blocking(move || seal(&app, &to, &folder, &copy, manifest, &keys, told));
    sealing.await.unwrap_or(Err(Problem::CutOff))
}

/// Seals the copy and, before it, its keys: a backup never stands there alone.
fn seal(
    app: &App,
    to: &Recipient,
    folder: &Path,
    copy: &Copy,
    mut manifest: Manifest,
    keys: &[Wrapped],
    told: impl Fn(Stage),
) -> Result<Made, Problem> {
    let vouching = app.vault().backup_key();
    let (file, ring) = (folder.join(shelf::name(manifest.made_at)), folder.join(shelf::keys_name(manifest.made_at)));
    let mut marks = keys.first().and_then(|own| Marks::like(&own.bytes));
    manifest.bytes = fs::metadata(&copy.0).map_err(at(&copy.0))?.len();
    manifest.sha256 = digest(&copy.0, manifest.bytes, marks.as_mut(), &told)?;
    if marks.is_some_and(|marks| !marks.are_gone()) {
        return Err(Error::bug("a data key is still in the copy of the records").into());
    }
    ring::seal(&ring, to, &manifest, keys, vouching)?;
    let told = |done, all| told(Stage::part("Sealing the backup", done, all));
    let whole = Watched::new(File::open(&copy.0).map_err(at(&copy.0))?, manifest.bytes, told);
    envelope::write(&file, to, &Head::over(&manifest, vouching)?, whole)?;
    Ok(Made { bytes: fs::metadata(&file).map_err(at(&file))?.len(), file, ring, manifest })
}

/// How many shredded keys the ledger lists, after it was brought up to date. A ledger that cannot be kept is no reason to
/// have no backup.
async fn count_shreds(app: &App) -> u64 {
    if let Err(cause) = shreds::note(app).await {
        tracing::error!(%cause, "the ledger of shredded keys cannot be kept");
    }
    let ledger = shreds::read(&app.config().shreds, app.vault().shreds_key()).ok().flatten();
    ledger.map_or(0, |ledger| ledger.shreds.len() as u64)
}

/// Puts the backup on record and says what is true of the database from now on; its bytes are not known yet.
async fn describe(app: &App) -> Result<Manifest, Problem> {
    let made_at = app.clock().now();
    let heads = || app.db().read(async |tx: &mut dyn Tx| store::heads(tx).await);
    for (practice, _) in heads().await? {
        canary::renew(app, practice, made_at).await?;
    }
    let chains = heads().await?.into_iter().map(|(practice, head)| Chain {
        practice,
        seq: head.seq,
        hash: HEXLOWER.encode(&head.hash),
    });
    Ok(Manifest {
        form: FORM,
        holds: Holds::Records,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at,
        schema: root::schema(app.db()).await?.unwrap_or_default(),
        shreds: count_shreds(app).await,
        bytes: 0,
        sha256: String::new(),
        root: HEXLOWER.encode(&app.vault().root().fingerprint()),
        chains: chains.collect(),
    })
}

/// One backup at a time, whichever program makes it.
fn take_turn(data: &Path) -> Result<File, Problem> {
    let path = data.join("backup.lock");
    let file = File::create(&path).map_err(at(&path))?;
    match file.try_lock() {
        Ok(()) => {
            // What a crash left behind, since nobody else is at it.
            remove_copy(&data.join("backup.copy"));
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => Err(Problem::UnderWay),
        Err(TryLockError::Error(source)) => Err(Problem::Disk { path, source }),
    }
}

/// A copy that fills the disk would stop the server from taking anything down.
fn check_room(path: &Path, size: u64) -> Result<(), Problem> {
    const MIB: u64 = 1 << 20;
    let (free, needed) = (disk::free_bytes(path).unwrap_or(u64::MAX), size + limits::DISK_FREE_BYTES_MIN);
    if free >= needed {
        return Ok(());
    }
    let folder = path.parent().filter(|_| path.is_file()).unwrap_or(path).to_owned();
    Err(Problem::NoRoom { folder, free_mib: free / MIB, needed_mib: needed.div_ceil(MIB) })
}

fn digest(path: &Path, bytes: u64, mut marks: Option<&mut Marks>, told: impl Fn(Stage)) -> Result<String, Problem> {
    let told = |done, all| told(Stage::part("Taking its digest", done, all));
    let mut file = Watched::new(File::open(path).map_err(at(path))?, bytes, told);
    let (mut digest, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).map_err(at(path))? {
            0 => return Ok(HEXLOWER.encode(&digest.finalize())),
            length => {
                digest.update(&piece[..length]);
                if let Some(marks) = &mut marks {
                    marks.look(&piece[..length]);
                }
            }
        }
    }
}

/// The plain copy, gone when this is dropped.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        remove_copy(&self.0);
    }
}

/// What SQLite may have left beside it goes too.
fn remove_copy(path: &Path) {
    for rest in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{rest}", path.display()));
    }
}
