//! One PostgreSQL server for all test processes of an account, started from local binaries and ended when idle.

use std::{
    cmp::Reverse,
    env,
    ffi::OsStr,
    fs::{self, DirBuilder, File, OpenOptions},
    io,
    os::unix::{
        fs::{DirBuilderExt, MetadataExt},
        net::UnixStream,
    },
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
    thread,
    time::{Duration, Instant, SystemTime},
};

use super::account::Account;
use crate::{Error, Result};

const MISSING: &str = "its server is needed for these tests; install it with `apt-get install --yes postgresql`";

/// Where Debian puts each version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Durability is not what is tested on this server; many short-lived databases are.
const SETTINGS: &[&str] = &[
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_connections=400",
    "shared_buffers=64MB",
    "checkpoint_timeout=1h",
    "autovacuum=off",
    "logging_collector=off",
];

/// Longest folder in which a socket's path still fits (107 bytes).
const FOLDER_LENGTH_MAX: usize = 60;

/// Ends the server and removes its folder once nobody has used it for a minute. `flock` sees the locks of test processes.
const REAP: &str = r#"
    command -v flock >/dev/null || exit 0
    exec 9>"$1/reaper"; flock -n 9 || exit 0
    while sleep 5; do
        find "$1/users" -mmin +1 | grep -q . || continue
        exec 8<"$1/users"; flock -n 8 || continue
        kill -INT "$(head -n 1 "$1/server/data/postmaster.pid")"
        for _ in $(seq 100); do [ -e "$1/server/data/postmaster.pid" ] || break; sleep 0.1; done
        rm -rf "$1/server"
        exit
    done"#;

/// The running server.
#[derive(Debug)]
pub struct Postgres {
    folder: PathBuf,
    /// Locked, shared, until this process ends: the reaper waits for it.
    _user: File,
}

impl Postgres {
    /// The server that other test processes use already, or a new one.
    ///
    /// `Unavailable` tells what to install where there is no server program.
    pub fn start_or_share() -> Result<&'static Self> {
        static SERVER: OnceLock<Result<Postgres, String>> = OnceLock::new();
        SERVER.get_or_init(start_or_share).as_ref().map_err(|reason| Error::Unavailable(reason.clone()))
    }

    /// The address of one of its databases.
    pub fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?host={}&user=cohesion", self.socket_folder().display())
    }

    /// One of its databases as `pg_dump` writes it.
    pub(super) fn dump(&self, database: &str) -> Result<Vec<u8>> {
        let path = env::var_os("PATH").unwrap_or_default();
        let programs = find_programs(&path, Path::new(DEBIAN)).map_err(Error::Unavailable)?;
        let unavailable = |error: io::Error| Error::Unavailable(format!("pg_dump: {error}"));
        // It lies beside the real one: a link on the path need not have it next to itself.
        let program = programs.join("initdb").canonicalize().map_err(unavailable)?.with_file_name("pg_dump");
        let dumped = Command::new(program).arg("--dbname").arg(self.url(database)).output();
        match dumped.map_err(unavailable)? {
            done if done.status.success() => Ok(done.stdout),
            done => Err(Error::Unavailable(String::from_utf8_lossy(&done.stderr).into_owned())),
        }
    }

    /// A file that is locked while something is done that must be done once.
    pub(super) fn lock_file(&self) -> io::Result<File> {
        open_shared(&self.folder.join("lock"))
    }

    fn socket_folder(&self) -> PathBuf {
        self.folder.join("server")
    }
}

