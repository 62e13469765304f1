//! Names in small letters, and in capitals only: told by what is done by and to persons alone.

use super::Place;
use crate::lexicon as words;
use crate::page::Word;

impl Place<'_, '_> {
    /// `had been crying`, `was late`, `is her neighbour`.
    pub(super) fn is_said_to_be_personal(&self) -> bool {
        let copula = self.behind(0).is_some_and(|word| words::is_copula(&word.folded) || word.folded == "had");
        let word = |steps| self.behind(steps).map_or("", |word| &word.folded);
        let skips = (1..3).find(|steps| !(words::is_adverb(word(*steps)) || matches!(word(*steps), "been" | "not")));
        let is_relation =
            |steps| matches!(word(steps), "her" | "his" | "their" | "my") && words::is_relation(word(steps + 1));
        copula && skips.is_some_and(|steps| words::is_personal(word(steps)) || is_relation(steps))
    }

    /// `felt judged by mark`, `a letter from mark`, `argued with mark`, `apologised to mark`.
    pub(super) fn is_done_by(&self, before: &str) -> bool {
        let two_before = self.two_before().map_or("", |word| &word.folded);
        match before {
            "by" => words::is_suffered(two_before),
            "from" => words::is_message(two_before),
            "with" => words::is_shared_with(two_before),
            "to" => words::is_turned_to(two_before),
            _ => false,
        }
    }

    /// In small letters the word is a word, unless it plainly does or suffers what only a person can.
    pub(super) fn is_person_if_low(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        let (modal, thing) = (words::is_modal(self.word()), self.is_bare());
        let towards = self.is_next_to(before) || self.is_done_by(before);
        let tells = matches!(before, "that" | "what");
        if words::is_small_article(before) && !towards && !tells || self.is_hyphenated() {
            return false;
        }
        if self.is_owner() {
            return !tells && (!thing && !modal || words::is_opening(before));
        }
        let next = self.behind(0);
        let after = self.behind(1).map_or("", |word| &word.folded);
        let opens = before.is_empty() || tells || words::is_opening(before) || self.gap_holds(',');
        let says =
            next.is_some_and(|word| words::is_speech(&word.folded)) && !matches!(after, "by" | "as" | "among" | "in");
        let ends = next.is_none_or(|word| words::is_closing(&word.folded) || word.gap.contains([',', ')', ';']));
        let asks = modal && next.is_some_and(|word| words::is_pronoun(&word.folded));
        let met = words::is_toward_person(before) && !asks || before == "beside" || towards;
        let between = before == "between" && next.is_some_and(|word| word.folded == "and");
        let about =
            words::is_about(before) && !thing && !modal && (ends || next.is_some_and(|word| word.folded == "from"));
        opens && (says && before != "that" || self.is_said_to_be_personal())
            || about
            || self.is_in_company()
            || opens && !tells && self.is_with_companion()
            || met && ends
            || between && matches!(after, "her" | "him" | "them" | "herself" | "himself")
            || !thing && words::is_beside(before) && ends
    }

    /// `she and mark worked`.
    fn is_in_company(&self) -> bool {
        let and = self.before().is_some_and(|word| word.folded == "and");
        let with = || self.two_before().is_some_and(|word| matches!(word.folded.as_str(), "she" | "he" | "they" | "i"));
        let does = |word: &Word| words::is_told_verb(&word.folded) || words::is_copula(&word.folded);
        and && with() && self.behind(0).is_some_and(does)
    }

    pub(super) fn is_next_to(&self, before: &str) -> bool {
        before == "to" && self.two_before().is_some_and(|word| word.folded == "next")
    }

    fn is_bare(&self) -> bool {
        words::is_thing(self.word()) || words::is_bare(self.word())
    }

    fn gap_holds(&self, sign: char) -> bool {
        self.page.get(self.from).is_some_and(|word| word.gap.contains(sign))
    }

    pub(super) fn is_person_if_loud(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        if words::is_article(before) || self.is_time() {
            return false;
        }
        // Modals and things are often stressed; else capitals are how some people write names.
        let is_stressed =
            words::is_modal(self.word()) || words::is_emphasis(self.word()) || words::is_thing(self.word());
        if !is_stressed {
            return before == "that" || !words::is_small_article(before);
        }
        let known = words::is_about(before) || before == "that";
        let met = known || words::is_preposition(before) || words::is_toward_person(before);
        met || self.is_owner() || self.is_person_if_open() || self.is_person_if_low()
    }
}
