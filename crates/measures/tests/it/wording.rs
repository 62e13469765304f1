//! Wording added to a shell by the practice.

use measures::wording::{Permission, Wording, WordingError};
use measures::{Instrument, licence::Class};

use crate::scores::instrument;

fn words() -> Wording {
    Wording {
        instruction: "How did it go?".to_owned(),
        items: (1..=5).map(|number| format!("Question {number}")).collect(),
        labels: vec![(0..=8).map(|value| format!("Label {value}")).collect()],
    }
}

fn permission() -> Permission {
    Permission { recorded_by: "Dr. Ada Field".to_owned(), document: "Letter of 3 May 2026".to_owned() }
}

#[test]
fn a_shell_takes_wording_with_its_permission_and_scores_as_before() {
    let shell = instrument("wsas");
    let worded = shell.with_wording(&words(), permission()).unwrap();
    assert!(!shell.has_wording() && worded.instrument.has_wording());
    assert_eq!(worded.permission, permission());
    let answers = [Some(1), Some(2), Some(3), Some(4), Some(5)];
    assert_eq!(worded.instrument.answers(&answers).unwrap().score(), shell.answers(&answers).unwrap().score());
}

#[test]
fn a_form_that_may_only_be_loaded_can_be_loaded() {
    let shell = instrument("isi");
    assert_eq!(shell.licence.class, Class::Load);
    let wording = Wording { items: vec!["Words".to_owned(); 7], labels: vec![vec!["Label".to_owned(); 5]], ..words() };
    assert!(shell.with_wording(&wording, permission()).unwrap().instrument.has_wording());
}

#[track_caller]
fn refused(instrument: &Instrument, wording: &Wording, permission: Permission, sentence: &str) {
    let error: WordingError = instrument.with_wording(wording, permission).unwrap_err();
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn the_number_of_texts_must_fit() {
    let wsas = instrument("wsas");
    let short = Wording { items: vec!["One".to_owned()], ..words() };
    refused(wsas, &short, permission(), "WSAS asks for 5 items, but got 1.");
    refused(wsas, &Wording { labels: vec![], ..words() }, permission(), "WSAS asks for 1 option sets, but got 0.");
    let labels = vec![vec!["Yes".to_owned(), "No".to_owned()]];
    refused(wsas, &Wording { labels, ..words() }, permission(), "WSAS asks for 9 options, but got 2.");
}

#[test]
fn an_empty_text_is_refused() {
    let blank = Wording { instruction: "  ".to_owned(), ..words() };
    refused(instrument("wsas"), &blank, permission(), "The wording of WSAS has an empty text in it.");
}

#[test]
fn wording_without_permission_is_refused() {
    let nobody = Permission { recorded_by: String::new(), ..permission() };
    refused(instrument("wsas"), &words(), nobody, "Say who recorded the permission and in which document it is.");
}

#[test]
fn wording_that_ships_is_locked() {
    refused(instrument("phq-9"), &words(), permission(), "PHQ-9 has its wording already, and it may not be changed.");
}
