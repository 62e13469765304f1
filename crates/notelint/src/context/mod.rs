//! Whether a word that is also a name means a person here: by its capital, its place in the sentence and its neighbours.

mod low;
mod open;

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
        let says = self.behind(0).is_some_and(|word| words::is_speech(&word.folded) || word.folded == "who");
        let met =
            words::is_toward_person(before) || words::is_beside(before) && before != "with" || before == "between";
        let towards = self.is_next_to(before) || self.is_done_by(before);
        let is = says || self.is_said_to_be_personal() || self.is_with_companion();
        !self.is_behind_number() && (is || met || towards)
    }

    /// Whether letters with full stops mean what they commonly stand for: `9 p.m.`, `a B.A.`, `in the U.S.`
    pub fn is_abbreviation(&self) -> bool {
        let before = self.before().map_or("", |word| &word.folded);
        let is_noun = words::is_small_article(before) && before != "that" || words::is_before_place(before);
        let is_first_part = self.behind(0).is_some_and(|word| words::is_abbreviated_noun(&word.folded));
        self.is_behind_number()
            || is_first_part
            || before.is_empty() && !self.is_spoken_of()
            || is_noun && !self.is_done_by(before)
    }

    fn is_behind_number(&self) -> bool {
        self.before().is_some_and(|word| word.folded.starts_with(|letter: char| letter.is_ascii_digit()))
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

    fn two_before(&self) -> Option<&'p Word<'t>> {
        self.from.checked_sub(2).and_then(|at| self.page.get(at))
    }

    /// `her friend (Mark)`: alone in parentheses.
    fn is_enclosed(&self) -> bool {
        let closes = self.page.gap(self.to).starts_with([')', ']']);
        closes && self.page.get(self.from).is_some_and(|word| word.gap.ends_with(['(', '[']))
    }
}

fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "or" | "to" | "until" | "through")
}
