//! Whom a PostgreSQL server for tests runs as: it refuses to run as root.

use std::{
    fs, io,
    os::unix::{fs::chown, process::CommandExt},
    path::Path,
    process::{Command, Stdio},
};

/// The account that owns the server's folder and processes.
#[derive(Clone, Copy)]
pub enum Account {
    /// The one that runs the tests.
    Own,
    /// Another, to which root steps down.
    Other { uid: u32, gid: u32 },
}

impl Account {
    /// The account for tests run by `uid`: `postgres` in place of root.
    pub fn of(uid: u32) -> Result<Self, String> {
        if uid != 0 {
            return Ok(Self::Own);
        }
        let accounts = fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
        let (uid, gid) =
            find(&accounts, "postgres").ok_or("there is no account `postgres` for root to step down to")?;
        Ok(Self::Other { uid, gid })
    }

    /// A command that runs as this account, in its own process group, so that a test runner's signals pass it by.
    pub fn command(self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        if let Self::Other { uid, gid } = self {
            command.uid(uid).gid(gid);
        }
        command
    }

    /// Makes the account the owner of `path`.
    pub fn own(self, path: &Path) -> io::Result<()> {
        match self {
            Self::Own => Ok(()),
            Self::Other { uid, gid } => chown(path, Some(uid), Some(gid)),
        }
    }
}

fn find(accounts: &str, name: &str) -> Option<(u32, u32)> {
    accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let is_it = fields.next()? == name;
        let (uid, gid) = (fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?);
        is_it.then_some((uid, gid))
    })
}
