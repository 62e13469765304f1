//! How alike notes are: by hand, and what holds for any two.

use notelint::{Print, likeness};
use proptest::prelude::*;

const SHARED: &str = "The group practised the three-minute breathing space and reviewed last week’s homework together.";

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn shingles_are_counted_by_hand() {
    // Shingles of one: abcd bcde cdef; of the other: abcd bcde cdeg. Two of both, four of either.
    assert!(near(likeness("a b c d e f", "a b c d e g", ""), 0.5));
    // Without "a b c d e", abcd and bcde are gone; cdef and cdeg have nothing in common.
    assert!(near(likeness("a b c d e f", "a b c d e g", "a b c d e"), 0.0));
    assert!(near(likeness("A b, c d — e. F", "a b c d e f", ""), 1.0));
    assert!(near(likeness("", "", ""), 0.0));
    assert!(near(likeness("Came late.", "came late", ""), 1.0));
}

#[test]
fn a_note_inside_a_longer_one_is_contained() {
    let short = "one two three four five six seven eight nine ten eleven";
    let long = format!("{short} twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    let figures = Print::of(short, "").likeness(&Print::of(&long, ""));
    // 8 shingles in the short note, 16 in the long one, 8 in both.
    assert!(near(figures.jaccard, 0.5) && near(figures.containment, 1.0) && near(figures.score(), 1.0));
}

#[test]
fn the_shared_part_does_not_make_notes_alike() {
    let one = format!("{SHARED} She spoke about the move and cried when she named her sister; three records done.");
    let other = format!("{SHARED} He was quiet, practised twice at work and asked for help with the chain analysis.");
    assert!(likeness(&one, &other, "") > 0.3);
    assert!(likeness(&one, &other, SHARED) < 0.05);
    let copied = one.replace("She spoke", "He spoke");
    assert!(likeness(&one, &copied, SHARED) > 0.6);
}

proptest! {
    #[test]
    fn likeness_is_a_share_and_goes_both_ways(one in "([a-d]{1,2} ){0,40}", other in "([a-d]{1,2} ){0,40}", shared in "([a-d]{1,2} ){0,9}") {
        let figure = likeness(&one, &other, &shared);
        prop_assert!((0.0..=1.0).contains(&figure));
        prop_assert!(near(figure, likeness(&other, &one, &shared)));
        let own = likeness(&one, &one, "");
        let expected = if one.trim().is_empty() { 0.0 } else { 1.0 };
        prop_assert!(near(own, expected));
        prop_assert!(near(likeness(&one, &other, &one), 0.0));
    }
}
