//! A form with one field of every kind, and short ways to fill it.

use techniques::{Answers, Catalogue, Completeness, Form, Problem, Reading};

/// The text of the form.
pub const SAMPLE: &str = include_str!("sample.toml");

/// Loads one file as the only one there is.
pub fn load(text: &str) -> (Catalogue, Vec<Problem>) {
    Catalogue::load([("techniques/forms/sample.toml", text)])
}

/// The form itself.
pub fn form() -> Form {
    let (catalogue, problems) = load(SAMPLE);
    assert_eq!(problems, []);
    catalogue.form("sample").unwrap().clone()
}

/// What is read from a finished sheet.
pub fn read(form: &Form, entries: &[(&str, &str)]) -> Reading {
    form.read(entries.iter().copied(), Completeness::Finished)
}

/// The answers of a draft, in which every entry fits.
#[track_caller]
pub fn draft(form: &Form, entries: &[(&str, &str)]) -> Answers {
    let reading = form.read(entries.iter().copied(), Completeness::Draft);
    assert_eq!(reading.faults, []);
    reading.answers
}

/// The faults of a reading, each as its place and sentence.
pub fn faults(reading: &Reading) -> Vec<String> {
    reading.faults.iter().map(|fault| format!("{}: {}", fault.place, fault.kind)).collect()
}
