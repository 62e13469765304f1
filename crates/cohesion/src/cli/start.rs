//! What every command that touches the database begins with: settings, log, keys, store.

use std::net::SocketAddr;
use std::path::Path;

use keyring::RootKey;
use store::{Db, Options};
use tokio::net::TcpListener;

use super::progress::Progress;
use super::settings::Flags;
use super::{log, say};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::ops::Stage;
use crate::ops::shreds::{Replayed, replay_before_service};
use crate::work::Vault;
use crate::{Error, migrations, ops, techniques};

/// Reads the settings and begins to log.
pub(super) fn begin(flags: &Flags) -> Result<Config, String> {
    let config = flags.read()?;
    log::begin(config.log);
    Ok(config)
}

/// A program that has been put together, and the address that it holds.
pub(super) struct Started {
    pub app: App,
    pub listener: TcpListener,
}

/// Takes the address, opens the database at this program's schema and the keys, and puts the program together. The address
/// comes first: where the system chooses the port, links can only be made once it is known.
pub(super) async fn start(config: Config) -> Result<Started, String> {
    let listener = bind(config.listen, "--listen").await?;
    let bound = listener.local_addr().map_err(|cause| cause.to_string())?;
    Ok(Started { app: start_at(config.listening_on(bound), Clock::machine()).await?, listener })
}

/// Takes the address that the server listens on, which `flag` has named.
pub(super) async fn bind(address: SocketAddr, flag: &str) -> Result<TcpListener, String> {
    TcpListener::bind(address)
        .await
        .map_err(|cause| format!("The server cannot listen on {address}: {cause}. {flag} names another."))
}

/// The same without an address and with another clock, as the demo's builder needs it.
pub(super) async fn start_at(config: Config, clock: Clock) -> Result<App, String> {
    let root = root_key(&config)?;
    for left_out in techniques::take_up(&config.data) {
        tracing::warn!(%left_out, "a technique is left out; cohesion doctor says it too");
    }
    let db = open(&config).await?;
    if ops::schema(&db).await.map_err(Error::into_sentence)?.is_some() {
        ops::check_root(&db, &root).await.map_err(Error::into_sentence)?;
    }
    bring_up_to_date(&db, &config).await?;
    let vault = Vault::open(&db, root).await.map_err(Error::into_sentence)?;
    let app = App::new(db, vault, clock, config);
    hold_to_the_ledger(&app).await?;
    Ok(app)
}

/// Shreds again what an older database brought back, and says what is wrong with the ledger.
async fn hold_to_the_ledger(app: &App) -> Result<(), String> {
    let Replayed { again, noted, flaws, unwritten } = replay_before_service(app).await.map_err(Error::into_sentence)?;
    if again > 0 {
        say(&format!("{again} keys that had been shredded were in this database. They are shredded again."));
    }
    if noted > 0 {
        say(&format!("{noted} shredded keys were not in the ledger yet, and are now."));
    }
    for flaw in flaws {
        tracing::error!(flaw, "the ledger of shredded keys is not as it was written; cohesion doctor says what to do");
    }
    if let Some(cause) = unwritten {
        tracing::error!(cause, "the ledger of shredded keys cannot be kept");
    }
    Ok(())
}

/// Puts the program together beside a server that may be running: nothing is made, and the schema stays as it is.
pub(super) async fn start_beside(config: Config) -> Result<App, String> {
    let root = RootKey::read_file(&config.root_key).map_err(|cause| cause.to_string())?;
    let db = open_existing(&config).await?;
    let schema = ops::schema(&db).await.map_err(Error::into_sentence)?;
    if schema != migrations::ALL.last().map(|step| step.number) {
        let step = schema.unwrap_or_default();
        return Err(format!("The schema is at step {step}, and this program needs another. Run: cohesion migrate"));
    }
    ops::check_root(&db, &root).await.map_err(Error::into_sentence)?;
    let vault = Vault::open(&db, root).await.map_err(Error::into_sentence)?;
    Ok(App::new(db, vault, Clock::machine(), config))
}

/// Opens a database that must be there already.
pub(super) async fn open_existing(config: &Config) -> Result<Db, String> {
    match config.sqlite_file() {
        Some(file) if !file.exists() => {
            Err(format!("There is no database at {}. --data DIR names another folder.", file.display()))
        }
        _ => open(config).await,
    }
}

/// Opens the database as it is.
pub(super) async fn open(config: &Config) -> Result<Db, String> {
    make_folder(&config.data)?;
    Db::open(config.database.expose(), &Options::default()).await.map_err(|cause| cause.to_string())
}

/// Brings the schema to this program's, after a copy of the records as they were where the engine is SQLite.
pub(super) async fn bring_up_to_date(db: &Db, config: &Config) -> Result<store::Migrated, String> {
    let before = ops::schema(db).await.map_err(Error::into_sentence)?;
    let newest = migrations::ALL.last().map_or(0, |step| step.number);
    if let (Some(before), Some(file)) = (before.filter(|before| *before < newest), config.sqlite_file()) {
        let copy = file.with_added_extension(format!("before-step-{}", before + 1));
        if !copy.exists() {
            let copied = watched("Copying the records as they are", db.backup_to(&copy)).await;
            copied.map_err(|cause| cause.to_string())?;
            say(&format!("The records as they were before the new schema are kept in {}.", copy.display()));
        }
    }
    let migrating = db.migrate(migrations::ALL);
    let migrated = match before {
        Some(before) if before < newest => watched("Bringing the records to the new schema", migrating).await,
        _ => migrating.await,
    };
    migrated.map_err(|cause| cause.to_string())
}

/// Does something long whose end cannot be foreseen, and shows that it goes on.
async fn watched<T>(name: &'static str, work: impl Future<Output = T>) -> T {
    let progress = Progress::new();
    progress.show(Stage::begun(name));
    work.await
}

/// The root key. A first start in an empty folder makes one beside the data and says so.
fn root_key(config: &Config) -> Result<RootKey, String> {
    let path: &Path = &config.root_key;
    if ops::is_rotating(path) {
        return Err(format!(
            "A change of the root key was begun and not finished: {} is there. Finish it with: cohesion keys rotate",
            ops::next_root_key(path).display()
        ));
    }
    let nothing_kept = config.sqlite_file().is_some_and(|file| !file.exists());
    if nothing_kept && !path.exists() && path.starts_with(&config.data) {
        make_folder(&config.data)?;
        let key = RootKey::generate().map_err(|cause| cause.to_string())?;
        key.write_file(path).map_err(|cause| cause.to_string())?;
        say(&format!(
            "A root key was made: {}. Without it nothing can be read; keep a copy elsewhere.",
            path.display()
        ));
        return Ok(key);
    }
    RootKey::read_file(path).map_err(|cause| cause.to_string())
}

/// Makes a folder, unless it is there.
pub(super) fn make_folder(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|cause| format!("The folder {} cannot be made: {cause}.", folder.display()))
}

/// Runs a command's future on a runtime of its own.
pub(super) fn block_on<T>(future: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| format!("The program cannot start its threads: {cause}."))?
        .block_on(future)
}
