//! The licence rule by tables: each way in which nobody may treat somebody, and the one in which somebody may.

use jiff::civil::{Date, date};

use super::{Check, Gap, Held, Licence, Licences, gap};
use crate::id::PersonId;
use crate::practice::{Jurisdiction, Practises};

const MARA: PersonId = PersonId([1; 16]);
const BEN: PersonId = PersonId([2; 16]);
const TODAY: Date = date(2026, 11, 24);
const NEXT_YEAR: Date = date(2027, 6, 30);

fn place(code: &str) -> Jurisdiction {
    code.parse().expect("a place")
}

fn held(person: PersonId, code: &str, last_day: Date) -> Held {
    Held { person, place: place(code), last_day, check: Check::Verified, practises: Practises::Alone }
}

fn standing(held: Vec<Held>, code: &str) -> Licence {
    Licences::from_iter(held).of(MARA, &place(code), TODAY)
}

#[test]
fn a_licence_holds_in_its_place_to_the_end_of_its_last_day() {
    assert_eq!(standing(vec![held(MARA, "IE", TODAY)], "IE"), Licence::Valid { until: TODAY });
    let yesterday = date(2026, 11, 23);
    assert_eq!(standing(vec![held(MARA, "IE", yesterday)], "IE"), Licence::Expired { on: yesterday });
    assert_eq!(standing(vec![held(MARA, "IE", NEXT_YEAR)], "GB"), Licence::Missing);
    assert_eq!(standing(vec![held(BEN, "IE", NEXT_YEAR)], "IE"), Licence::Missing);
    assert_eq!(standing(vec![], "IE"), Licence::Missing);
}

#[test]
fn a_licence_that_nobody_checked_does_not_count() {
    let unchecked = Held { check: Check::Open, ..held(MARA, "IE", NEXT_YEAR) };
    assert_eq!(standing(vec![unchecked], "IE"), Licence::Unverified);
}

#[test]
fn the_best_of_several_licences_counts() {
    let old = held(MARA, "IE", date(2025, 12, 31));
    let unchecked = Held { check: Check::Open, ..held(MARA, "IE", NEXT_YEAR) };
    let good = held(MARA, "IE", NEXT_YEAR);
    assert_eq!(standing(vec![old.clone(), unchecked.clone()], "IE"), Licence::Unverified);
    assert_eq!(standing(vec![unchecked, good, old], "IE"), Licence::Valid { until: NEXT_YEAR });
}

#[test]
fn a_trainee_leads_under_a_supervisor_whose_own_licence_holds_there() {
    let trainee = Held { practises: Practises::Under(BEN), ..held(MARA, "US-CA", NEXT_YEAR) };
    assert_eq!(standing(vec![trainee.clone()], "US-CA"), Licence::Unsupervised);
    let elsewhere = held(BEN, "US-NY", NEXT_YEAR);
    assert_eq!(standing(vec![trainee.clone(), elsewhere], "US-CA"), Licence::Unsupervised);
    let also_trainee = Held { practises: Practises::Under(MARA), ..held(BEN, "US-CA", NEXT_YEAR) };
    assert_eq!(standing(vec![trainee.clone(), also_trainee], "US-CA"), Licence::Unsupervised);
    let ends_first = date(2027, 1, 31);
    let there = held(BEN, "US-CA", ends_first);
    assert_eq!(standing(vec![trainee, there], "US-CA"), Licence::Valid { until: ends_first });
}

#[test]
fn each_place_needs_one_leader_who_may_treat_there() {
    let licences = Licences::from_iter([held(MARA, "US-CA", NEXT_YEAR), held(BEN, "US-NY", date(2026, 10, 1))]);
    let places = ["US-NY", "US-CA", "US-TX", "US-CA"].map(place);
    let missing = gap(&[MARA, BEN], &licences, &places, TODAY);
    let expected = [
        Gap { place: place("US-NY"), nearest: Licence::Expired { on: date(2026, 10, 1) } },
        Gap { place: place("US-TX"), nearest: Licence::Missing },
    ];
    assert_eq!(missing, expected);
    assert_eq!(gap(&[MARA], &licences, &[place("US-CA")], TODAY), []);
    assert_eq!(gap(&[], &licences, &[place("US-CA")], TODAY).len(), 1);
}

#[test]
fn what_is_missing_is_said_with_place_and_day() {
    let gap = Gap { place: place("US-NY"), nearest: Licence::Expired { on: date(2026, 10, 1) } };
    let said = crate::web::Words::english().reason(&gap.reason());
    assert!(said.contains("New York") && said.contains("1 October 2026"), "{said}");
}
