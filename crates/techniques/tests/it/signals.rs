//! Answers that a person must look at are found wherever they stand, in drafts too.

use techniques::{Catalogue, Urgency};

use crate::sample::{draft, form};

/// The ids and places of the signals that the diary card gives.
fn card(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    let card = Catalogue::built_in().form("diary-card").unwrap();
    let signals = card.signals_of(&draft(card, entries));
    signals.into_iter().map(|signal| (signal.id, signal.place.to_string())).collect()
}

fn found(id: &str, place: &str) -> (String, String) {
    (id.to_owned(), place.to_owned())
}

#[test]
fn a_suicide_urge_of_four_or_five_is_a_signal_and_three_is_none() {
    for (strength, is_signal) in [("0", false), ("3", false), ("4", true), ("5", true)] {
        let expected = if is_signal { vec![found("suicide_urge", "urges.suicide.strength")] } else { vec![] };
        assert_eq!(card(&[("urges.suicide.strength", strength)]), expected, "{strength}");
    }
}

#[test]
fn self_harm_is_a_signal_also_when_no_urge_was_felt() {
    let entries = [("self_harm", "yes"), ("urges.self_harm.strength", "0")];
    assert_eq!(card(&entries), [found("self_harm_action", "self_harm")]);
    assert_eq!(card(&[("self_harm", "no"), ("urges.self_harm.strength", "5")]), []);
}

#[test]
fn an_unfinished_card_signals_too() {
    assert_eq!(card(&[("urges.suicide.strength", "5"), ("self_harm", "yes")]).len(), 2);
}

#[test]
fn the_diary_card_must_say_who_reads_it() {
    let readers = Catalogue::built_in().forms().filter(|form| form.needs_reader());
    assert_eq!(readers.map(|form| form.id.as_str()).collect::<Vec<_>>(), ["diary-card"]);
}

#[test]
fn a_finished_card_has_every_answer_that_can_tell_of_danger() {
    let card = Catalogue::built_in().form("diary-card").unwrap();
    let reading = card.read([], techniques::Completeness::Finished);
    let open: Vec<String> = reading.faults.iter().map(|fault| fault.place.to_string()).collect();
    assert_eq!(open, ["date", "urges.self_harm.strength", "urges.suicide.strength", "self_harm"]);
}

#[test]
fn a_rule_over_a_column_finds_every_row() {
    let form = form();
    let answers = draft(&form, &[("people.0.close", "5"), ("people.1.close", "4"), ("people.2.close", "5")]);
    let places: Vec<String> = form.signals_of(&answers).iter().map(|signal| signal.place.to_string()).collect();
    assert_eq!(places, ["people.0.close", "people.2.close"]);
    assert_eq!(form.signals_of(&answers)[0].urgency, Urgency::Now);
}
