//! Whether a word that is also a name means a person here: by its capital, its place in the sentence and its neighbours.

use crate::lexicon as words;
use crate::page::{Case, Page, Word};

/// Words `from..to` of a page, spelt like a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p, 't> {
    pub page: &'p Page<'t>,
    pub from: usize,
    pub to: usize,
}

/// What the capitals say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A capital where an ordinary word has none.
    Raised,
    /// Nothing: a sentence begins here, or each word around has one.
    Open,
    /// No capital where a name has one.
    Low,
    /// All capitals among words that have none.
    Loud,
}

impl<'p, 't> Place<'p, 't> {
    /// Whether an ordinary word is used as a name here.
    pub fn is_person(&self) -> bool {
        if self.is_part_of_something() {
            return false;
        }
        if self.before().is_some_and(|word| words::is_title(&word.folded)) {
            return true;
        }
        match self.look() {
            Look::Raised => self.is_person_if_raised(),
            Look::Open => self.is_person_if_open(),
            Look::Low => self.is_person_if_low(),
            Look::Loud => self.is_person_if_loud(),
        }
    }

    /// Whether a misspelt name that happens to be a word is used as a name: with a capital of its own, a title or a voice.
    pub fn is_plainly_person(&self) -> bool {
        let titled = self.before().is_some_and(|word| words::is_title(&word.folded));
        let says = || self.behind(0).is_some_and(|word| words::is_speech(&word.folded));
        self.is_person() && (titled || self.look() == Look::Raised || says())
    }

    /// Whether somebody is meant by letters that are also an abbreviation: who says something, or is told, met or like.
    pub fn is_spoken_of(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        let says = self.behind(0).is_some_and(|word| words::is_speech(&word.folded));
        let met =
            words::is_toward_person(before) || words::is_beside(before) && before != "with" || before == "between";
        let after_number = before.starts_with(|letter: char| letter.is_ascii_digit());
        !after_number
            && (says || met || self.is_next_to(before) || self.is_said_to_be_personal() || self.is_done_by(before))
    }

    /// Whether the words belong to the name of a place or a scale: `Hope House`, `St. Mark's`, `Beck Depression Inventory`.
    pub fn is_part_of_something(&self) -> bool {
        let saint = self.before().is_some_and(|word| word.folded == "st" || word.folded == "saint");
        let next = self.page.within(self.to).filter(|word| word.gap == " " && word.case != Case::Small);
        saint || !self.is_owner() && next.is_some_and(|word| words::is_institution(&word.folded))
    }

