//! The settings that the program is started with: from flags, the environment or a file, each knowing where it came from.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// One setting there is.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name in flags and files, such as `root-key`.
    pub name: &'static str,
    /// What holds when nobody sets it.
    pub default: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Whether its value is never printed.
    pub secrecy: Secrecy,
}

/// Whether a value may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// It may.
    Open,
    /// It is masked wherever it would be printed; `NAME_FILE` in the environment reads it from a file.
    Secret,
}

const fn open(name: &'static str, default: &'static str, about: &'static str) -> Key {
    Key { name, default, about, secrecy: Secrecy::Open }
}

/// Every setting.
pub const KEYS: &[Key] = &[
    open("data", "cohesion-data", "The folder for the database, checkpoints and backups."),
    open("database", "", "sqlite:PATH or postgres://…; empty is cohesion.db in the data folder."),
    open("root-key", "", "The root key's file; empty is root.key in the data folder, which is right for a trial only."),
    open("listen", "127.0.0.1:8080", "The address that the server listens on."),
    open("public-url", "http://127.0.0.1:8080", "The address that people type; it stands in mails."),
    open("trusted-proxies", "", "Addresses of proxies whose X-Forwarded-For is believed, parted by commas."),
    open("mail-from", "", "The sender of mails, such as Commons <commons@example.org>."),
    Key {
        name: "smtp",
        default: "",
        about: "smtps://name:passphrase@host:465; empty keeps mails in the outbox.",
        secrecy: Secrecy::Secret,
    },
    open("passphrase-memory", "46", "MiB of memory that hashing one passphrase takes: more is slower to guess."),
    open("log", "info", "How much is logged: error, warn, info or debug."),
];

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody set it.
    Default,
    /// The settings file.
    File,
    /// The environment.
    Environment,
    /// The command line.
    Flag,
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Flag => "flag",
        })
    }
}

/// Why settings could not be read. Each sentence says what to change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The file is not TOML.
    #[error("The settings file does not read: {0}")]
    File(String),
    /// A name in the file that no setting has.
    #[error("The settings file sets \"{0}\", which is no setting. `cohesion config` lists them all.")]
    Unknown(String),
    /// A value that does not fit.
    #[error("{name} is \"{value}\" (from the {source_name}), but {wanted}.")]
    Value {
        /// The setting.
        name: &'static str,
        /// What it was set to.
        value: String,
        /// Where from.
        source_name: Source,
        /// What it should be.
        wanted: &'static str,
    },
}

/// Every setting's value, and where it came from.
#[derive(Clone)]
pub struct Resolved(BTreeMap<&'static str, (String, Source)>);

impl Resolved {
    /// Flags win over the environment, the environment over the file, the file over the defaults.
    pub fn new(
        flags: &BTreeMap<&'static str, String>,
        environment: impl Fn(&str) -> Option<String>,
        file: &str,
    ) -> Result<Self, ConfigError> {
        let file: BTreeMap<String, toml::Value> =
            toml::from_str(file).map_err(|cause| ConfigError::File(cause.to_string()))?;
        if let Some(unknown) = file.keys().find(|name| KEYS.iter().all(|key| key.name != name.as_str())) {
            return Err(ConfigError::Unknown(unknown.clone()));
        }
        let value = |key: &Key| {
            let flag = flags.get(key.name).map(|value| (value.clone(), Source::Flag));
            let environment = || environment(&variable(key.name)).map(|value| (value, Source::Environment));
            let file = || file.get(key.name).map(|value| (plain(value), Source::File));
            flag.or_else(environment).or_else(file).unwrap_or_else(|| (key.default.to_owned(), Source::Default))
        };
        Ok(Self(KEYS.iter().map(|key| (key.name, value(key))).collect()))
    }

    /// Name, value as it may be printed, and source of every setting.
    pub fn printable(&self) -> impl Iterator<Item = (&'static Key, &str, Source)> {
        KEYS.iter().filter_map(|key| {
            let (value, source) = self.0.get(key.name)?;
            let masked = key.secrecy == Secrecy::Secret && !value.is_empty();
            Some((key, if masked { "(set, not shown)" } else { value.as_str() }, *source))
        })
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |(value, _)| value)
    }

    fn parse<T>(
        &self,
        name: &'static str,
        wanted: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, ConfigError> {
        let (value, source) = self.0.get(name).cloned().unwrap_or((String::new(), Source::Default));
        read(&value).ok_or(ConfigError::Value { name, value, source_name: source, wanted })
    }
}

/// The environment's name of a setting: `root-key` is `COHESION_ROOT_KEY`.
pub fn variable(name: &str) -> String {
    format!("COHESION_{}", name.to_uppercase().replace('-', "_"))
}

fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Settings of the running program.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder for everything the program keeps.
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// The root key's file.
    pub root_key: PathBuf,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address that people type, without a slash at its end.
    pub public_url: String,
    /// Proxies whose word on the client's address is taken.
    pub trusted_proxies: Vec<IpAddr>,
    /// The sender of mails.
    pub mail_from: String,
    /// Where mails are handed in; `None` keeps them in the outbox.
    pub smtp: Option<keyring::Secret<String>>,
    /// Memory that hashing one passphrase takes, in KiB.
    pub passphrase_kib: u32,
    /// Whether this is the demo, with its personas and its mail that is shown and never sent.
    pub demo: bool,
}

