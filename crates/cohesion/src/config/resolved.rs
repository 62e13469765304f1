//! Every setting's name and default, and where each value came from.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;

/// One setting there is.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name in flags and files, such as `root-key`.
    pub name: &'static str,
    /// What kind of value it takes, as a flag's help names it.
    pub value: &'static str,
    /// What holds when nobody sets it; where this is empty, it may follow from another setting.
    pub default: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// How much of its value may be printed.
    pub secrecy: Secrecy,
}

/// How much of a value may be printed. What is not open may also be given as a file, named by `NAME_FILE` in the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// All of it.
    Open,
    /// An address, without the passphrase in it.
    Address,
    /// Nothing but that it is set.
    Secret,
}

impl Secrecy {
    fn mask(self, value: &str) -> String {
        match self {
            Self::Secret if !value.is_empty() => "(set, not shown)".to_owned(),
            Self::Address => without_passphrase(value),
            _ => value.to_owned(),
        }
    }
}

const fn open(name: &'static str, value: &'static str, default: &'static str, about: &'static str) -> Key {
    Key { name, value, default, about, secrecy: Secrecy::Open }
}

/// Every setting.
pub const KEYS: &[Key] = &[
    open("data", "DIR", "cohesion-data", "The folder for the database, checkpoints and backups."),
    Key {
        name: "database",
        value: "URL",
        default: "",
        about: "sqlite:PATH or postgres://…; empty is cohesion.db in the data folder.",
        secrecy: Secrecy::Address,
    },
    open(
        "root-key",
        "FILE",
        "",
        "The root key's file; empty is root.key in the data folder, which is right for a trial only.",
    ),
    open(
        "shreds",
        "FILE",
        "",
        "The ledger of shredded keys, which each restore needs; empty is shreds beside the root key.",
    ),
    open("listen", "ADDRESS:PORT", "127.0.0.1:8080", "The address that the server listens on."),
    open(
        "public-url",
        "URL",
        "",
        "The address that people type; it stands in mails. Empty is the address that is listened on.",
    ),
    open(
        "trusted-proxies",
        "ADDRESSES",
        "",
        "Addresses of proxies whose X-Forwarded-For is believed, parted by commas.",
    ),
    open(
        "media-udp",
        "ADDRESS:PORT",
        "",
        "The address for sound and pictures of live rooms, by UDP; empty leaves rooms with writing and turns alone.",
    ),
    open(
        "media-public",
        "ADDRESSES",
        "",
        "The addresses by which browsers reach it, parted by commas; empty is the address it is bound to.",
    ),
    open(
        "turn-url",
        "URLS",
        "",
        "TURN servers for browsers in closed networks, such as turns:turn.example.org:443, parted by commas.",
    ),
    open(
        "turn-secret-file",
        "FILE",
        "",
        "The file with the secret that those servers share with this program, of mode 0400: coturn's static-auth-secret.",
    ),
    open(
        "node",
        "NAME",
        "",
        "Where several servers share the records, this one's name; empty is another at each start.",
    ),
    open(
        "node-url",
        "URL",
        "",
        "Where several servers share the records, the address of this one alone, to which live rooms on it connect.",
    ),
    #[cfg(feature = "livekit")]
    open(
        "livekit-url",
        "URL",
        "",
        "A LiveKit server of your own for sound and pictures, such as wss://livekit.example.org; not with media-udp.",
    ),
    #[cfg(feature = "livekit")]
    open("livekit-key", "NAME", "", "The name of the API key of that server."),
    #[cfg(feature = "livekit")]
    Key {
        name: "livekit-secret",
        value: "SECRET",
        default: "",
        about: "The secret of that key.",
        secrecy: Secrecy::Secret,
    },
    open("mail-from", "MAILBOX", "", "The sender of mails, such as Commons <commons@example.org>."),
    Key {
        name: "smtp",
        value: "URL",
        default: "",
        about: "smtps://name:passphrase@host:465; empty lets mails wait, keep holds them in the outbox.",
        secrecy: Secrecy::Secret,
    },
    open("backups", "DIR", "", "The folder for backups, best on another disk; empty is backups in the data folder."),
    open(
        "backup-recipient",
        "AGE1…|FILE",
        "",
        "The public half of the backup key, age1…, or a file that holds it; empty makes no daily backup.",
    ),
    open("backup-keep", "COUNT", "14", "How many daily backups are kept."),
    open("passphrase-memory", "MIB", "46", "MiB of memory that hashing one passphrase takes: more is slower to guess."),
    open("log", "LEVEL", "info", "How much is logged: error, warn, info or debug."),
    open("log-format", "FORMAT", "text", "How it is logged: text for people, json for programs."),
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
    /// A secret's file that cannot be used.
    #[error("{name} names {}, but {fault}.", .file.display())]
    SecretFile {
        /// The setting.
        name: &'static str,
        /// What it was set to.
        file: std::path::PathBuf,
        /// What is wrong with it.
        fault: String,
    },
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
        let mut set: BTreeMap<_, _> = KEYS.iter().map(|key| (key.name, value(key))).collect();
        let [data, listen, root] = ["data", "listen", "root-key"].map(|name| set[name].0.clone());
        for (name, (value, _)) in &mut set {
            if value.is_empty() {
                *value = following(name, &data, &listen, &root);
            }
        }
        Ok(Self(set))
    }

    /// Name, value as it may be printed, and source of every setting.
    pub fn printable(&self) -> impl Iterator<Item = (&'static Key, String, Source)> {
        KEYS.iter().filter_map(|key| {
            let (value, source) = self.0.get(key.name)?;
            Some((key, key.secrecy.mask(value), *source))
        })
    }

    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |(value, _)| value)
    }

    pub(super) fn parse<T>(
        &self,
        name: &'static str,
        wanted: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, ConfigError> {
        let (value, source) = self.0.get(name).cloned().unwrap_or((String::new(), Source::Default));
        read(&value).ok_or_else(|| {
            let secrecy = KEYS.iter().find(|key| key.name == name).map_or(Secrecy::Secret, |key| key.secrecy);
            ConfigError::Value { name, value: secrecy.mask(&value), source_name: source, wanted }
        })
    }
}

