//! Where a sentence begins: a capital says nothing, so that the verb and the words around must.

use super::Place;
use crate::lexicon as words;
use crate::page::{Case, Word};

impl<'p, 't> Place<'p, 't> {
    /// Where a capital says nothing, a verb that only a person does says it, or a list of people.
    pub(super) fn is_person_if_open(&self) -> bool {
        if self.is_hyphenated() || self.is_time() {
            return false;
        }
        if self.is_owner() || self.is_listed() {
            return true;
        }
        let modal = words::is_modal(self.word());
        let thing = words::is_thing(self.word());
        let Some((next, after)) = self.verb() else { return !modal && !thing };
        let word = next.folded.as_str();
        if next.gap.contains(',') {
            // `Rose early, walked, cooked.`
            if self.behind(0).is_none_or(|first| first.start != next.start) {
                return false;
            }
            let goes_on = matches!(word, "who" | "whose" | "whom");
            return goes_on || !thing && !modal;
        }
        if matches!(word, "and" | "or") {
            return self.is_joined(after);
        }
        let ends =
            next.gap.contains(['(', ';', '/', '\u{2013}', '\u{2014}']) || matches!(word, "who" | "whose" | "whom");
        ends && !modal && !thing || self.has_verb(next, after)
    }

    /// The first word behind the name that is no adverb, and the one behind it.
    fn verb(&self) -> Option<(&'p Word<'t>, Option<&'p Word<'t>>)> {
        let skipped = (0..3).find(|steps| {
            let is_adverb = |word: &Word| words::is_adverb(&word.folded) || word.folded.ends_with("ly");
            !self.behind(*steps).is_some_and(is_adverb)
        })?;
        Some((self.behind(skipped)?, self.behind(skipped + 1)))
    }

    fn has_verb(&self, next: &Word, after: Option<&Word>) -> bool {
        let word = next.folded.as_str();
        let after = after.map_or("", |word| &word.folded);
        let (modal, thing) = (words::is_modal(self.word()), words::is_thing(self.word()));
        let labels = self.page.gap(self.to + 1).starts_with(':');
        let is_plural = word.ends_with('s') && matches!(after, "do" | "are" | "were" | "have");
        let is_plant = matches!(word, "grows" | "grew") && matches!(after, "over" | "on" | "along" | "wild");
        if labels || is_plural || is_plant || matches!(after, "by" | "as" | "among" | "throughout") {
            return false;
        }
        let is_negated = matches!(word, "didnt" | "doesnt" | "did" | "does");
        if thing && (words::is_auxiliary(word) || is_negated) {
            let base = if after == "not" || words::is_adverb(after) { self.third() } else { after };
            return words::is_personal_base(base);
        }
        if words::is_auxiliary(word) {
            return !modal || word != "may";
        }
        if words::is_copula(word) {
            let looks = matches!(word, "looked" | "looks") && words::is_gaze(after);
            return if thing { looks || self.is_said_to_be_personal() } else { !words::is_material(after) };
        }
        match (thing, modal) {
            (true, _) => words::is_speech(word) || words::is_told_verb(word) && !words::is_thing_verb(word),
            (false, true) => words::is_told_verb(word) && word != "need" && word != "read",
            (false, false) => words::is_told_verb(word) || words::is_same_past(word),
        }
    }

    fn third(&self) -> &'p str {
        self.behind(2).map_or("", |word| &word.folded)
    }

    /// `Will and Sara`, `Mark and I`, but not `Hope and patience`.
    fn is_joined(&self, after: Option<&Word>) -> bool {
        let Some(after) = after else { return false };
        let is_name = after.case != Case::Small && !after.in_heading && !words::is_time(&after.folded);
        let is_object = matches!(after.folded.as_str(), "him" | "them" | "me");
        is_name
            || is_object
            || self.is_with_companion()
            || words::is_other_person(&after.folded) && !words::is_thing(self.word())
    }

    /// `Mark and the leader`, `Mark and another member`.
    pub(super) fn is_with_companion(&self) -> bool {
        let word = |steps| self.behind(steps).map_or("", |word| &word.folded);
        word(0) == "and" && matches!(word(1), "the" | "both" | "another" | "other") && words::is_companion(word(2))
    }

    /// `Present: Mark, Grace and Will`.
    fn is_listed(&self) -> bool {
        let Some(own) = self.page.get(self.from) else { return false };
        let words = self.page.words.get(..self.from).unwrap_or_default().iter().rev();
        let line = words.take_while(|word| word.line == own.line).take(LISTED_WORDS_MAX);
        let mut back = own.gap.contains(':');
        for word in line {
            if back {
                return words::is_attendance(&word.folded);
            }
            back = word.gap.contains(':');
            if !back && word.begins || word.case == Case::Small && word.folded != "and" {
                return false;
            }
        }
        false
    }
}

/// How far back the label of a list of people is looked for.
const LISTED_WORDS_MAX: usize = 40;
