//! The settings that the program is started with: from flags, the environment or a file, each knowing where it came from.

#[cfg(feature = "livekit")]
mod livekit;
mod resolved;
mod turn;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use keyring::Secret;

use resolved::url_of;

#[cfg(feature = "livekit")]
pub use self::livekit::LiveKit;
pub use resolved::{ConfigError, KEYS, Key, Resolved, Secrecy, Source, variable};
pub use turn::Turn;

/// Settings of the running program.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder for everything the program keeps.
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: Secret<String>,
    /// The root key's file.
    pub root_key: PathBuf,
    /// The ledger of shredded keys, outside of the database.
    pub shreds: PathBuf,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address that people type, without a slash at its end.
    pub public_url: String,
    /// Proxies whose word on the client's address is taken.
    pub trusted_proxies: Vec<IpAddr>,
    /// Where sound and pictures of live rooms come in, by UDP; without it rooms have writing and turns alone.
    pub media_udp: Option<SocketAddr>,
    /// The addresses by which browsers reach it; empty for the one that it is bound to.
    pub media_public: Vec<IpAddr>,
    /// The TURN servers for browsers that do not reach it.
    pub turn: Option<Turn>,
    /// The name under which this server has live rooms; empty gives it one at each start.
    pub node: String,
    /// The address by which pages reach this server and none of the others, without a slash at its end; empty for their own.
    pub node_url: String,
    /// The LiveKit server that carries sound and pictures in place of the engine that is built in.
    #[cfg(feature = "livekit")]
    pub livekit: Option<LiveKit>,
    /// The sender of mails.
    pub mail_from: String,
    /// Where mails are handed in; with `None` they wait, and `keep` holds them in the outbox.
    pub smtp: Option<Secret<String>>,
    /// Memory that hashing one passphrase takes, in KiB.
    pub passphrase_kib: u32,
    /// Where backups are kept.
    pub backups: PathBuf,
    /// To whom backups are sealed, as it was set; empty makes no daily backup.
    pub backup_recipient: String,
    /// Daily backups that are kept.
    pub backup_keep: usize,
    /// What is logged, and how.
    pub log: Log,
    /// Whether this is the demo, with its personas and its mail that is shown and never sent.
    pub demo: bool,
}

/// What is logged, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Log {
    /// `error`, `warn`, `info` or `debug`.
    pub level: &'static str,
    /// For whom.
    pub format: LogFormat,
}

/// For whom lines of the log are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
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
        Ok(Self {
            data: PathBuf::from(resolved.get("data")),
            database: resolved.parse("database", "sqlite:PATH or postgres://… is needed", |text| {
                let is_known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|way| text.starts_with(way));
                is_known.then(|| Secret::new(text.to_owned()))
            })?,
            root_key: PathBuf::from(resolved.get("root-key")),
            shreds: PathBuf::from(resolved.get("shreds")),
            listen: resolved
                .parse("listen", "an address and port such as 127.0.0.1:8080 is needed", |text| text.parse().ok())?,
            public_url: resolved.parse("public-url", "it must begin with http:// or https://", |text| {
                let is_web = text.starts_with("https://") || text.starts_with("http://");
                is_web.then(|| text.trim_end_matches('/').to_owned())
            })?,
            trusted_proxies: resolved.parse("trusted-proxies", "addresses parted by commas are needed", addresses)?,
            media_udp: resolved.parse("media-udp", "an address and port such as 192.0.2.7:3478 is needed", |text| {
                if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
            })?,
            media_public: resolved.parse("media-public", "addresses parted by commas are needed", addresses)?,
            turn: turn::read(resolved)?,
            node: resolved.parse(
                "node",
                "a name of at most 64 letters, digits, dots and dashes is needed",
                |text| {
                    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
                    (text.len() <= 64 && text.bytes().all(is_plain)).then(|| text.to_owned())
                },
            )?,
            node_url: resolved.parse(
                "node-url",
                "an address such as https://b.example.org is needed, or http:// on this machine",
                |text| if text.is_empty() { Some(String::new()) } else { origin(text) },
            )?,
            #[cfg(feature = "livekit")]
            livekit: livekit::read(resolved)?,
            mail_from: resolved.get("mail-from").to_owned(),
            smtp: match resolved.get("smtp") {
                "" => None,
                url => Some(Secret::new(url.to_owned())),
            },
            backups: PathBuf::from(resolved.get("backups")),
            backup_recipient: resolved.get("backup-recipient").trim().to_owned(),
            backup_keep: resolved.parse("backup-keep", "a number from 1 to 1000 is needed", |text| {
                text.parse().ok().filter(|count| (1..=1_000).contains(count))
            })?,
            log: Log {
                level: resolved.parse("log", "error, warn, info or debug is needed", |text| {
                    ["error", "warn", "info", "debug"].into_iter().find(|level| *level == text)
                })?,
                format: resolved.parse("log-format", "text or json is needed", |text| match text {
                    "text" => Some(LogFormat::Text),
                    "json" => Some(LogFormat::Json),
                    _ => None,
                })?,
            },
            passphrase_kib: resolved.parse("passphrase-memory", "a number from 19 to 1024 is needed", |text| {
                let mib = text.parse().ok().filter(|mib| (19..=1_024).contains(mib));
                mib.map(|mib: u32| mib * 1_024)
            })?,
            demo: false,
        })
    }

    /// The settings of a server that has been given the address `bound`, whose port the system may have chosen. The address
    /// that people type follows, unless somebody set it.
    #[must_use]
    pub fn listening_on(self, bound: SocketAddr) -> Self {
        let follows = self.public_url == url_of(self.listen);
        let public_url = if follows { url_of(bound) } else { self.public_url };
        Self { listen: bound, public_url, ..self }
    }

    /// The SQLite file; nothing where the records are kept by PostgreSQL.
    pub fn sqlite_file(&self) -> Option<&Path> {
        self.database.expose().strip_prefix("sqlite:").map(Path::new)
    }

    /// How browsers reach the server. Plain HTTP is taken for this machine alone: elsewhere cookies stay bound to HTTPS.
    pub fn transport(&self) -> Transport {
        if is_plain_loopback(&self.public_url) { Transport::PlainLoopback } else { Transport::Https }
    }

    /// The origin of the address that people type, as browsers name it.
    pub fn site(&self) -> &str {
        let after = self.public_url.find("://").map_or(0, |scheme| scheme + 3);
        let end = self.public_url[after..].find('/').map_or(self.public_url.len(), |path| after + path);
        &self.public_url[..end]
    }

    /// Settings for tests: nothing on disk, mail kept, nothing slow.
    #[cfg(test)]
    pub(crate) fn for_tests() -> Self {
        let nothing = std::collections::BTreeMap::new();
        let kept = Resolved::new(&nothing, |_| None, "smtp = \"keep\"").expect("the settings read");
        // Hashing is as weak as it can be, so that a hundred sign-ins take no minute.
        Self { passphrase_kib: 8, ..Self::read(&kept).expect("the settings fit") }
    }
}

