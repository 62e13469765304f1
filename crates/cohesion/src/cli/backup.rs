//! `cohesion backup` and `cohesion restore`.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use keyring::RootKey;

use super::progress::Progress;
use super::say;
use super::settings::Flags;
use super::start::{begin, block_on, start_beside};
use crate::config::Config;
use crate::ops::backup::{BackupKey, Manifest, Proof, Recipient, Unpacked, make_backup, unpack, verify};

/// What to back up to whom.
#[derive(Args)]
pub(super) struct Backup {
    /// To whom it is sealed: age1…, or a file that holds that; without it the setting backup-recipient.
    #[arg(long, value_name = "AGE1…|FILE")]
    recipient: Option<String>,
    /// The folder it goes to; without it the setting backups.
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
}

impl Backup {
    /// Makes a backup; a server may go on serving meanwhile.
    pub fn run(self, flags: &Flags) -> Result<(), String> {
        let config = begin(flags)?;
        let to = self.recipient.as_ref().unwrap_or(&config.backup_recipient);
        let to = Recipient::read(to).map_err(|problem| problem.to_string())?;
        let folder = self.into.unwrap_or_else(|| config.backups.clone());
        let began = Instant::now();
        block_on(async move {
            let app = start_beside(config).await?;
            let progress = Progress::new();
            let made = make_backup(&app, &to, &folder, move |stage| progress.show(stage)).await;
            app.db().clone().close().await;
            let made = made.map_err(|problem| problem.to_string())?;
            say(&format!("{}", made.file.display()));
            say(&format!(
                "  {} of records, {} sealed, in {}.",
                size(made.manifest.bytes),
                size(made.bytes),
                since(began)
            ));
            say("  The root key is not in it: keep a copy of that apart.");
            Ok(())
        })
    }
}

/// What to bring back, and where to.
#[derive(Args)]
pub(super) struct Restore {
    /// The backup.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A new or empty folder; nothing is ever overwritten.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// The secret half of the backup key.
    #[arg(long, value_name = "FILE")]
    backup_key: PathBuf,
    /// Proves the result with the root key: that it is whole, opens, and that its audit log is unbroken.
    #[arg(long)]
    verify: bool,
}

impl Restore {
    /// Brings the records back.
    pub fn run(self, flags: &Flags) -> Result<(), String> {
        let (config, began) = (begin(flags)?, Instant::now());
        let root = self.verify.then(|| RootKey::read_file(&config.root_key)).transpose();
        let root = root.map_err(|cause| cause.to_string())?;
        let key = BackupKey::read_file(&self.backup_key).map_err(|problem| problem.to_string())?;
        let progress = Progress::new();
        let unpacked = unpack(&self.file, &key, &self.into, |stage| progress.show(stage));
        drop(progress);
        let unpacked = unpacked.map_err(|problem| problem.to_string())?;
        say_manifest(&unpacked.manifest);
        match root {
            Some(root) => prove(&unpacked, root, &config)?,
            None => say("Nothing was proven yet: --verify opens the records with the root key."),
        }
        say(&format!("The records are in {} after {}.", unpacked.database.display(), since(began)));
        say(&format!("Serve them with: cohesion serve --data {} --root-key FILE", self.into.display()));
        Ok(())
    }
}

fn prove(unpacked: &Unpacked, root: RootKey, config: &Config) -> Result<(), String> {
    let progress = Progress::new();
    let proving = async {
        let proof = verify(unpacked, root, config, |stage| progress.show(stage)).await;
        proof.map_err(|problem| problem.to_string())
    };
    let proof: Proof = block_on(proving)?;
    drop(progress);
    say("  whole       the database is the one that was put in, and its pages are sound");
    say(&format!("  schema      step {}", proof.schema));
    say(&format!("  keys        {0} of {0} open with this root key", proof.keys));
    for (practice, lines) in &proof.records {
        say(&format!(
            "  practice    {practice}: its test record opens, and its audit log is unbroken for {lines} lines"
        ));
    }
    Ok(())
}

fn say_manifest(manifest: &Manifest) {
    let made_at = jiff::Timestamp::from_millisecond(manifest.made_at.0).unwrap_or_default();
    say(&format!("A backup of {made_at:.0}, made by version {}, {}.", manifest.program, size(manifest.bytes)));
}

fn size(bytes: u64) -> String {
    indicatif::HumanBytes(bytes).to_string()
}

fn since(began: Instant) -> String {
    let seconds = began.elapsed().as_secs_f64();
    if seconds < 90.0 { format!("{seconds:.1} seconds") } else { format!("{:.1} minutes", seconds / 60.0) }
}
