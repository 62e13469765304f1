//! The form of a backup: age around Zstandard around two lines and the database, or the keys to it. Where this program is not at hand,
//! `age -d -i KEY FILE | zstd -d | tail -n +3 > cohesion.db` opens one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use age::{Decryptor, Encryptor};
use data_encoding::HEXLOWER;
use keyring::SubKey;

use super::key::{BackupKey, Recipient};
use super::manifest::Manifest;
use super::problem::{Problem, at};
use crate::Error;

/// Zstandard's own middle way between size and time.
const LEVEL: i32 = 3;
/// More than a thousand practices' chains take.
const LINE_BYTES_MAX: u64 = 1 << 20;

/// The lines before the content: what it is, and the keyed hash over that.
pub(super) struct Head {
    pub manifest: String,
    pub seal: String,
}

impl Head {
    /// Both lines, by the key that vouches for the first.
    pub fn over(manifest: &Manifest, key: &SubKey) -> Result<Self, Problem> {
        let manifest = serde_json::to_string(manifest).map_err(|cause| Error::bug(cause.to_string()))?;
        let seal = HEXLOWER.encode(&key.mac(&[manifest.as_bytes()]));
        Ok(Self { manifest, seal })
    }

    /// Whether this key's owner wrote the first line.
    pub fn is_vouched_for(&self, key: &SubKey) -> bool {
        let seal = HEXLOWER.decode(self.seal.as_bytes()).unwrap_or_default();
        key.verify_mac(&[self.manifest.as_bytes()], &seal)
    }
}

/// A backup that has been opened as far as its content.
pub(super) struct Opened {
    pub head: Head,
    pub content: Box<dyn Read>,
}

/// Writes a backup to a new file: whole and on the disk, or not at all.
pub(super) fn write(path: &Path, to: &Recipient, head: &Head, content: impl Read) -> Result<(), Problem> {
    let partial = path.with_added_extension("partial");
    // What a crash left behind is worthless.
    let _ = fs::remove_file(&partial);
    let written = seal(&partial, to, head, content).and_then(|()| settle(&partial, path).map_err(at(path)));
    if written.is_err() {
        let _ = fs::remove_file(&partial);
    }
    written
}

fn seal(path: &Path, to: &Recipient, head: &Head, mut content: impl Read) -> Result<(), Problem> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(at(path))?;
    let sealed = Encryptor::with_recipients(std::iter::once(to.of_age()))
        .map_err(|cause| Problem::Disk { path: path.to_owned(), source: io::Error::other(cause.to_string()) })?;
    let pack = || {
        let sealed = sealed.wrap_output(BufWriter::new(file))?;
        let mut packed = zstd::stream::write::Encoder::new(sealed, LEVEL)?;
        write!(packed, "{}\n{}\n", head.manifest, head.seal)?;
        io::copy(&mut content, &mut packed)?;
        packed.finish()?.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    };
    pack().map_err(at(path))
}

/// Opens a backup as far as its content, which has still to be read and compared with what the manifest says.
pub(super) fn open(path: &Path, key: &BackupKey) -> Result<Opened, Problem> {
    let not_ours = |cause: String| Problem::NotABackup(path.to_owned(), cause);
    let file = File::open(path).map_err(at(path))?;
    let sealed = Decryptor::new_buffered(BufReader::new(file)).map_err(|cause| not_ours(plain(&cause.to_string())))?;
    let packed = sealed.decrypt(std::iter::once(key.of_age())).map_err(|cause| match cause {
        age::DecryptError::NoMatchingKeys => Problem::WrongKey(path.to_owned()),
        other => not_ours(plain(&other.to_string())),
    })?;
    let packed = zstd::stream::read::Decoder::new(packed).map_err(|cause| not_ours(plain(&cause.to_string())))?;
    let mut content = BufReader::new(packed);
    let mut line = || {
        let mut line = String::new();
        (&mut content)
            .take(LINE_BYTES_MAX)
            .read_line(&mut line)
            .map_err(|cause| not_ours(plain(&cause.to_string())))?;
        Ok::<_, Problem>(line.trim_end().to_owned())
    };
    let head = Head { manifest: line()?, seal: line()? };
    Ok(Opened { head, content: Box::new(content) })
}

/// A file is kept only once it and its name are on the disk.
pub(super) fn settle(partial: &Path, path: &Path) -> io::Result<()> {
    fs::rename(partial, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Another library's words in the middle of our sentence.
fn plain(cause: &str) -> String {
    cause.trim_end_matches('.').to_owned()
}