    fn word(&self) -> &'p str {
        self.page.words.get(self.from).map_or("", |word| &word.folded)
    }

    fn before(&self) -> Option<&'p Word<'t>> {
        self.page.before(self.from)
    }

    /// The word `steps` behind the name, in the same sentence.
    fn behind(&self, steps: usize) -> Option<&'p Word<'t>> {
        let at = self.to + steps;
        (self.to..=at).all(|at| self.page.within(at).is_some()).then(|| self.page.get(at)).flatten()
    }

    fn is_owner(&self) -> bool {
        self.page.words.get(self.to - 1).is_some_and(|word| word.is_owner)
    }

    fn look(&self) -> Look {
        let own = self.page.words.get(self.from..self.to).unwrap_or_default();
        let every = |case| own.iter().all(|word| word.case == case);
        let heading = own.iter().any(|word| word.in_heading);
        match () {
            () if own.iter().any(|word| word.case == Case::Small) => Look::Low,
            () if heading => Look::Open,
            () if every(Case::Shouted) => Look::Loud,
            () if own.len() == 1 && own.iter().any(|word| word.begins) && !self.is_enclosed() => Look::Open,
            () => Look::Raised,
        }
    }

    fn is_person_if_raised(&self) -> bool {
        if self.is_hyphenated() || self.before().is_some_and(|word| words::is_article(&word.folded)) {
            return false;
        }
        !self.is_time() && !self.is_value()
    }

    /// `the values Faith, Hope and Courage`; `In Hope and Healing, a book`.
    fn is_value(&self) -> bool {
        let back = self.page.words.get(..self.from).unwrap_or_default().iter().rev();
        let opens = self.before().is_some_and(|word| word.folded == "in" && word.begins);
        let heads = back.take(6).find(|word| word.case == Case::Small && !is_joint(&word.folded));
        words::is_thing(self.word()) && (opens || heads.is_some_and(|word| words::is_list_of_things(&word.folded)))
    }

    /// `mid-May`, `Mark-up`, `Grace-filled`.
    fn is_hyphenated(&self) -> bool {
        let joins = |word: &Word| word.gap == "-" || word.gap == "\u{2010}" || word.gap == "\u{2011}";
        let own = self.page.words.get(self.from).is_some_and(joins);
        let before = own && self.before().is_some_and(|word| word.case == Case::Small);
        before || self.behind(0).is_some_and(|word| joins(word) && word.case == Case::Small)
    }

    /// Whether a month or season is meant by its neighbours.
    fn is_time(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        let two_before = self.two_before();
        if words::is_season(self.word()) {
            let is_season = |word: Option<&Word>| word.is_some_and(|word| words::is_season(&word.folded));
            let joined = self.before().is_some_and(|word| is_joint(&word.folded)) && is_season(two_before);
            return joined || words::is_before_time(before);
        }
        let speaks = self.behind(0).is_some_and(|word| words::is_speech(&word.folded));
        if speaks || !words::is_month(self.word()) {
            return false;
        }
        let is_date = |word: &Word| word.folded.starts_with(|letter: char| letter.is_ascii_digit());
        let times = |at: Option<&Word>| at.is_some_and(|word| words::is_time(&word.folded) || is_date(word));
        let of = before == "of" && two_before.is_some_and(|word| words::is_part_of_time(&word.folded) || is_date(word));
        let range = |joint: Option<&Word>, other| joint.is_some_and(|word| is_joint(&word.folded)) && times(other);
        words::is_before_time(before)
            || of
            || times(self.before())
            || times(self.behind(0))
            || range(self.before(), two_before)
            || range(self.behind(0), self.behind(1))
    }

    /// Where a capital says nothing, a verb that only a person does says it, or a list of people.
    fn is_person_if_open(&self) -> bool {
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
        let with_leader = matches!(after.folded.as_str(), "the" | "both") && words::is_companion(self.third());
        let is_object = matches!(after.folded.as_str(), "him" | "them" | "me");
        is_name || is_object || with_leader || words::is_other_person(&after.folded) && !words::is_thing(self.word())
    }

    /// `Present: Mark, Grace and Will`.
    fn is_listed(&self) -> bool {
        let Some(own) = self.page.get(self.from) else { return false };
        let words = self.page.words.get(..self.from).unwrap_or_default().iter().rev();
        let line = words.take_while(|word| word.line == own.line);
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

    /// `had been crying`, `was late`.
    fn is_said_to_be_personal(&self) -> bool {
        let copula = self.behind(0).is_some_and(|word| words::is_copula(&word.folded) || word.folded == "had");
        let word = |steps| self.behind(steps).map_or("", |word| &word.folded);
        let skips = (1..3).find(|steps| !(words::is_adverb(word(*steps)) || matches!(word(*steps), "been" | "not")));
        copula && skips.is_some_and(|steps| words::is_personal(word(steps)))
    }

    /// `felt judged by mark`, `a letter from mark`, `argued with mark`, `apologised to mark`.
    fn is_done_by(&self, before: &str) -> bool {
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
    fn is_person_if_low(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        let (modal, thing) = (words::is_modal(self.word()), self.is_bare());
        let towards = self.is_next_to(before) || self.is_done_by(before);
        if words::is_small_article(before) && !towards || self.is_hyphenated() {
            return false;
        }
        if self.is_owner() {
            return before != "that" && (!thing && !modal || words::is_opening(before));
        }
        let next = self.behind(0);
        let after = self.behind(1).map_or("", |word| &word.folded);
        let opens = before.is_empty() || before == "that" || words::is_opening(before) || self.gap_holds(',');
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

    fn is_next_to(&self, before: &str) -> bool {
        before == "to" && self.two_before().is_some_and(|word| word.folded == "next")
    }

    fn two_before(&self) -> Option<&'p Word<'t>> {
        self.from.checked_sub(2).and_then(|at| self.page.get(at))
    }

    fn is_bare(&self) -> bool {
        words::is_thing(self.word()) || words::is_bare(self.word())
    }

    /// `her friend (Mark)`: alone in parentheses.
    fn is_enclosed(&self) -> bool {
        let closes = self.page.gap(self.to).starts_with([')', ']']);
        closes && self.page.get(self.from).is_some_and(|word| word.gap.ends_with(['(', '[']))
    }

    fn gap_holds(&self, sign: char) -> bool {
        self.page.get(self.from).is_some_and(|word| word.gap.contains(sign))
    }

    fn is_person_if_loud(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        if words::is_article(before) || self.is_time() {
            return false;
        }
        // Modals are often stressed, and so is what one has none of; else capitals are how some people write names.
        if !words::is_modal(self.word()) && !words::is_emphasis(self.word()) {
            return before == "that" || !words::is_small_article(before);
        }
        let met = words::is_preposition(before) || words::is_toward_person(before);
        met || self.is_owner() || self.is_person_if_open() || self.is_person_if_low()
    }
}

fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "or" | "to" | "until" | "through")
}
