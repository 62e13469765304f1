//! What is true of every instrument that ships.

use std::collections::BTreeSet;
use std::path::Path;

use measures::catalogue::FILES;
use measures::{Catalogue, Instrument};

#[test]
fn every_file_in_the_folder_is_embedded_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../instruments");
    let on_disk: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    let embedded: BTreeSet<String> = FILES.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(embedded, on_disk);
}

#[test]
fn every_embedded_file_is_accepted() {
    for (id, text) in FILES {
        if let Err(error) = Instrument::parse(&format!("instruments/{id}.toml"), text) {
            panic!("{error}");
        }
    }
}

#[test]
fn no_panel_code_stands_on_any_total() {
    let forms = || Catalogue::built_in().iter().filter_map(|instrument| instrument.loinc.as_ref());
    let panels: BTreeSet<&str> =
        forms().filter_map(|form| form.panel.as_ref()).map(|code| code.code.as_str()).collect();
    for total in forms().filter_map(|form| form.total.as_ref()) {
        assert!(!panels.contains(total.code.as_str()), "{} is a panel", total.code);
    }
}