fn is_plain_loopback(url: &str) -> bool {
    let host = url.strip_prefix("http://").unwrap_or_default();
    let host = host.split('/').next().unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name == "localhost" || name.trim_matches(['[', ']']).parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// A server's address without a path. It stands in headers, so there is nothing in it but a host and perhaps a port.
fn origin(text: &str) -> Option<String> {
    let text = text.trim_end_matches('/').to_ascii_lowercase();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_secure = text.starts_with("https://") || is_plain_loopback(&text);
    (is_secure && is_host(host)).then_some(text)
}

/// Whether this is a host and perhaps a port, by its letters: nothing that would end a header or begin a path.
pub(crate) fn is_host(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

fn addresses(text: &str) -> Option<Vec<IpAddr>> {
    text.split(',').map(str::trim).filter(|one| !one.is_empty()).map(|one| one.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

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
            assert_eq!(found, Some((wanted.to_owned(), source)));
        }
    }

    #[test]
    fn the_address_that_people_type_follows_the_one_that_is_listened_on() {
        let derived = |listen| Config::read(&resolved(Some(listen), None, "")).expect("it fits");
        for (listen, url) in [
            ("127.0.0.1:9000", "http://127.0.0.1:9000"),
            ("0.0.0.0:9000", "http://127.0.0.1:9000"),
            ("[::]:9000", "http://[::1]:9000"),
            ("192.0.2.7:80", "http://192.0.2.7:80"),
        ] {
            assert_eq!(derived(listen).public_url, url, "{listen}");
        }
        let bound = derived("0.0.0.0:0").listening_on(SocketAddr::from(([0, 0, 0, 0], 4711)));
        assert_eq!((bound.listen.port(), bound.public_url.as_str()), (4711, "http://127.0.0.1:4711"));
        let set = resolved(Some("127.0.0.1:0"), None, "public-url = \"https://commons.example/\"");
        let bound = Config::read(&set).expect("it fits").listening_on(SocketAddr::from(([127, 0, 0, 1], 4711)));
        assert_eq!(bound.public_url, "https://commons.example");
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
    fn a_server_s_own_address_is_a_host_that_is_reached_securely() {
        let given = |url: &str| {
            let file = format!("node-url = \"{url}\"\npublic-url = \"https://a.example/way\"");
            Config::read(&resolved(None, None, &file)).map(|config| config.node_url)
        };
        for (url, read) in [
            ("", ""),
            ("https://B.example/", "https://b.example"),
            ("https://b.example:8443", "https://b.example:8443"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
        ] {
            assert_eq!(given(url).as_deref(), Ok(read));
        }
        for odd in ["b.example", "http://b.example", "https://", "https://b.example/path", "https://b.example; *"] {
            assert!(given(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn the_site_is_the_origin_of_the_address_that_people_type() {
        for (url, site) in [
            ("https://commons.example", "https://commons.example"),
            ("https://commons.example/way", "https://commons.example"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(Config { public_url: url.to_owned(), ..Config::for_tests() }.site(), site);
        }
    }

    #[test]
    fn a_secret_is_never_printed() {
        let file = "smtp = \"smtps://ada:hunter2@mail.example.org\"\ndatabase = \"postgres://ada:hunter2@db/one\"";
        let resolved = resolved(None, None, file);
        assert!(resolved.printable().all(|(_, value, _)| !value.contains("hunter2")));
        assert!(resolved.printable().any(|(_, value, _)| value == "postgres://ada:…@db/one"));
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
