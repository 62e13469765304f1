//! Settings as flags, and the command that prints them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::say;
use crate::config::{Config, KEYS, Resolved, Secrecy, variable};

/// Flags of every command. Each is also a variable `COHESION_…` and a line of the settings file.
#[derive(Args)]
pub(super) struct Flags {
    /// The settings file, in TOML.
    #[arg(long, global = true, value_name = "FILE", env = "COHESION_CONFIG")]
    config: Option<PathBuf>,
    /// The folder for the database, checkpoints and backups.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<String>,
    /// sqlite:PATH or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// The root key's file; it must be readable by its owner alone.
    #[arg(long, global = true, value_name = "FILE")]
    root_key: Option<String>,
    /// The address that the server listens on.
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// The address that people type.
    #[arg(long, global = true, value_name = "URL")]
    public_url: Option<String>,
    /// How much is logged: error, warn, info or debug.
    #[arg(long, global = true, value_name = "LEVEL")]
    log: Option<String>,
    /// How it is logged: text for people, json for programs.
    #[arg(long, global = true, value_name = "FORMAT")]
    log_format: Option<String>,
}

impl Flags {
    /// All settings, each with where it came from.
    pub fn resolve(&self) -> Result<Resolved, String> {
        let flags: BTreeMap<&'static str, String> = [
            ("data", &self.data),
            ("database", &self.database),
            ("root-key", &self.root_key),
            ("listen", &self.listen),
            ("public-url", &self.public_url),
            ("log", &self.log),
            ("log-format", &self.log_format),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.clone()?)))
        .collect();
        let file = match &self.config {
            None => String::new(),
            Some(path) => std::fs::read_to_string(path)
                .map_err(|cause| format!("The settings file {} cannot be read: {cause}.", path.display()))?,
        };
        let environment = environment()?;
        Resolved::new(&flags, |name| environment.get(name).cloned(), &file).map_err(|cause| cause.to_string())
    }

    /// The data folder, if the command line names one.
    pub fn data_given(&self) -> Option<PathBuf> {
        self.data.as_ref().map(PathBuf::from)
    }

    /// The typed settings.
    pub fn read(&self) -> Result<Config, String> {
        Config::read(&self.resolve()?).map_err(|cause| cause.to_string())
    }
}

/// The variables that are set; what is not open may be given as a file, named by the variable's `_FILE` twin.
fn environment() -> Result<BTreeMap<String, String>, String> {
    let mut set = BTreeMap::new();
    for key in KEYS {
        let name = variable(key.name);
        let file = std::env::var(format!("{name}_FILE")).ok().filter(|_| key.secrecy != Secrecy::Open);
        if let Ok(value) = std::env::var(&name) {
            set.insert(name, value);
        } else if let Some(file) = file {
            let text = std::fs::read_to_string(&file)
                .map_err(|cause| format!("{name}_FILE names {file}, which cannot be read: {cause}."))?;
            set.insert(name, text.trim().to_owned());
        }
    }
    Ok(set)
}

/// Prints every setting.
pub(super) fn print(flags: &Flags) -> Result<(), String> {
    let resolved = flags.resolve()?;
    for (key, value, source) in resolved.printable() {
        say(&format!("{:16} {value:40} {source:12} {}", key.name, key.about));
    }
    Ok(())
}
