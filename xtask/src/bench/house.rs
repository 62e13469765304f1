//! A practice's data folder, which the bench fills by the library's own acts while no server runs, and looks into later.

use super::{Result, store};
use ::store::Db;
use cohesion::access::{Actor, SignedIn};
use cohesion::app::App;
use cohesion::clock::Clock;
use cohesion::config::{Config, Resolved};
use cohesion::id::{LoginId, PersonId, PracticeId};
use cohesion::migrations;
use cohesion::work::Vault;
use keyring::RootKey;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The passphrase of everybody in it.
pub const PASSPHRASE: &str = "four purple herons wait quietly";

/// A data folder.
#[derive(Clone)]
pub struct House {
    data: PathBuf,
    config: Config,
}

impl House {
    /// A new house below `folder`, with a root key and the product's schema.
    pub async fn build(folder: &Path, name: &str) -> Result<Self> {
        let data = folder.join(name);
        std::fs::create_dir_all(&data)?;
        let flags = BTreeMap::from([("data", data.display().to_string())]);
        let config = Config::read(&Resolved::new(&flags, |_| None, "")?)?;
        RootKey::generate()?.write_file(&config.root_key)?;
        let house = Self { data, config };
        let db = house.db().await?;
        db.migrate(migrations::ALL).await?;
        db.close().await;
        Ok(house)
    }

    /// Where it is.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Its database.
    pub async fn db(&self) -> Result<Db> {
        store::open(&self.data.join("cohesion.db")).await
    }

    /// The product's parts, put together around a database of this house; each with a clock of its own.
    pub async fn app(&self, db: &Db, clock: Clock) -> Result<App> {
        let vault = Vault::open(db, RootKey::read_file(&self.config.root_key)?).await?;
        Ok(App::new(db.clone(), vault, clock, self.config.clone()))
    }
}

/// Somebody who has just proved who they are.
pub fn signed_in(app: &App, practice: PracticeId, person: PersonId) -> Actor {
    let proven_at = app.clock().now();
    Actor::Person(SignedIn { practice, person, login: LoginId(person.0), proven_at })
}
