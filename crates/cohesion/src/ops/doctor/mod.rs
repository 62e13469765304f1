//! What whoever runs the server should know: each thing that was looked at, how it stands, and what mends it.

mod backups;
mod care;
mod finding;
mod machine;
mod records;
mod shreds;

use ::store::{Db, Options};
use keyring::RootKey;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::work::Vault;

pub use finding::{Finding, State};

/// Looks at everything, and changes nothing but the audit log. What cannot be looked at is a finding too.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let clock = Clock::machine();
    let mut found = machine::look(config);
    found.push(backups::look(config, clock.now()));
    match open(config).await {
        Err(finding) => found.push(finding),
        Ok(db) => {
            let (records, are_ours) = records::look(&db, config, clock.now()).await;
            found.extend(records);
            let root = RootKey::read_file(&config.root_key).ok().filter(|_| are_ours == records::Ours::Yes);
            if let Some(root) = root {
                found.extend(inside(&db, root, config.clone(), clock).await);
            }
            db.close().await;
        }
    }
    found
}

async fn open(config: &Config) -> Result<Db, Finding> {
    if config.sqlite_file().is_some_and(|file| !file.exists()) {
        return Err(Finding::look("database", "there is none yet").remedy("Start the server: cohesion serve"));
    }
    let opened = Db::open(config.database.expose(), &Options::default()).await;
    opened.map_err(|cause| {
        Finding::mend("database", cause.to_string()).remedy("See the setting database: cohesion config")
    })
}

async fn inside(db: &Db, root: RootKey, config: Config, clock: Clock) -> Vec<Finding> {
    let refused = |cause: crate::Error| vec![Finding::mend("records", cause.into_sentence())];
    match Vault::open(db, root).await {
        Err(cause) => refused(cause),
        Ok(vault) => {
            let app = App::new(db.clone(), vault, clock, config);
            let mut found = vec![
                shreds::look(&app).await.unwrap_or_else(|cause| Finding::mend("shredded keys", cause.into_sentence())),
            ];
            found.extend(care::look(&app).await.unwrap_or_else(refused));
            found
        }
    }
}
