//! Settings as flags, and the command that prints them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, value_parser};

use super::say;
use crate::config::{Config, KEYS, Resolved, Secrecy, variable};

/// The flag, and the variable, that names the settings file.
const FILE: (&str, &str) = ("config", "COHESION_CONFIG");

/// Flags of every command: one for each setting there is, and one for the file of settings. Each setting is also a variable
/// `COHESION_…` and a line of that file.
#[derive(Default)]
pub(super) struct Flags {
    config: Option<PathBuf>,
    given: BTreeMap<&'static str, String>,
}

impl Args for Flags {
    fn augment_args(command: Command) -> Command {
        let file = Arg::new(FILE.0).env(FILE.1).value_name("FILE").value_parser(value_parser!(PathBuf));
        let flag = |arg: Arg, name| arg.long(name).global(true).help_heading("Settings");
        let command = command.arg(flag(file.help("The settings file, in TOML."), FILE.0));
        KEYS.iter().fold(command, |command, key| {
            let also = match key.secrecy {
                Secrecy::Open => String::new(),
                Secrecy::Address | Secrecy::Secret => {
                    format!(" Others on this machine can see flags: {}_FILE names a file instead.", variable(key.name))
                }
            };
            let arg = Arg::new(key.name).value_name(key.value).help(format!("{}{also}", key.about));
            command.arg(flag(arg, key.name))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Flags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = |name| Some((name, matches.get_one::<String>(name)?.clone()));
        Ok(Self {
            config: matches.get_one(FILE.0).cloned(),
            given: KEYS.iter().filter_map(|key| given(key.name)).collect(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Flags {
    /// All settings, each with where it came from.
    pub fn resolve(&self) -> Result<Resolved, String> {
        let file = match &self.config {
            None => String::new(),
            Some(path) => std::fs::read_to_string(path)
                .map_err(|cause| format!("The settings file {} cannot be read: {cause}.", path.display()))?,
        };
        let environment = environment()?;
        Resolved::new(&self.given, |name| environment.get(name).cloned(), &file).map_err(|cause| cause.to_string())
    }

    /// The data folder, if the command line names one.
    pub fn data_given(&self) -> Option<PathBuf> {
        self.given.get("data").map(PathBuf::from)
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
