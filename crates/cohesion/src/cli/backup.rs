//! `cohesion backup` and `cohesion restore`.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use keyring::RootKey;

use super::progress::Progress;
use super::say;
use super::settings::Flags;
use super::start::{begin, block_on, start_beside};
use crate::clock::Timestamp;
use crate::config::Config;
use crate::ops::Stage;
use crate::ops::backup::{
    BackupKey, Manifest, Problem, Proof, Recipient, Revived, Unpacked, Withheld, find_ring, fits, look, make_backup,
    open_ring, revive, unpack, verify,
};

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
            say(&format!("  The keys to it are in {}, for 35 days.", made.ring.display()));
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
    /// The keyring file, made with the backup or later; without it the newest one beside the backup.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// Goes on without the ledger of shredded keys: what was erased since the keyring file was made can be read again.
    #[arg(long)]
    without_ledger: bool,
    /// Proves the result with the root key: that it is whole, opens, and that its audit log is unbroken.
    #[arg(long)]
    verify: bool,
}

impl Restore {
    /// Brings the records back.
    pub fn run(self, flags: &Flags) -> Result<(), String> {
        let (config, began) = (begin(flags)?, Instant::now());
        let root = RootKey::read_file(&config.root_key).map_err(|cause| cause.to_string())?;
        let key = BackupKey::read_file(&self.backup_key).map_err(|problem| problem.to_string())?;
        let unpacked = self.bring(&config, &key, &root).map_err(|problem| problem.to_string())?;
        if self.verify {
            prove(&unpacked, root, &config)?;
        } else {
            say("Nothing was proven yet: --verify opens the records with the root key.");
        }
        say(&format!("The records are in {} after {}.", unpacked.database.display(), since(began)));
        say(&format!("Serve them with: cohesion serve --data {} --root-key FILE", self.into.display()));
        Ok(())
    }
}

impl Restore {
    /// Unpacks the records and gives them their keys, or leaves nothing behind.
    fn bring(&self, config: &Config, key: &BackupKey, root: &RootKey) -> Result<Unpacked, Problem> {
        let withheld = if self.without_ledger { Withheld::Nothing } else { Withheld::By(config.shreds.clone()) };
        let manifest = look(&self.file, key)?;
        let ring = manifest.needs_keys().then(|| find_ring(self.keys.clone(), &self.file)).transpose()?;
        let ring = ring.map(|file| open_ring(&file, key, root)).transpose()?;
        fits(&manifest, ring.as_ref(), &withheld)?;
        let progress = Progress::new();
        let unpacked = unpack(&self.file, key, &self.into, |stage| progress.show(stage))?;
        progress.show(Stage::begun("Giving the records their keys"));
        let ring_made_at = ring.as_ref().map(|ring| ring.manifest.made_at);
        let revived = block_on(async { Ok(revive(&unpacked, ring, root, &withheld).await) });
        drop(progress);
        let revived = revived.map_err(Problem::Act).flatten().inspect_err(|_| unpacked.throw_away())?;
        say_manifest(&unpacked.manifest);
        say_keys(ring_made_at, revived, &withheld);
        Ok(unpacked)
    }
}

fn say_keys(ring_made_at: Option<Timestamp>, revived: Revived, withheld: &Withheld) {
    if let Some(made_at) = ring_made_at {
        say(&format!("{} keys are back, from the keyring file of {}.", revived.given, moment(made_at)));
    }
    if revived.withheld > 0 {
        say(&format!("{} keys were shredded since, and stay shredded.", revived.withheld));
    }
    if *withheld == Withheld::Nothing {
        say("No ledger was asked: what was erased after these keys were kept can be read again.");
    }
}

fn moment(at: Timestamp) -> String {
    format!("{:.0}", jiff::Timestamp::from_millisecond(at.0).unwrap_or_default())
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
    let made_at = moment(manifest.made_at);
    say(&format!("A backup of {made_at}, made by version {}, {}.", manifest.program, size(manifest.bytes)));
}

fn size(bytes: u64) -> String {
    indicatif::HumanBytes(bytes).to_string()
}

fn since(began: Instant) -> String {
    let seconds = began.elapsed().as_secs_f64();
    if seconds < 90.0 { format!("{seconds:.1} seconds") } else { format!("{:.1} minutes", seconds / 60.0) }
}
