//! The clone-meter: how much of a note also stands in another member's, or in the member's own last one. Pure.

use notelint::Print;

use crate::id::PersonId;
use crate::limits::NOTE_ALIKE_PERCENT;

/// What a note is alike to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// The note about another member's same session.
    Member(PersonId),
    /// The same member's note before.
    Before,
}

/// A note that is as good as another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Which.
    pub to: Other,
    /// How much of the shorter one, in percent.
    pub percent: u32,
}

/// One member's note as it is compared.
pub(super) struct Compared<'a> {
    pub person: PersonId,
    pub text: &'a str,
    /// What stood there before anybody wrote: facts are alike by their nature.
    pub filled: &'a str,
    /// The member's own note before.
    pub before: Option<&'a str>,
}

/// Which notes are too alike, each with the one that it is most alike to. What the record says, and the facts that were
/// filled in, count for nothing.
pub(super) fn alike(notes: &[Compared<'_>], shared: &str) -> Vec<(PersonId, Alike)> {
    let print = |text: &str, filled: &str| Print::of(text, &format!("{shared}\n{filled}"));
    let prints: Vec<Print> = notes.iter().map(|note| print(note.text, note.filled)).collect();
    let of_one = |(at, note): (usize, &Compared<'_>)| {
        let own = prints.get(at)?;
        let others = notes.iter().zip(&prints).enumerate().filter(|(other, _)| *other != at);
        let others = others.map(|(_, (other, print))| (Other::Member(other.person), own.likeness(print).score()));
        let before = note.before.map(|before| (Other::Before, own.likeness(&print(before, note.filled)).score()));
        let (to, score) = others.chain(before).max_by(|(_, one), (_, other)| one.total_cmp(other))?;
        let percent = in_percent(score);
        (percent >= NOTE_ALIKE_PERCENT).then_some((note.person, Alike { to, percent }))
    };
    notes.iter().enumerate().filter_map(of_one).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a likeness is from 0 to 1")]
fn in_percent(score: f64) -> u32 {
    (score * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAM: PersonId = PersonId([1; 16]);
    const JO: PersonId = PersonId([2; 16]);
    const COPIED: &str = "Came back to the thought about the neighbours, found two facts against it, and laughed.";
    const OWN: &str = "Was quiet at first, spoke of the garden later on, and will walk there on Thursday evening.";

    fn note<'a>(person: PersonId, text: &'a str, before: Option<&'a str>) -> Compared<'a> {
        Compared { person, text, filled: "", before }
    }

    #[test]
    fn the_same_words_in_two_notes_are_told_of_both() {
        let found = alike(&[note(SAM, COPIED, None), note(JO, COPIED, None)], "");
        let whole = |to| Alike { to, percent: 100 };
        assert_eq!(found, [(SAM, whole(Other::Member(JO))), (JO, whole(Other::Member(SAM)))]);
        assert_eq!(alike(&[note(SAM, COPIED, None), note(JO, OWN, None)], ""), []);
    }

    #[test]
    fn last_weeks_words_are_told_too() {
        let found = alike(&[note(SAM, COPIED, Some(COPIED)), note(JO, OWN, Some(COPIED))], "");
        assert_eq!(found, [(SAM, Alike { to: Other::Before, percent: 100 })]);
    }

    #[test]
    fn what_all_notes_share_counts_for_nothing() {
        let (sam, jo) =
            (format!("{COPIED} {OWN}"), format!("{COPIED} She asked for time and took it, twenty minutes long."));
        assert_eq!(alike(&[note(SAM, &sam, None), note(JO, &jo, None)], COPIED), []);
        let filled = |person, text| Compared { person, text, filled: COPIED, before: None };
        assert_eq!(alike(&[filled(SAM, &sam), filled(JO, &jo)], ""), []);
    }

    #[test]
    fn empty_notes_are_alike_to_nothing() {
        assert_eq!(alike(&[note(SAM, "", Some("")), note(JO, "", None)], ""), []);
        assert_eq!(alike(&[], ""), []);
    }
}
