//! `cohesion keys`: makes a root key, and replaces the one in use.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use data_encoding::HEXLOWER;
use keyring::RootKey;

use super::lock::Lock;
use super::progress::Progress;
use super::say;
use super::settings::Flags;
use super::start::{begin, block_on, make_folder, open_existing};
use crate::Error;
use crate::ops::backup::BackupKey;
use crate::ops::{Rotation, Stage};

/// What to do with keys.
#[derive(Subcommand)]
pub(super) enum Keys {
    /// Makes a root key in a new file. A file that exists is left as it is.
    New(New),
    /// Makes a backup key: its public half seals backups here, its secret half belongs elsewhere.
    Backup(BackupPair),
    /// Replaces the root key by a new one. May be cut off at any moment and taken up again.
    Rotate,
}

/// Where the new key goes.
#[derive(Args)]
pub(super) struct New {
    /// The new file; without it the one that the setting root-key names.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Where the secret half goes.
#[derive(Args)]
pub(super) struct BackupPair {
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Keys {
    /// Does it.
    pub fn run(self, flags: &Flags) -> Result<(), String> {
        match self {
            Self::New(new) => new.run(flags),
            Self::Backup(pair) => pair.run(),
            Self::Rotate => rotate(flags),
        }
    }
}

impl New {
    fn run(self, flags: &Flags) -> Result<(), String> {
        let path = self.out.map_or_else(|| Ok(flags.read()?.root_key), Ok::<_, String>)?;
        if let Some(folder) = path.parent() {
            make_folder(folder)?;
        }
        let key = RootKey::generate().map_err(|cause| cause.to_string())?;
        key.write_file(&path).map_err(|cause| cause.to_string())?;
        say(&format!("A root key was made: {} (fingerprint {}).", path.display(), HEXLOWER.encode(&key.fingerprint())));
        say("Keep a copy apart from the backups: without it nothing can be read, and nobody can restore it.");
        Ok(())
    }
}

impl BackupPair {
    fn run(self) -> Result<(), String> {
        let key = BackupKey::generate();
        key.write_file(&self.out).map_err(|problem| problem.to_string())?;
        say(&format!(
            "A backup key was made: {}. Move it off this server; it is needed to restore.",
            self.out.display()
        ));
        say("Backups are sealed to its public half. Put this into the settings:");
        say(&format!("backup-recipient = \"{}\"", key.recipient()));
        Ok(())
    }
}

fn rotate(flags: &Flags) -> Result<(), String> {
    let config = begin(flags)?;
    let _lock = Lock::take(&config.data)?;
    block_on(async move {
        let db = open_existing(&config).await?;
        let rotation = Rotation::begin(db.clone(), &config).map_err(Error::into_sentence)?;
        say(&format!("The new root key has fingerprint {}.", HEXLOWER.encode(&rotation.next())));
        let progress = Progress::new();
        let told = |done, all| progress.show(Stage::part("Wrapping every key anew", done as u64, all as u64));
        let done = rotation.run(told).await.map_err(Error::into_sentence)?;
        drop(progress);
        say(&format!(
            "{} keys are wrapped under the new root key, which is now {}.",
            done.keys,
            config.root_key.display()
        ));
        say(&format!("The old one opens older backups and is kept in {}. Keep a copy of both.", done.kept.display()));
        say("Everybody signs in again, and links that were mailed before no longer open.");
        db.close().await;
        Ok(())
    })
}
