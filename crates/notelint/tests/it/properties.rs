//! What holds for any text.

use notelint::{Roster, check_line, replace_all};
use proptest::prelude::*;

use crate::names::roster;

/// Words of which some are names, with any signs between them.
fn any_note() -> impl Strategy<Value = String> {
    let words = [
        "Okafor",
        "maggie",
        "Zoë",
        "will",
        "Sam",
        "O’Brien",
        "de",
        "la",
        "Cruz",
        "M.O.",
        "MO",
        "Quiet",
        "Fox",
        "x@y.zz",
        "okafor.pdf",
        "王",
    ];
    let word = prop_oneof![4 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec((word, "[ .,'’\\-\n(\"]{0,2}"), 0..30)
        .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + &gap).collect())
}

proptest! {
    #[test]
    fn hits_lie_in_the_text_in_order_and_name_others(text in any_note()) {
        let hits = roster().check("own", &text).unwrap();
        let length = text.chars().count();
        prop_assert!(hits.iter().all(|hit| hit.start < hit.end && hit.end <= length && hit.member != "own"));
        prop_assert!(hits.is_sorted());
    }

    #[test]
    fn what_is_replaced_is_no_longer_found(words in prop::collection::vec(proptest::sample::select(vec!["Okafor", "Maggie", "Zoë", "and", "with", "cried", "Müller", "met"]), 0..12)) {
        let text = words.join(" ");
        let hits = roster().check("own", &text).unwrap();
        let mended = replace_all(&text, &hits);
        prop_assert_eq!(roster().check("own", &mended).unwrap(), []);
    }

    #[test]
    fn no_line_makes_the_lint_panic(line in "\\PC{0,200}", text in any_note()) {
        let roster = roster();
        let _ = check_line(&roster, &line);
        let said = check_line(&roster, &serde_json::json!({ "member": "own", "text": text }).to_string()).unwrap();
        let is_one_line = said.starts_with("{\"hits\":[") && !said.contains('\n');
        prop_assert!(is_one_line);
    }

    #[test]
    fn no_roster_makes_the_lint_panic(legal in "\\PC{0,20}", other in "\\PC{0,20}") {
        let members = [legal.clone(), other].into_iter().enumerate();
        let members = members.map(|(at, legal)| notelint::Member { id: at.to_string(), display: legal.clone(), legal, ..Default::default() });
        let roster = Roster::new(members.collect()).unwrap();
        let _ = roster.check("1", &format!("{legal} and {legal}’s"));
    }
}

#[test]
fn a_hundred_thousand_characters_are_checked_too() {
    let text = "Okafor will mark it. ".repeat(5_000);
    assert_eq!(roster().check("own", &text).unwrap().len(), 5_000);
    let text = "okafor.pdf Zoe; Sam ".repeat(5_000);
    assert_eq!(roster().check("own", &text).unwrap().len(), 10_000);
    for text in
        ["Will".repeat(25_000) + ".pdf", "WILL ".repeat(20_000), "a@".repeat(50_000) + ".b", "’s".repeat(50_000)]
    {
        assert_eq!(roster().check("own", &text).unwrap(), []);
    }
}