fn start_or_share() -> Result<Postgres, String> {
    let (folder, account) = own_folder()?;
    let user = use_until_exit(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let postgres = Postgres { folder, _user: user };
    let lock = postgres.lock_file().and_then(|lock| lock.lock().map(|()| lock)).map_err(|error| error.to_string())?;
    if !is_ready(&postgres.socket_folder()) {
        start(&postgres.socket_folder(), account)?;
    }
    start_reaper(&postgres.folder).map_err(|error| format!("no reaper: {error}"))?;
    drop(lock);
    Ok(postgres)
}

/// A folder that nobody else can have put there, with a short path, and who the server in it runs as.
fn own_folder() -> Result<(PathBuf, Account), String> {
    let temporary = Some(env::temp_dir()).filter(|folder| folder.as_os_str().len() <= FOLDER_LENGTH_MAX);
    let temporary = temporary.unwrap_or_else(|| PathBuf::from("/tmp"));
    let probe = tempfile::tempfile_in(&temporary).and_then(|file| file.metadata());
    let uid = probe.map_err(|error| format!("{}: {error}", temporary.display()))?.uid();
    let folder = temporary.join(format!("cohesion-postgres-{uid}"));
    let made = DirBuilder::new().mode(0o755).create(&folder);
    if let Err(error) =
        made.or_else(|error| if error.kind() == io::ErrorKind::AlreadyExists { Ok(()) } else { Err(error) })
    {
        return Err(format!("{}: {error}", folder.display()));
    }
    match fs::symlink_metadata(&folder) {
        Ok(found) if found.is_dir() && found.uid() == uid => Ok((folder, Account::of(uid)?)),
        _ => Err(format!("{} belongs to someone else; remove it", folder.display())),
    }
}

fn use_until_exit(folder: &Path) -> io::Result<File> {
    let users = open_shared(&folder.join("users"))?;
    users.lock_shared()?;
    users.set_modified(SystemTime::now())?;
    Ok(users)
}

fn open_shared(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(false).write(true).open(path)
}

/// The eighth line of `postmaster.pid` tells the server's state; the socket tells whether the file is stale.
fn is_ready(folder: &Path) -> bool {
    let state = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
    state.lines().nth(7).is_some_and(|line| line.trim() == "ready")
        && UnixStream::connect(folder.join(".s.PGSQL.5432")).is_ok()
}

fn start(folder: &Path, account: Account) -> Result<(), String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let programs = find_programs(&path, Path::new(DEBIAN))?;
    let _ = fs::remove_dir_all(folder);
    let made = DirBuilder::new().mode(0o700).create(folder).and_then(|()| account.own(folder));
    made.map_err(|error| format!("{}: {error}", folder.display()))?;
    let data = folder.join("data");
    let mut initdb = account.command(&programs.join("initdb"));
    initdb
        .arg("--pgdata")
        .arg(&data)
        .args("--username=cohesion --auth=trust --encoding=UTF8 --locale=C --no-sync".split(' '));
    succeed(&mut initdb, folder)?;
    let mut server = account.command(&programs.join("postgres"));
    server.arg("-D").arg(&data).arg("-k").arg(folder).args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    server.stderr(log_in(folder)?);
    server.spawn().map_err(|error| format!("postgres: {error}"))?;
    wait_until_ready(folder)
}

/// On the path, or where Debian puts each version: the newest.
fn find_programs(path: &OsStr, debian: &Path) -> Result<PathBuf, String> {
    let version = |folder: &PathBuf| folder.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let installed = fs::read_dir(debian).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut versions: Vec<PathBuf> = installed.collect();
    versions.sort_by_key(|folder| Reverse(version(folder)));
    let candidates = env::split_paths(path).chain(versions.into_iter().map(|folder| folder.join("bin")));
    let is_complete = |folder: &PathBuf| ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file());
    candidates.into_iter().find(is_complete).ok_or_else(|| MISSING.to_owned())
}

fn succeed(command: &mut Command, folder: &Path) -> Result<(), String> {
    let ended = command.stderr(log_in(folder)?).status().map_err(|error| format!("{command:?}: {error}"))?;
    if ended.success() {
        return Ok(());
    }
    let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
    Err(format!("{command:?} ended with {ended}: {log}"))
}

fn log_in(folder: &Path) -> Result<File, String> {
    let log = OpenOptions::new().create(true).append(true).open(folder.join("log"));
    log.map_err(|error| format!("{}: {error}", folder.display()))
}

fn wait_until_ready(folder: &Path) -> Result<(), String> {
    let deadline = Instant::now() + Duration::from_mins(1);
    while Instant::now() < deadline {
        if is_ready(folder) {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(format!("the test server did not start; see {}", folder.join("log").display()))
}

fn start_reaper(folder: &Path) -> io::Result<()> {
    if open_shared(&folder.join("reaper"))?.try_lock().is_err() {
        return Ok(());
    }
    Account::Own.command(Path::new("/bin/sh")).args(["-c", REAP, "reaper"]).arg(folder).spawn().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn install(folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("initdb"), "").unwrap();
        fs::write(folder.join("postgres"), "").unwrap();
    }

    #[test]
    fn without_a_server_program_the_sentence_says_what_to_install() {
        let nowhere = tempfile::tempdir().unwrap();
        let missing = find_programs(nowhere.path().as_os_str(), nowhere.path()).unwrap_err();
        assert!(missing.contains("apt-get install --yes postgresql"), "{missing}");
    }

    #[test]
    fn the_newest_version_is_taken_unless_one_is_on_the_path() {
        let folder = tempfile::tempdir().unwrap();
        install(&folder.path().join("9/bin"));
        install(&folder.path().join("17/bin"));
        fs::create_dir_all(folder.path().join("18/bin")).unwrap();
        let found = find_programs(OsStr::new("/nowhere"), folder.path());
        assert_eq!(found, Ok(folder.path().join("17/bin")));
        let path = folder.path().join("9/bin");
        assert_eq!(find_programs(path.as_os_str(), folder.path()), Ok(path));
    }
}