/// What an empty setting is, where it follows from the data folder, the root key's place or the address that is listened on.
fn following(name: &str, data: &str, listen: &str, root: &str) -> String {
    let in_data = |file| Path::new(data).join(file).display().to_string();
    match name {
        "database" => format!("sqlite:{}", in_data("cohesion.db")),
        "root-key" => in_data("root.key"),
        "shreds" if root.is_empty() => in_data("shreds"),
        "shreds" => Path::new(root).with_file_name("shreds").display().to_string(),
        "backups" => in_data("backups"),
        "public-url" => listen.parse().map(url_of).unwrap_or_default(),
        _ => String::new(),
    }
}

/// How this machine reaches a server that listens there: one that listens on every address is reached by loopback.
pub(super) fn url_of(listen: SocketAddr) -> String {
    let address = match listen.ip() {
        IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(address) if address.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        address => address,
    };
    format!("http://{}", SocketAddr::new(address, listen.port()))
}

/// `scheme://name:passphrase@host` with the passphrase left out.
fn without_passphrase(address: &str) -> String {
    let parts = address.split_once("://").and_then(|(scheme, rest)| {
        let (name, host) = rest.rsplit_once('@')?;
        Some((scheme, name.split_once(':')?.0, host))
    });
    parts.map_or_else(|| address.to_owned(), |(scheme, name, host)| format!("{scheme}://{name}:…@{host}"))
}

/// The environment's name of a setting: `root-key` is `COHESION_ROOT_KEY`.
pub fn variable(name: &str) -> String {
    format!("COHESION_{}", name.to_uppercase().replace('-', "_"))
}

fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
