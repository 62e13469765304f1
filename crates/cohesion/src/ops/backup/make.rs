//! Makes a backup from inside the process, while acts go on.

use std::fs::{self, File, TryLockError};
use std::io::Read;
use std::path::{Path, PathBuf};

use ::store::Tx;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::envelope::{self, Head};
use super::key::Recipient;
use super::manifest::{Chain, FORM, Manifest};
use super::problem::{Problem, at};
use super::{canary, shelf};
use crate::app::App;
use crate::ops::watched::Watched;
use crate::ops::{Stage, disk, root, store};
use crate::{Error, limits};

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub file: PathBuf,
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
    let mut manifest = describe(app).await?;
    told(Stage::begun("Copying the records, and checking the copy"));
    app.db().backup_to(&copy.0).await?;
    let (to, file) = (to.clone(), folder.join(shelf::name(manifest.made_at)));
    let app = app.clone();
    let sealing = tokio::task::spawn_blocking(move || {
        manifest.bytes = fs::metadata(&copy.0).map_err(at(&copy.0))?.len();
        manifest.sha256 = digest(&copy.0, manifest.bytes, &told)?;
        let line = serde_json::to_string(&manifest).map_err(|cause| Error::bug(cause.to_string()))?;
        let seal = HEXLOWER.encode(&app.vault().backup_key().mac(&[line.as_bytes()]));
        let told = |done, all| told(Stage::part("Sealing the backup", done, all));
        let whole = Watched::new(File::open(&copy.0).map_err(at(&copy.0))?, manifest.bytes, told);
        envelope::write(&file, &to, &Head { manifest: line, seal }, whole)?;
        Ok(Made { bytes: fs::metadata(&file).map_err(at(&file))?.len(), file, manifest })
    });
    sealing.await.unwrap_or(Err(Problem::CutOff))
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
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at,
        schema: root::schema(app.db()).await?.unwrap_or_default(),
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
            let _ = fs::remove_file(data.join("backup.copy"));
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

fn digest(path: &Path, bytes: u64, told: impl Fn(Stage)) -> Result<String, Problem> {
    let told = |done, all| told(Stage::part("Taking its digest", done, all));
    let mut file = Watched::new(File::open(path).map_err(at(path))?, bytes, told);
    let (mut digest, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).map_err(at(path))? {
            0 => return Ok(HEXLOWER.encode(&digest.finalize())),
            length => digest.update(&piece[..length]),
        }
    }
}

/// The plain copy, gone when this is dropped.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
