//! What is typed into a form becomes typed answers, or a fault at the field where it was typed.

use std::collections::BTreeMap;

use techniques::answers::Chosen;
use techniques::{Answers, Completeness, Date, Place, Time, Value};

use crate::sample::{draft, faults, form, read};

const ENOUGH: [(&str, &str); 2] = [("mood", "7"), ("urges.sleep.strength", "0")];

/// A finished sheet with one more entry, and the faults it has.
fn with(name: &str, text: &str) -> Vec<String> {
    faults(&read(&form(), &[ENOUGH[0], ENOUGH[1], (name, text)]))
}

#[test]
fn every_kind_of_answer_is_read() {
    let form = form();
    let answers = draft(
        &form,
        &[
            ("line", " Rain "),
            ("passage", "One.\nTwo."),
            ("amount", "12,5"),
            ("mood", "7"),
            ("share", "100"),
            ("day", "2026-11-24"),
            ("bed", "23:15"),
            ("call", "+49 30 123-456"),
            ("sure", "no"),
            ("colour.own", "Green"),
            ("colours", "blue"),
            ("colours", "red"),
        ],
    );
    let value = |id: &str| answers.values[id].clone();
    assert_eq!(value("line"), Value::Text("Rain".into()));
    assert_eq!(value("passage"), Value::Text("One.\nTwo.".into()));
    assert_eq!((value("amount"), value("share")), (Value::Number(12.5), Value::Number(100.0)));
    assert_eq!(value("day"), Value::Date(Date::parse("2026-11-24").unwrap()));
    assert_eq!(value("bed"), Value::Time(Time::parse("23:15").unwrap()));
    assert_eq!(value("sure"), Value::YesNo(false));
    assert_eq!(value("colour"), Value::Choice(Chosen::Own("Green".into())));
    let both = vec![Chosen::Option("red".into()), Chosen::Option("blue".into())];
    assert_eq!(value("colours"), Value::Choices(both), "in printed order");
}

#[test]
fn lists_matrices_and_grids_are_read_row_by_row() {
    let form = form();
    let answers = draft(
        &form,
        &[
            ("people.10.who", "Ben"),
            ("people.2.who", "Ada"),
            ("people.2.close", "4"),
            ("people.2.likes", "red"),
            ("people.2.likes.own", "plaid"),
            ("people.5.who", "  "),
            ("urges.eat.strength", "3"),
            ("urges.own-1.name", "To run"),
            ("urges.own-1.strength", "2"),
            ("week.mon-08.what", "Tea"),
            ("week.sun-20.joy", "40"),
        ],
    );
    let at = |place: &str| answers.at(&Place::parse(place).unwrap()).cloned();
    assert_eq!(at("people.0.who"), Some(Value::Text("Ada".into())), "in the order of their numbers");
    assert_eq!(at("people.1.who"), Some(Value::Text("Ben".into())), "empty rows are left out");
    let likes = vec![Chosen::Option("red".into()), Chosen::Own("plaid".into())];
    assert_eq!(at("people.0.likes"), Some(Value::Choices(likes)));
    assert_eq!(at("urges.own-1.name"), Some(Value::Text("To run".into())));
    assert_eq!(at("week.mon-08.what"), Some(Value::Text("Tea".into())));
    assert_eq!(at("week.sun-20.joy"), Some(Value::Number(40.0)));
}

#[test]
fn what_does_not_fit_is_a_fault_at_its_field() {
    for (name, text, sentence) in [
        ("line", "one and twenty letters", "This has 22 characters; shorten it to 20."),
        ("amount", "much", "Write a number, like 7."),
        ("amount", "NaN", "Write a number, like 7."),
        ("amount", "91", "Choose a number from 0 to 90.5."),
        ("share", "12.5", "Choose a whole number."),
        ("share", "101", "Choose a number from 0 to 100."),
        ("day", "2026-02-29", "Write a date, like 2026-11-24."),
        ("day", "24.11.2026", "Write a date, like 2026-11-24."),
        ("bed", "25:00", "Write a time, like 17:30."),
        ("bed", "half past nine", "Write a time, like 17:30."),
        ("call", "my sister", "Write a phone number, like 030 123456."),
        ("sure", "perhaps", "Choose yes or no."),
        ("colour", "green", "Choose one of the options."),
        ("colours", "green", "Choose one of the options."),
        ("people.0.close", "6", "Choose a number from 1 to 5."),
        ("urges.eat.strength", "-1", "Choose a number from 0 to 5."),
        ("week.mon-08.joy", "a lot", "Write a number, like 7."),
    ] {
        assert!(with(name, text).contains(&format!("{name}: {sentence}")), "{name} {text}: {:?}", with(name, text));
    }
}

