//! The root key file: what is accepted, and what is said about everything else.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::root_key;
use crate::{Error, RootKey};

const DIGITS: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

fn write(folder: &TempDir, text: &str, mode: u32) -> PathBuf {
    let path = folder.path().join("root.key");
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    path
}

fn refusal(path: &Path) -> Error {
    RootKey::read_file(path).unwrap_err()
}

#[test]
fn a_written_key_is_read_back() {
    let folder = folder();
    let path = folder.path().join("root.key");
    let root = RootKey::generate().unwrap();
    root.write_file(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o400);
    assert_eq!(RootKey::read_file(&path).unwrap().fingerprint(), root.fingerprint());
}

#[test]
fn a_key_file_is_64_digits_with_or_without_a_line_end() {
    for text in [DIGITS.into(), format!("{DIGITS}\n"), format!("{}\r\n", DIGITS.to_uppercase())] {
        let folder = folder();
        assert!(RootKey::read_file(&write(&folder, &text, 0o400)).is_ok(), "{text:?}");
    }
}

#[test]
fn a_missing_key_is_said_to_be_missing() {
    let path = folder().path().join("root.key");
    let refusal = refusal(&path);
    assert!(matches!(refusal, Error::Missing { .. }));
    assert!(refusal.to_string().contains(&format!("cohesion keys new --root-key {}", path.display())));
}

#[test]
fn a_key_that_others_may_read_or_anyone_may_write_is_refused_with_the_command_that_mends_it() {
    for mode in [0o440, 0o600, 0o644, 0o404, 0o401, 0o500, 0o777, 0o4400] {
        let folder = folder();
        let path = write(&folder, DIGITS, mode);
        let refusal = refusal(&path);
        assert!(matches!(refusal, Error::Open { mode: told, .. } if told == mode), "{mode:o}: {refusal}");
        let sentence = refusal.to_string();
        assert!(sentence.contains(&format!("{mode:04o}")), "{sentence}");
        assert!(sentence.contains(&format!("chmod 0400 {}", path.display())), "{sentence}");
    }
}

#[test]
fn a_link_is_judged_by_the_file_that_it_leads_to() {
    let folder = folder();
    let link = folder.path().join("link");
    symlink(write(&folder, DIGITS, 0o644), &link).unwrap();
    assert!(matches!(refusal(&link), Error::Open { mode: 0o644, .. }));
    fs::set_permissions(folder.path().join("root.key"), Permissions::from_mode(0o400)).unwrap();
    assert!(RootKey::read_file(&link).is_ok());
}

#[test]
fn a_link_that_leads_nowhere_is_a_missing_key() {
    let folder = folder();
    let link = folder.path().join("link");
    symlink("nowhere", &link).unwrap();
    assert!(matches!(refusal(&link), Error::Missing { .. }));
}

#[test]
fn a_file_that_holds_something_else_is_not_a_root_key() {
    let long = DIGITS.repeat(1_000);
    for text in
        ["", "\n", &DIGITS[1..], &format!("{DIGITS}0"), &format!("{DIGITS} {DIGITS}"), &DIGITS.replace('a', "g"), &long]
    {
        let folder = folder();
        assert!(matches!(refusal(&write(&folder, text, 0o400)), Error::NotARootKey { .. }));
    }
}

#[test]
fn a_folder_is_not_a_root_key() {
    assert!(matches!(refusal(folder().path().parent().unwrap()), Error::NotAFile { .. }));
}

#[test]
fn a_new_key_never_takes_the_place_of_a_file() {
    let folder = folder();
    let path = write(&folder, "something of value", 0o600);
    assert!(matches!(root_key(1).write_file(&path), Err(Error::Exists { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "something of value");
}

#[test]
fn a_new_key_is_not_written_through_a_link() {
    let folder = folder();
    let link = folder.path().join("link");
    symlink(folder.path().join("elsewhere"), &link).unwrap();
    assert!(matches!(root_key(1).write_file(&link), Err(Error::Exists { .. })));
    assert!(!folder.path().join("elsewhere").exists());
}

#[test]
fn a_folder_that_does_not_exist_is_told() {
    let path = folder().path().join("none/root.key");
    assert!(matches!(root_key(1).write_file(&path), Err(Error::Unwritable { .. })));
}
