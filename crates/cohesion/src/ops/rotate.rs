//! Replaces the root key. What is left to do is planned from what is stored, so a rotation that was cut off anywhere is
//! taken up by beginning it again, and at each moment every key opens with one of the two root keys at hand.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use ::store::{Db, Tx};
use keyring::rotation::{Held, Roots, State, Step, plan};
use keyring::{Fingerprint, KeyId, RootKey, promote_file};

use super::record::record_everywhere;
use super::root::next_root_key;
use super::store;
use super::wrapped::Wrapped;
use crate::access::Deed;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::work::Vault;
use crate::{Error, Result};

/// Keys wrapped anew in one transaction: a step lost to a crash costs some milliseconds.
const BATCH: usize = 100;

/// A change of the root key that is under way.
pub struct Rotation {
    db: Db,
    config: Config,
    roots: Arc<(RootKey, RootKey)>,
}

/// A change of the root key that is done.
pub struct Rotated {
    /// Keys that are wrapped under the new root key.
    pub keys: usize,
    /// Where the old root key is kept, for the backups that it opens.
    pub kept: PathBuf,
}

impl Rotation {
    /// Begins with a new root key beside the one in use, or takes up what was cut off. No server may be running.
    pub fn begin(db: Db, config: &Config) -> Result<Self> {
        let current = RootKey::read_file(&config.root_key)?;
        let next_file = next_root_key(&config.root_key);
        if !next_file.exists() {
            RootKey::generate()?.write_file(&next_file)?;
        }
        let next = RootKey::read_file(&next_file)?;
        Ok(Self { db, config: config.clone(), roots: Arc::new((current, next)) })
    }

    /// By what the new root key is recognised.
    pub fn next(&self) -> Fingerprint {
        self.roots.1.fingerprint()
    }

    /// Wraps every key anew and puts the new root key in the place of the old one. `told` hears how many of how many
    /// keys are done.
    pub async fn run(self, told: impl Fn(usize, usize)) -> Result<Rotated> {
        loop {
            let keys = self.db.read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?;
            let all = keys.len();
            let behind = self.behind(keys)?;
            if behind.is_empty() {
                return self.promote(all).await;
            }
            for (batch, number) in behind.chunks(BATCH).zip(1..) {
                self.rewrap(batch.to_vec()).await?;
                told((all - behind.len() + number * BATCH).min(all), all);
            }
        }
    }

    /// The keys that are still wrapped under the old root key.
    fn behind(&self, keys: Vec<Wrapped>) -> Result<Vec<Wrapped>> {
        let (current, next) = (self.roots.0.fingerprint(), Some(self.roots.1.fingerprint()));
        let held = keys.iter().map(|key| Ok(Held { id: key.key_id(), root: key.root()?, state: State::Active }));
        let steps = plan(Roots { current, next }, &held.collect::<Result<Vec<_>>>()?);
        let steps = steps.map_err(|missing| Error::Unavailable(missing.to_string()))?;
        let mut keys: HashMap<KeyId, Wrapped> = keys.into_iter().map(|key| (key.key_id(), key)).collect();
        let behind = steps.into_iter().filter_map(|step| match step {
            Step::Rewrap { id, .. } => keys.remove(&id),
            Step::Promote { .. } | Step::Reseal { .. } | Step::Retire { .. } => None,
        });
        Ok(behind.collect())
    }

    async fn rewrap(&self, batch: Vec<Wrapped>) -> Result<()> {
        let roots = Arc::clone(&self.roots);
        let written = self.db.write(async move |tx: &mut dyn Tx| {
            for key in &batch {
                store::save_wrapped(tx, key, key.rewrap(&roots.0, &roots.1)?).await?;
            }
            Ok(())
        });
        written.await
    }

    /// The change goes on record before the file is moved: a crash between the two repeats both.
    async fn promote(self, keys: usize) -> Result<Rotated> {
        let next = next_root_key(&self.config.root_key);
        let vault = Vault::open(&self.db, RootKey::read_file(&next)?).await?;
        let app = App::new(self.db, vault, Clock::machine(), self.config);
        record_everywhere(&app, Deed::ReplaceRootKey).await?;
        let kept = promote_file(&next, &app.config().root_key)?;
        Ok(Rotated { keys, kept })
    }
}
