//! `cohesion demo`: a practice with invented people, on this machine alone.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use keyring::Secret;

use super::lock::Lock;
use super::log;
use super::progress::Progress;
use super::serve::listen;
use super::settings::Flags;
use super::start::{Started, bind, block_on, start_at};
use crate::clock::Clock;
use crate::config::Config;
use crate::demo;
use crate::ops::Stage;

/// Says that a folder was made by the demo, so that the demo never opens a real practice's.
const MARK: &str = "made-by-the-demo";
/// The demo's database, in its folder.
const DATABASE: &str = "cohesion.db";

/// Where the demo lives.
#[derive(Args)]
pub(super) struct Demo {
    /// The port on this machine.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

impl Demo {
    /// Builds what is missing and serves it.
    pub fn run(&self, flags: &Flags) -> Result<(), String> {
        let given = flags.read()?;
        log::begin(given.log);
        let data = flags.data_given().unwrap_or_else(|| PathBuf::from("cohesion-demo"));
        claim(&data)?;
        let _lock = Lock::take(&data)?;
        block_on(async move {
            let listener = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)), "--port").await?;
            let address = listener.local_addr().map_err(|cause| cause.to_string())?;
            let database = data.join(DATABASE);
            let config = of_the_demo(given, data, address);
            if !database.exists() {
                build(&config, &database).await?;
            }
            let app = start_at(config, Clock::machine()).await?;
            listen(Started { app, listener }).await
        })
    }
}

/// The settings of a demo that is reached at `address`: letters lead there too, whichever port the system chose.
fn of_the_demo(given: Config, data: PathBuf, address: SocketAddr) -> Config {
    Config {
        database: in_file(&data.join(DATABASE)),
        root_key: data.join("root.key"),
        shreds: data.join("shreds"),
        backups: data.join("backups"),
        backup_recipient: String::new(),
        public_url: format!("http://{address}"),
        smtp: None,
        demo: true,
        listen: address,
        data,
        ..given
    }
}

fn in_file(database: &Path) -> Secret<String> {
    Secret::new(format!("sqlite:{}", database.display()))
}

/// Builds the practice with a clock that moves through its weeks, in a file of its own: one that was begun and not finished is
/// never served, and the next start throws it away.
async fn build(config: &Config, database: &Path) -> Result<(), String> {
    let half_built = database.with_added_extension("half-built");
    for rest in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{rest}", half_built.display()));
    }
    let now = Clock::machine().now();
    let building = Config { database: in_file(&half_built), ..config.clone() };
    let app = start_at(building, Clock::standing_at(now)).await?;
    let progress = Progress::new();
    let built = demo::build(&app, now, |done, all| progress.show(Stage::part("Building the demo", done, all))).await;
    drop(progress);
    app.db().clone().close().await;
    built.map_err(|cause| format!("The demo could not be built: {}.", cause.into_sentence()))?;
    std::fs::rename(&half_built, database)
        .map_err(|cause| format!("The demo cannot be put to {}: {cause}.", database.display()))
}

/// Makes the folder the demo's, or finds that it is. Any other folder with something in it is refused.
fn claim(data: &Path) -> Result<(), String> {
    let empty = std::fs::read_dir(data).map_or(true, |mut entries| entries.next().is_none());
    if !empty && !data.join(MARK).exists() {
        return Err(format!(
            "{} holds something that the demo did not make, so the demo does not touch it. --data DIR names another folder.",
            data.display()
        ));
    }
    std::fs::create_dir_all(data)
        .and_then(|()| std::fs::write(data.join(MARK), "This folder may be thrown away at any time.\n"))
        .map_err(|cause| format!("The folder {} cannot be written: {cause}.", data.display()))
}
