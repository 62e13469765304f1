//! "Another member" in place of a name.

use notelint::{Hit, Kind, Member, Roster, replace, replace_all};

use crate::names::roster;

fn replaced(text: &str) -> String {
    replace_all(text, &roster().check("own", text).unwrap())
}

#[test]
fn a_name_becomes_another_member() {
    assert_eq!(replaced("Argued with Mrs. Okafor and Zoë."), "Argued with another member and another member.");
    assert_eq!(replaced("Okafor’s story. Mags left."), "Another member’s story. Another member left.");
    assert_eq!(replaced("Saw (M.O.) \"Maggie Okafor\""), "Saw (another member.) \"another member\"");
    assert_eq!(
        replaced("Mail okafor@x.example, see okafor.pdf"),
        "Mail another member’s address, see another member’s file"
    );
    assert_eq!(replaced("Nobody here."), "Nobody here.");
}

#[test]
fn a_first_name_that_begins_an_address_too_is_a_name_where_it_stands_alone() {
    let zoe = Member {
        id: "z".to_owned(),
        legal: "Zoë Müller".to_owned(),
        preferred: "Zoë".to_owned(),
        email: "zoe@mail.example".to_owned(),
        ..Member::default()
    };
    let own = Member { id: "own".to_owned(), legal: "Sam Whitlock".to_owned(), ..Member::default() };
    let roster = Roster::new(vec![own, zoe]).unwrap();
    let told = |text: &str| replace_all(text, &roster.check("own", text).unwrap());
    assert_eq!(told("Listened to Zoe."), "Listened to another member.");
    assert_eq!(told("Wrote to zoe@mail.example."), "Wrote to another member\u{2019}s address.");
}

#[test]
fn one_hit_is_replaced_alone() {
    let text = "Zoë and Mags met.";
    let hits = roster().check("own", text).unwrap();
    assert_eq!(replace(text, &hits[1]), "Zoë and another member met.");
}

#[test]
fn hits_that_do_not_fit_change_nothing() {
    let hit = |start, end| Hit { start, end, member: "m2".to_owned(), kind: Kind::Legal };
    for (start, end) in [(3, 3), (5, 2), (2, 99), (usize::MAX, usize::MAX)] {
        assert_eq!(replace("Zoë met.", &hit(start, end)), "Zoë met.");
    }
    // Two members behind one word.
    assert_eq!(
        replace_all("An Anna.", &[hit(3, 7), Hit { member: "m3".to_owned(), ..hit(3, 7) }]),
        "An another member."
    );
}
