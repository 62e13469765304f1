//! The practice's own files: what is broken is left out and named, and the rest is there.

use std::fs;

use super::super::read;

#[test]
fn a_broken_file_of_the_practice_is_left_out_and_named_with_its_place() {
    let data = tempfile::tempdir().expect("a folder");
    let forms = data.path().join("techniques/forms");
    fs::create_dir_all(&forms).expect("a folder");
    let own = include_str!("../../../../../techniques/forms/worry-tree.toml")
        .replace("id = \"worry-tree\"", "id = \"own-tree\"");
    fs::write(forms.join("own-tree.toml"), own).expect("a file");
    fs::write(forms.join("broken.toml"), "id = \"broken\"\nversion = \"one\"\n").expect("a file");
    fs::write(forms.join("hidden.toml"), [0xff, 0xfe]).expect("a file");
    let (here, left_out) = read(data.path());
    assert!(here.form("own-tree").is_some() && here.form("thought-record").is_some() && here.form("broken").is_none());
    let said: Vec<String> = left_out.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().any(|said| said.contains("forms/broken.toml: line ")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("forms/hidden.toml: file: It cannot be read")), "{said:?}");
}

#[test]
fn a_practice_without_files_of_its_own_has_what_comes_with_the_program() {
    let data = tempfile::tempdir().expect("a folder");
    let (here, left_out) = read(data.path());
    assert!(left_out.is_empty() && here.forms().count() >= 24 && here.curricula().count() >= 10);
}
