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

#[test]
fn every_instrument_that_the_command_line_promises_is_there() {
    let promised = "phq-9 phq-8 phq-2 gad-7 gad-2 pcl-5 pcl-5-week pc-ptsd-5 k6 k10 audit audit-c asq core-10 wsas who-5 isi dass-21 ders-16 rosenberg";
    for id in promised.split(' ') {
        assert!(Catalogue::built_in().get(id).is_ok(), "{id}");
    }
}

#[test]
fn these_are_shells_and_the_others_have_their_wording() {
    let shells: Vec<&str> = Catalogue::built_in()
        .iter()
        .filter(|instrument| !instrument.has_wording())
        .map(|instrument| instrument.id.as_str())
        .collect();
    assert_eq!(shells, ["core-10", "dass-21", "ders-16", "isi", "rosenberg", "who-5", "wsas"]);
}

#[test]
fn a_shell_has_no_word_of_the_form() {
    for shell in Catalogue::built_in().iter().filter(|instrument| !instrument.has_wording()) {
        assert!(shell.items.iter().all(|item| item.text.is_none() && item.lead.is_none() && item.prompt.is_none()));
        assert!(shell.option_sets.iter().flat_map(|set| &set.options).all(|option| option.label.is_none()));
    }
}

#[test]
fn an_instrument_that_is_not_to_be_implemented_is_not_there() {
    for id in ["c-ssrs", "ors", "srs", "gsrs", "gq", "oq-45", "bdi-ii", "hads"] {
        assert!(Catalogue::built_in().get(id).is_err(), "{id}");
    }
}

#[test]
fn the_words_above_an_item_hold_until_the_next_ones() {
    let screen = Catalogue::built_in().get("pc-ptsd-5").unwrap();
    assert_eq!(
        (screen.lead(0), screen.lead(1), screen.lead(5)),
        (None, Some("In the past month, have you…"), Some("In the past month, have you…"))
    );
}

#[test]
fn the_catalogue_is_in_order() {
    let ids: Vec<&str> = Catalogue::built_in().iter().map(|instrument| instrument.id.as_str()).collect();
    assert!(ids.is_sorted());
}
