//! The ledger's file: read as a whole, and only ever added to. It is not shortened: a key that is forgotten here could come
//! back with an old backup. Ten thousand shredded keys take 3 MB.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use keyring::SubKey;

use super::Shred;
use super::line::{Flaw, Line};
use crate::{Error, Result};

/// A ledger as it was read.
#[derive(Clone, Debug, Default)]
pub(in crate::ops) struct Ledger {
    /// Every shredded key in it that this installation wrote down.
    pub shreds: Vec<Shred>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
    last: Option<Line>,
    /// Bytes up to the end of the last whole line.
    whole: usize,
}

/// Reads the ledger at `path`; nothing where there is none.
pub(in crate::ops) fn read(path: &Path, key: &SubKey) -> Result<Option<Ledger>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(parse(&text, key))),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(unusable(path, &cause)),
    }
}

/// Adds the keys that are not in the ledger yet, waits until they are on the disk, and answers how many those were. A
/// ledger that is not there is begun.
pub(super) fn add(path: &Path, key: &SubKey, shreds: &[Shred]) -> Result<usize> {
    add_to(path, key, shreds).map_err(|cause| unusable(path, &cause))
}

fn add_to(path: &Path, key: &SubKey, shreds: &[Shred]) -> std::io::Result<usize> {
    let is_new = !path.exists();
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
    // Another process may be at it; the lock ends with the file.
    file.lock()?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let ledger = parse(&text, key);
    let known: HashSet<_> = ledger.shreds.iter().map(|shred| (shred.practice, shred.key)).collect();
    let missing = shreds.iter().filter(|shred| !known.contains(&(shred.practice, shred.key)));
    let (mut last, mut lines) = (ledger.last, Vec::new());
    for shred in missing {
        let line = Line::after(last.as_ref(), *shred, key);
        lines.push(format!("{line}\n"));
        last = Some(line);
    }
    if !lines.is_empty() {
        // A line without its end is one that a crash cut short.
        file.set_len(ledger.whole as u64)?;
        file.seek(SeekFrom::End(0))?;
        file.write_all(lines.concat().as_bytes())?;
    }
    file.sync_all()?;
    if is_new {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(lines.len())
}

fn parse(text: &str, key: &SubKey) -> Ledger {
    let mut ledger = Ledger::default();
    // What the next line must follow; nothing is asked of one behind a line that cannot be believed.
    let mut expected = Some((1, [0; 32]));
    for (at, line) in text.split_inclusive('\n').enumerate().filter(|(_, line)| line.ends_with('\n')) {
        ledger.whole += line.len();
        let Some(line) = line.trim_end().parse::<Line>().ok().filter(|line| line.is_ours(key)) else {
            ledger.flaws.push(Flaw::Altered(at + 1));
            expected = None;
            continue;
        };
        if expected.is_some_and(|expected| expected != (line.number, line.before)) {
            ledger.flaws.push(Flaw::Gap(at + 1));
        }
        expected = Some((line.number + 1, line.mac));
        ledger.shreds.push(line.shred);
        ledger.last = Some(line);
    }
    ledger
}

fn unusable(path: &Path, cause: &std::io::Error) -> Error {
    Error::Unavailable(format!(
        "The ledger of shredded keys {} cannot be read or written: {cause}. The setting shreds names another place.",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use keyring::{Purpose, RootKey};
    use tempfile::TempDir;

    use super::*;
    use crate::clock::Timestamp;
    use crate::id::PracticeId;

    type Change<'a> = &'a dyn Fn(&mut Vec<String>);

    struct Desk {
        folder: TempDir,
        key: SubKey,
    }

    impl Desk {
        /// A ledger of keys 1 to `count`.
        fn with(count: u8) -> Self {
            let key = RootKey::generate().expect("a key").derive(Purpose::Shreds);
            let desk = Self { folder: tempfile::tempdir().expect("a folder"), key };
            let shreds: Vec<_> = (1..=count).map(shred).collect();
            assert_eq!(add(&desk.path(), &desk.key, &shreds), Ok(usize::from(count)));
            desk
        }

        fn path(&self) -> std::path::PathBuf {
            self.folder.path().join("shreds")
        }

        fn text(&self) -> String {
            fs::read_to_string(self.path()).expect("it reads")
        }

        fn read(&self) -> (Vec<u8>, Vec<Flaw>) {
            let ledger = read(&self.path(), &self.key).expect("it reads").expect("it is there");
            (ledger.shreds.iter().map(|shred| shred.key[0]).collect(), ledger.flaws)
        }

        /// Writes the lines anew, as `change` leaves them.
        fn rewrite(&self, change: impl FnOnce(&mut Vec<String>)) {
            let mut lines: Vec<String> = self.text().lines().map(str::to_owned).collect();
            change(&mut lines);
            fs::write(self.path(), lines.join("\n") + "\n").expect("it is written");
        }
    }

    fn shred(number: u8) -> Shred {
        Shred { practice: PracticeId([7; 16]), key: [number; 16], at: Timestamp(i64::from(number)) }
    }

    #[test]
    fn a_key_is_written_down_once_in_a_file_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let desk = Desk::with(3);
        assert_eq!(add(&desk.path(), &desk.key, &[shred(2), shred(4), shred(1)]), Ok(1));
        assert_eq!(desk.read(), (vec![1, 2, 3, 4], vec![]));
        assert_eq!(fs::metadata(desk.path()).expect("it is there").permissions().mode() & 0o777, 0o600);
        assert!(read(&desk.folder.path().join("none"), &desk.key).expect("it reads").is_none());
    }

    #[test]
    fn a_line_that_a_crash_cut_short_is_written_again() {
        let desk = Desk::with(3);
        let whole = desk.text();
        fs::write(desk.path(), &whole[..whole.len() - 20]).expect("it is written");
        assert_eq!(desk.read(), (vec![1, 2], vec![]));
        assert_eq!(add(&desk.path(), &desk.key, &[shred(1), shred(2), shred(3)]), Ok(1));
        assert_eq!(desk.text(), whole);
    }

    #[test]
    fn a_line_that_is_gone_is_missed_and_the_others_still_count() {
        for (gone, left) in [(0, [2, 3, 4]), (1, [1, 3, 4]), (2, [1, 2, 4])] {
            let desk = Desk::with(4);
            desk.rewrite(|lines| drop(lines.remove(gone)));
            assert_eq!(desk.read(), (left.to_vec(), vec![Flaw::Gap(gone + 1)]));
        }
    }

    #[test]
    fn a_line_that_was_altered_moved_or_written_by_another_is_found() {
        let other = Desk::with(2).text();
        let changes: [(Change<'_>, Flaw); 4] = [
            (&|lines| lines[1] = lines[1].replacen(" 2 ", " 9 ", 1), Flaw::Altered(2)),
            (&|lines| lines[1].replace_range(..8, "somebody"), Flaw::Altered(2)),
            (&|lines| lines[1] = other.lines().nth(1).expect("a line").to_owned(), Flaw::Altered(2)),
            (&|lines| lines.swap(1, 2), Flaw::Gap(2)),
        ];
        for (change, flaw) in changes {
            let desk = Desk::with(3);
            desk.rewrite(change);
            let (keys, flaws) = desk.read();
            assert_eq!((keys[0], flaws[0]), (1, flaw));
            assert!(keys.contains(&3), "what can be believed counts");
        }
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named() {
        let key = RootKey::generate().expect("a key").derive(Purpose::Shreds);
        let refused = add(Path::new("/nowhere/shreds"), &key, &[shred(1)]).map_err(Error::into_sentence);
        assert!(
            refused.is_err_and(|sentence| sentence.contains("/nowhere/shreds") && sentence.contains("setting shreds"))
        );
    }
}