/// How browsers reach the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// By HTTPS, here or at a proxy in front: cookies are bound to it.
    Https,
    /// By plain HTTP on this machine alone, as the demo is: browsers keep no secure cookie then.
    PlainLoopback,
}

impl Config {
    /// Reads typed settings.
    pub fn read(resolved: &Resolved) -> Result<Self, ConfigError> {
        let data = PathBuf::from(resolved.get("data"));
        let or_in_data = |name, file: &str| match resolved.get(name) {
            "" => data.join(file),
            path => PathBuf::from(path),
        };
        Ok(Self {
            database: match resolved.get("database") {
                "" => format!("sqlite:{}", data.join("cohesion.db").display()),
                url => url.to_owned(),
            },
            root_key: or_in_data("root-key", "root.key"),
            listen: resolved
                .parse("listen", "an address and port such as 127.0.0.1:8080 is needed", |text| text.parse().ok())?,
            public_url: resolved.parse("public-url", "it must begin with http:// or https://", |text| {
                let is_web = text.starts_with("https://") || text.starts_with("http://");
                is_web.then(|| text.trim_end_matches('/').to_owned())
            })?,
            trusted_proxies: resolved.parse("trusted-proxies", "addresses parted by commas are needed", |text| {
                text.split(',').map(str::trim).filter(|one| !one.is_empty()).map(|one| one.parse().ok()).collect()
            })?,
            mail_from: resolved.get("mail-from").to_owned(),
            smtp: match resolved.get("smtp") {
                "" => None,
                url => Some(keyring::Secret::new(url.to_owned())),
            },
            passphrase_kib: resolved.parse("passphrase-memory", "a number from 19 to 1024 is needed", |text| {
                let mib = text.parse().ok().filter(|mib| (19..=1_024).contains(mib));
                mib.map(|mib: u32| mib * 1_024)
            })?,
            demo: false,
            data,
        })
    }

    /// How browsers reach the server. Plain HTTP is taken for this machine alone: elsewhere cookies stay bound to HTTPS.
    pub fn transport(&self) -> Transport {
        let host = self.public_url.strip_prefix("http://").unwrap_or_default();
        let host = host.split('/').next().unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let is_loopback = name.trim_matches(['[', ']']).parse().is_ok_and(|address: IpAddr| address.is_loopback());
        if name == "localhost" || is_loopback { Transport::PlainLoopback } else { Transport::Https }
    }

    /// Settings for tests: nothing on disk, nothing sent, nothing slow.
    #[cfg(test)]
    pub fn for_tests() -> Self {
        let nothing = Resolved::new(&BTreeMap::new(), |_| None, "").expect("the defaults read");
        // Hashing is as weak as it can be, so that a hundred sign-ins take no minute.
        Self { passphrase_kib: 8, ..Self::read(&nothing).expect("the defaults fit") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(flag: Option<&str>, environment: Option<&str>, file: &str) -> Resolved {
        let flags = flag.map(|value| ("listen", value.to_owned())).into_iter().collect();
        let variable = environment.map(str::to_owned);
        Resolved::new(&flags, |name| variable.clone().filter(|_| name == "COHESION_LISTEN"), file).expect("it reads")
    }

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_file() {
        let file = "listen = \"127.0.0.1:3\"";
        for (flag, environment, file, wanted, source) in [
            (Some("127.0.0.1:1"), Some("127.0.0.1:2"), file, "127.0.0.1:1", Source::Flag),
            (None, Some("127.0.0.1:2"), file, "127.0.0.1:2", Source::Environment),
            (None, None, file, "127.0.0.1:3", Source::File),
            (None, None, "", "127.0.0.1:8080", Source::Default),
        ] {
            let resolved = resolved(flag, environment, file);
            let found =
                resolved.printable().find(|(key, ..)| key.name == "listen").map(|(_, value, from)| (value, from));
            assert_eq!(found, Some((wanted, source)));
        }
    }

    #[test]
    fn only_this_machine_is_reached_by_plain_http() {
        for (url, transport) in [
            ("http://127.0.0.1:8080", Transport::PlainLoopback),
            ("http://localhost", Transport::PlainLoopback),
            ("http://[::1]:8080", Transport::PlainLoopback),
            ("https://127.0.0.1", Transport::Https),
            ("https://commons.example", Transport::Https),
            ("http://commons.example:80", Transport::Https),
            ("http://localhost.example", Transport::Https),
            ("http://127.0.0.1.example", Transport::Https),
        ] {
            let config = Config { public_url: url.to_owned(), ..Config::for_tests() };
            assert_eq!(config.transport(), transport, "{url}");
        }
    }

    #[test]
    fn a_secret_is_never_printed() {
        let resolved = resolved(None, None, "smtp = \"smtps://ada:hunter2@mail.example.org\"");
        assert!(resolved.printable().all(|(_, value, _)| !value.contains("hunter2")));
        let config = Config::read(&resolved).expect("it fits");
        assert!(!format!("{config:?}").contains("hunter2"));
    }

    #[test]
    fn a_faulty_setting_says_what_is_wanted_and_where_it_stands() {
        let fault = Config::read(&resolved(None, Some("here"), "")).map(|_| ()).expect_err("it is no address");
        assert_eq!(
            fault.to_string(),
            "listen is \"here\" (from the environment), but an address and port such as 127.0.0.1:8080 is needed."
        );
        let unknown = Resolved::new(&BTreeMap::new(), |_| None, "lisen = 1").map(|_| ()).expect_err("it is unknown");
        assert!(unknown.to_string().contains("\"lisen\""));
    }
}