#[test]
fn a_text_of_a_hundred_thousand_letters_is_refused_and_the_rest_is_kept() {
    let long = "ä".repeat(100_000);
    let reading = read(&form(), &[ENOUGH[0], ENOUGH[1], ("passage", &long), ("line", "kept")]);
    assert_eq!(faults(&reading), ["passage: This has 100000 characters; shorten it to 10000."]);
    assert_eq!(reading.answers.values["line"], Value::Text("kept".into()));
}

#[test]
fn a_finished_sheet_needs_what_a_draft_may_leave_open() {
    let form = form();
    let finished = form.read([], Completeness::Finished);
    let needed = "Fill this in, or save the sheet as a draft.";
    assert_eq!(faults(&finished), [format!("mood: {needed}"), format!("urges.sleep.strength: {needed}")]);
    let opened = with("sure", "yes");
    assert_eq!(opened, [format!("why: {needed}")], "only after the answer that opens it");
    assert_eq!(with("sure", "no"), Vec::<String>::new());
    assert_eq!(with("people.0.close", "3"), [format!("people.0.who: {needed}")], "in each row that was begun");
    assert_eq!(with("people.4.close", "3"), [format!("people.4.who: {needed}")], "under the number it was typed at");
    assert_eq!(form.read([], Completeness::Draft).faults, []);
}

#[test]
fn times_that_run_backwards_are_a_fault_when_the_sheet_is_finished() {
    let diary = techniques::Catalogue::built_in().form("sleep-diary").unwrap();
    let night = |bed: &str, lights: &str, wake: &str, up: &str| {
        let times = [("to_bed", bed), ("lights_out", lights), ("final_wake", wake), ("out_of_bed", up)];
        let rest = [("latency", "10"), ("awake", "0")];
        faults(&read(diary, &[times.as_slice(), rest.as_slice()].concat()))
    };
    assert_eq!(night("22:30", "23:00", "06:30", "07:00"), Vec::<String>::new(), "over midnight");
    assert_eq!(night("00:10", "00:10", "06:30", "06:30"), Vec::<String>::new(), "after midnight, at the same minute");
    let sentence = "Check this time: it comes before the one above it.";
    assert_eq!(night("23:00", "22:30", "06:30", "07:00"), [format!("final_wake: {sentence}")]);
    assert_eq!(night("22:30", "23:00", "07:30", "07:00"), [format!("out_of_bed: {sentence}")]);
}

#[test]
fn more_rows_than_a_list_takes_and_rows_without_a_name_are_faults() {
    let rows: Vec<(String, &str)> = (0..5).map(|row| (format!("people.{row}.who"), "Ada")).collect();
    let entries: Vec<(&str, &str)> =
        ENOUGH.into_iter().chain(rows.iter().map(|(name, who)| (name.as_str(), *who))).collect();
    let reading = read(&form(), &entries);
    assert_eq!(faults(&reading), ["people: There are 5 rows; keep the 3 that matter most."]);
    assert_eq!(with("urges.own-1.strength", "2"), ["urges.own-1.name: Give this row a name."]);
}

#[test]
fn names_that_the_form_does_not_have_are_passed_over() {
    let form = form();
    let strange = [("token", "x"), ("people.x.who", "Ada"), ("urges.dance.strength", "99"), ("week.mon-21.joy", "x")];
    assert_eq!(draft(&form, &strange), Answers::open(&form));
    assert!(Answers::open(&form).is_empty());
}

#[test]
fn answers_come_back_from_storage_as_they_went() {
    let form = form();
    let answers = draft(&form, &[("bed", "7:05"), ("day", "2028-02-29"), ("people.0.who", "Ada"), ("colour", "red")]);
    let stored = serde_json::to_string(&answers).unwrap();
    assert!(stored.contains("07:05") && stored.contains("2028-02-29"), "{stored}");
    assert_eq!(serde_json::from_str::<Answers>(&stored).unwrap(), answers);
    assert!(serde_json::from_str::<Answers>(&stored.replace("07:05", "27:05")).is_err());
}

#[test]
fn a_form_that_changed_keeps_what_fits_and_gives_back_the_rest() {
    let form = form();
    let mut stored = draft(&form, &[("line", "Rain"), ("mood", "7"), ("people.0.who", "Ada"), ("bed", "23:00")]);
    stored.version = 0;
    stored.values.insert("weather".into(), Value::Text("Rain".into()));
    stored.values.insert("mood".into(), Value::Number(11.0));
    let row = BTreeMap::from([("shoe".to_owned(), Value::Number(41.0))]);
    stored.values.insert("people".into(), Value::Rows(vec![row]));
    let fitted = form.fit(&stored);
    assert_eq!(fitted.answers.version, form.version);
    assert_eq!(fitted.answers.values.keys().collect::<Vec<_>>(), ["bed", "line"]);
    let lost: Vec<&str> = fitted.lost.iter().map(|lost| lost.field.as_str()).collect();
    assert_eq!(lost, ["mood", "people", "weather"]);
    assert_eq!(fitted.lost[2].value, Value::Text("Rain".into()));
}
