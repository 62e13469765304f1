//! The root key file: what is accepted, and what is said about everything else.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use tempfile::TempDir;

use super::root_key;
use crate::{Error, RootKey, promote_file};

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

/// A program that is killed while it writes a key leaves half of one.
#[test]
fn half_a_key_left_by_a_crash_does_not_stand_in_the_way() {
    let folder = folder();
    let (path, half) = (folder.path().join("root.key"), folder.path().join("root.key.unfinished"));
    fs::write(&half, &DIGITS[..20]).unwrap();
    let root = RootKey::generate().unwrap();
    root.write_file(&path).unwrap();
    assert_eq!(RootKey::read_file(&path).unwrap().fingerprint(), root.fingerprint());
    assert!(!half.exists());
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
        assert!(matches!(refusal, Error::OpenToOthers { mode: told, .. } if told == mode), "{mode:o}: {refusal}");
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
    assert!(matches!(refusal(&link), Error::OpenToOthers { mode: 0o644, .. }));
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
fn a_key_that_the_system_refuses_to_read_is_told() {
    let folder = folder();
    let link = folder.path().join("link");
    symlink(&link, &link).unwrap();
    assert!(matches!(refusal(&link), Error::Unreadable { .. }));
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
fn a_folder_or_device_is_not_a_root_key() {
    assert!(matches!(refusal(Path::new("/")), Error::NotAFile { .. }));
    assert!(matches!(refusal(Path::new("/dev/null")), Error::NotAFile { .. }));
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

/// A folder with the current root key, the next one, and the path at which the current one is to be kept.
fn before_promotion() -> (TempDir, PathBuf, PathBuf, PathBuf) {
    let folder = folder();
    let (current, next) = (folder.path().join("root.key"), folder.path().join("root.key.next"));
    root_key(1).write_file(&current).unwrap();
    root_key(2).write_file(&next).unwrap();
    let kept = folder.path().join(format!("root.key.{}", HEXLOWER.encode(&root_key(1).fingerprint())));
    (folder, current, next, kept)
}

#[test]
fn a_promoted_key_takes_the_place_of_the_old_one_which_is_kept() {
    let (_folder, current, next, kept) = before_promotion();
    assert_eq!(promote_file(&next, &current).unwrap(), kept);
    assert_eq!(RootKey::read_file(&current).unwrap().fingerprint(), root_key(2).fingerprint());
    assert_eq!(RootKey::read_file(&kept).unwrap().fingerprint(), root_key(1).fingerprint());
    assert!(!next.exists());
}

#[test]
fn a_promotion_that_was_cut_off_is_repeated() {
    let (_folder, current, next, kept) = before_promotion();
    fs::hard_link(&current, &kept).unwrap();
    assert_eq!(promote_file(&next, &current).unwrap(), kept);
    assert_eq!(RootKey::read_file(&current).unwrap().fingerprint(), root_key(2).fingerprint());
}

#[test]
fn a_promotion_does_not_lose_the_old_key_to_a_file_of_the_same_name() {
    let (_folder, current, next, kept) = before_promotion();
    root_key(3).write_file(&kept).unwrap();
    assert!(matches!(promote_file(&next, &current), Err(Error::Unwritable { .. })));
    assert_eq!(RootKey::read_file(&current).unwrap().fingerprint(), root_key(1).fingerprint());
}

#[test]
fn a_promotion_without_a_next_key_changes_nothing() {
    let folder = folder();
    let current = write(&folder, DIGITS, 0o400);
    assert!(matches!(promote_file(&folder.path().join("none"), &current), Err(Error::Missing { .. })));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
