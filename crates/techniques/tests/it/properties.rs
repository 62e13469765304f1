//! Whatever is typed: nothing breaks, what is kept fits its form, and a draft handed in again is the same.

use proptest::prelude::*;
use techniques::{Catalogue, Completeness, Form, Time};

use crate::sample::form;

/// Names of the sample's fields and others, and texts of all sorts.
fn entries() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = prop::sample::select(vec![
        "line",
        "amount",
        "mood",
        "share",
        "day",
        "bed",
        "up",
        "call",
        "sure",
        "colour",
        "colour.own",
        "colours",
        "people.0.who",
        "people.7.close",
        "people.1.likes",
        "urges.eat.strength",
        "urges.own-1.name",
        "urges.own-1.strength",
        "week.mon-08.joy",
        "week.fri-20.what",
        "people..who",
        "week.mon-8.joy",
        "x",
        "",
    ]);
    let texts = prop_oneof![
        "[0-9]{1,3}",
        "[0-9]{1,2}:[0-9]{2}",
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
        prop::sample::select(vec!["yes", "no", "red", "blue", "nan", "-1", "1e9", "5"]).prop_map(str::to_owned),
        ".{0,30}",
    ];
    prop::collection::vec((names.prop_map(str::to_owned), texts), 0..30)
}

fn read(form: &Form, entries: &[(String, String)], completeness: Completeness) -> techniques::Reading {
    form.read(entries.iter().map(|(name, text)| (name.as_str(), text.as_str())), completeness)
}

proptest! {
    #[test]
    fn what_is_kept_fits_its_form_and_comes_back_from_storage(entries in entries()) {
        let form = form();
        let reading = read(&form, &entries, Completeness::Draft);
        let stored = serde_json::to_string(&reading.answers).unwrap();
        let again = serde_json::from_str(&stored).unwrap();
        prop_assert_eq!(&reading.answers, &again);
        let fitted = form.fit(&again);
        let named_rows = !reading.faults.iter().any(|fault| fault.kind == techniques::FaultKind::NoName);
        prop_assert!(!named_rows || fitted.lost.is_empty(), "{:?}", fitted.lost);
    }

    #[test]
    fn finishing_a_sheet_finds_the_faults_of_its_draft_and_changes_no_answer(entries in entries()) {
        let form = form();
        let draft = read(&form, &entries, Completeness::Draft);
        let finished = read(&form, &entries, Completeness::Finished);
        prop_assert_eq!(draft.answers, finished.answers);
        prop_assert!(draft.faults.iter().all(|fault| finished.faults.contains(fault)));
    }

    #[test]
    fn figures_and_signals_come_out_of_any_sheet(entries in entries()) {
        let form = form();
        let answers = read(&form, &entries, Completeness::Draft).answers;
        let figures = form.figures_of(&answers);
        prop_assert!(figures.len() >= 7);
        prop_assert!(form.signals_of(&answers).iter().all(|signal| answers.at(&signal.place).is_some()));
    }

    #[test]
    fn the_way_there_and_back_is_a_whole_day_or_none(one in 0_u16..1440, other in 0_u16..1440) {
        let time = |minutes: u16| Time::parse(&format!("{}:{:02}", minutes / 60, minutes % 60)).unwrap();
        let way = time(one).minutes_until(time(other)) + time(other).minutes_until(time(one));
        let whole = if one == other { 0 } else { 1440 };
        prop_assert_eq!(way, whole);
    }

    #[test]
    fn no_file_breaks_the_loader(text in ".{0,200}", folder in "(forms|skills|curricula|x)") {
        let path = format!("techniques/{folder}/a.toml");
        let (catalogue, problems) = Catalogue::load([(path.as_str(), text.as_str())]);
        prop_assert_eq!(catalogue, Catalogue::default());
        prop_assert_eq!(problems.len(), 1);
    }
}
