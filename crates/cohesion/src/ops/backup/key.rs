//! The backup key: its public half seals backups on the server, its secret half opens them elsewhere. Both are age's own
//! format, so that `age` itself opens a backup where this program is not at hand.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use age::secrecy::ExposeSecret;
use age::x25519;

use super::problem::{Problem, at};

/// The public half: to whom backups are sealed.
#[derive(Clone)]
pub struct Recipient(x25519::Recipient);

impl Recipient {
    /// Reads `age1…`, or the file of that name, whose first line that is no remark holds it.
    pub fn read(text: &str) -> Result<Self, Problem> {
        if text.is_empty() {
            return Err(Problem::NoRecipient);
        }
        let in_file = || first_line(Path::new(text))?.parse().ok();
        let found = text.parse().ok().or_else(in_file);
        found.map(Self).ok_or_else(|| Problem::NotARecipient(text.to_owned()))
    }

    pub(super) fn of_age(&self) -> &dyn age::Recipient {
        &self.0
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The secret half. It belongs where neither the server nor its backups are.
pub struct BackupKey(x25519::Identity);

impl BackupKey {
    /// A new key.
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Its public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// Reads the file that [`Self::write_file`] or `age-keygen` wrote.
    pub fn read_file(path: &Path) -> Result<Self, Problem> {
        fs::metadata(path).map_err(at(path))?;
        let key = first_line(path).and_then(|line| line.parse().ok());
        key.map(Self).ok_or_else(|| Problem::NotABackupKey(path.to_owned()))
    }

    /// Writes it to a new file that only its owner may read. A file that exists is left as it is.
    pub fn write_file(&self, path: &Path) -> Result<(), Problem> {
        let mut file: File = match OpenOptions::new().write(true).create_new(true).mode(0o400).open(path) {
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
                return Err(keyring::Error::Exists { path: path.to_owned() }.into());
            }
            opened => opened.map_err(at(path))?,
        };
        let secret = self.0.to_string();
        writeln!(file, "# public key: {}\n{}", self.recipient(), secret.expose_secret())
            .and_then(|()| file.sync_all())
            .map_err(at(path))
    }

    pub(super) fn of_age(&self) -> &dyn age::Identity {
        &self.0
    }
}

/// The first line that is no remark, of a file that is no longer than keys are.
fn first_line(path: &Path) -> Option<String> {
    let is_short = fs::metadata(path).ok()?.len() < 65_536;
    let text = is_short.then(|| fs::read_to_string(path).ok())??;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.next().map(str::to_owned)
}
