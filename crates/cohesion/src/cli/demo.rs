//! `cohesion demo`: a practice with invented people, on this machine alone.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use keyring::Secret;

use super::lock::Lock;
use super::log;
use super::say;
use super::serve::listen;
use super::settings::Flags;
use super::start::{block_on, start, start_at};
use crate::clock::Clock;
use crate::config::Config;
use crate::demo;

/// Says that a folder was made by the demo, so that the demo never opens a real practice's.
const MARK: &str = "made-by-the-demo";

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
        let config = self.config(flags)?;
        log::begin(config.log);
        claim(&config.data)?;
        let _lock = Lock::take(&config.data)?;
        block_on(async move {
            if config.sqlite_file().is_some_and(|file| !file.exists()) {
                build(config.clone()).await?;
            }
            listen(start(config).await?).await
        })
    }

    fn config(&self, flags: &Flags) -> Result<Config, String> {
        let config = flags.read()?;
        let data = flags.data_given().unwrap_or_else(|| PathBuf::from("cohesion-demo"));
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        Ok(Config {
            database: Secret::new(format!("sqlite:{}", data.join("cohesion.db").display())),
            root_key: data.join("root.key"),
            backups: data.join("backups"),
            backup_recipient: String::new(),
            public_url: format!("http://{listen}"),
            smtp: None,
            demo: true,
            listen,
            data,
            ..config
        })
    }
}

/// Builds the practice with a clock that moves through its weeks. A building that stops half way is thrown away.
async fn build(config: Config) -> Result<(), String> {
    let now = Clock::machine().now();
    let file = config.sqlite_file().map(Path::to_path_buf);
    let app = start_at(config, Clock::standing_at(now)).await?;
    let built = demo::build(&app, now, say).await;
    app.db().clone().close().await;
    built.map_err(|cause| {
        let _ = file.map(std::fs::remove_file);
        format!("The demo could not be built: {}.", cause.into_sentence())
    })
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
