//! What every command that touches the database begins with: settings, keys, store.

use std::path::Path;

use keyring::RootKey;
use store::{Db, Options};

use super::say;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::migrations;
use crate::work::Vault;

/// Opens the database at this program's schema and the keys, and puts the program together.
pub(super) async fn start(config: Config) -> Result<App, String> {
    let root = root_key(&config)?;
    let db = open(&config).await?;
    db.migrate(migrations::ALL).await.map_err(|cause| cause.to_string())?;
    let vault = Vault::open(&db, root).await.map_err(|cause| cause.to_string())?;
    Ok(App::new(db, vault, Clock::machine(), config))
}

/// Opens the database as it is.
pub(super) async fn open(config: &Config) -> Result<Db, String> {
    std::fs::create_dir_all(&config.data)
        .map_err(|cause| format!("The folder {} cannot be made: {cause}.", config.data.display()))?;
    Db::open(&config.database, &Options::default()).await.map_err(|cause| cause.to_string())
}

/// The root key. A first start in an empty folder makes one beside the data and says so.
fn root_key(config: &Config) -> Result<RootKey, String> {
    let path: &Path = &config.root_key;
    let nothing_kept = !path.exists() && !config.data.join("cohesion.db").exists();
    let is_first_start = nothing_kept && path.starts_with(&config.data);
    if is_first_start {
        let key = std::fs::create_dir_all(&config.data)
            .map_err(|cause| cause.to_string())
            .and_then(|()| RootKey::generate().map_err(|cause| cause.to_string()))?;
        key.write_file(path).map_err(|cause| cause.to_string())?;
        say(&format!(
            "A root key was made: {}. Without it nothing can be read; keep a copy elsewhere.",
            path.display()
        ));
        return Ok(key);
    }
    RootKey::read_file(path).map_err(|cause| cause.to_string())
}

/// Runs a command's future on a runtime of its own.
pub(super) fn block_on<T>(future: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| format!("The program cannot start its threads: {cause}."))?
        .block_on(future)
}
