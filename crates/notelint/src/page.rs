//! A text as words with their places, their capitals and what stands between them.

use crate::fold::{fold, fold_spelt_out, is_silent, is_unspaced};

/// A text cut into words.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    pub words: Vec<Word<'t>>,
    /// What stands behind the last word.
    tail: &'t str,
}

/// One word: letters and digits, with apostrophes inside but without a possessive or shortened verb at its end.
#[derive(Debug)]
pub(crate) struct Word<'t> {
    /// First character, and one past the last.
    pub start: usize,
    pub end: usize,
    /// Letters as they are compared.
    pub folded: String,
    /// With umlauts spelt out, where it has any.
    pub spelt_out: Option<String>,
    pub case: Case,
    /// Whether `'s`, `'ll`, `'d` or the like hangs on it.
    pub is_owner: bool,
    /// What stands between the word before and this one.
    pub gap: &'t str,
    /// Whether a sentence, quotation, bullet or line begins here, so that any word would have a capital.
    pub begins: bool,
    /// The number of its line.
    pub line: usize,
    /// Whether all of its line is written in capitals, or with a capital to each word.
    pub in_heading: bool,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// will
    Small,
    /// Will, or a script without capitals
    Capital,
    /// WILL
    Shouted,
}

const APOSTROPHES: [char; 4] = ['\'', '\u{2019}', '\u{2bc}', '`'];
const ENDINGS: [&str; 5] = ["s", "ll", "d", "ve", "re"];

impl<'t> Page<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut page = Self { words: Vec::new(), tail: "" };
        let mut reader = Reader { text, byte: 0, char: 0, gap_from: 0, line: 0 };
        while let Some(word) = reader.next(page.words.last()) {
            page.words.push(word);
        }
        page.tail = text.get(reader.gap_from..).unwrap_or_default();
        page.find_headings();
        page
    }

    pub fn get(&self, at: usize) -> Option<&Word<'t>> {
        self.words.get(at)
    }

    /// What stands before the word at a place, or behind the last word.
    pub fn gap(&self, at: usize) -> &'t str {
        self.get(at).map_or(self.tail, |word| word.gap)
    }

    /// The word before, if it stands in the same sentence.
    pub fn before(&self, at: usize) -> Option<&Word<'t>> {
        if self.get(at)?.begins { None } else { self.get(at.checked_sub(1)?) }
    }

    /// The word at a place, if it does not begin a sentence of its own.
    pub fn within(&self, at: usize) -> Option<&Word<'t>> {
        self.get(at).filter(|word| !word.begins)
    }

    fn find_headings(&mut self) {
        for line in self.words.chunk_by_mut(|one, other| one.line == other.line) {
            let letters = |word: &&Word| word.folded.len() > 3 && word.folded.starts_with(char::is_alphabetic);
            let long = line.iter().filter(letters).count();
            let raised = line.iter().filter(letters).filter(|word| word.case != Case::Small).count();
            let shouted = line.iter().filter(|word| word.case == Case::Shouted).count();
            let all = line.iter().filter(|word| word.case != Case::Small).count();
            let is_title = long >= 3 && line.len() <= 12 && raised * 4 >= long * 3 && all * 2 >= line.len();
            let is_shouted = line.len() >= 4 && shouted * 3 >= line.len() * 2;
            for word in line {
                word.in_heading = is_title || is_shouted;
            }
        }
    }
}

/// A place in the text, in bytes and in characters.
struct Reader<'t> {
    text: &'t str,
    byte: usize,
    char: usize,
    gap_from: usize,
    line: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self, last: Option<&Word>) -> Option<Word<'t>> {
        self.pass(|letter, _| !letter.is_alphanumeric());
        let gap = &self.text[self.gap_from..self.byte];
        self.line += gap.matches('\n').count();
        let (from, start) = (self.byte, self.char);
        let first = self.rest().chars().next()?;
        if is_unspaced(first) {
            self.step(first);
            self.pass(|letter, _| is_silent(letter));
        } else {
            self.pass(|letter, next| {
                letter.is_alphanumeric() && !is_unspaced(letter)
                    || is_silent(letter)
                    || APOSTROPHES.contains(&letter) && next.is_some_and(char::is_alphabetic)
            });
        }
        let (word, ending) = without_ending(&self.text[from..self.byte]);
        self.gap_from = from + word.len();
        let begins = last.is_none_or(|last| begins(gap, last));
        Some(Word {
            start,
            end: start + word.chars().count(),
            folded: fold(word),
            spelt_out: fold_spelt_out(word),
            case: case(word),
            is_owner: ending || owns(word, self.rest()),
            gap,
            begins,
            line: self.line,
            in_heading: false,
        })
    }

    fn rest(&self) -> &'t str {
        &self.text[self.byte..]
    }

    fn step(&mut self, letter: char) {
        self.byte += letter.len_utf8();
        self.char += 1;
    }

    /// Passes characters while `goes_on`, which is told a character and the one behind it.
    fn pass(&mut self, goes_on: impl Fn(char, Option<char>) -> bool) {
        let mut letters = self.rest().chars().peekable();
        while let Some(letter) = letters.next() {
            if !goes_on(letter, letters.peek().copied()) {
                return;
            }
            self.step(letter);
        }
    }
}

/// Takes `'s` and its kin off a word's end, and tells whether there was one.
fn without_ending(word: &str) -> (&str, bool) {
    match word.rsplit_once(APOSTROPHES) {
        Some((name, ending)) if ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) => (name, true),
        _ => (word, false),
    }
}

/// Whether a bare apostrophe behind a word that ends in s makes it an owner: `James’ turn`.
fn owns(word: &str, rest: &str) -> bool {
    let mut behind = rest.chars();
    word.ends_with(['s', 'S', 'z', 'x'])
        && behind.next().is_some_and(|letter| APOSTROPHES.contains(&letter))
        && behind.next() == Some(' ')
}

fn case(word: &str) -> Case {
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    match letters().next() {
        Some(first) if first.is_lowercase() => Case::Small,
        _ if letters().count() > 1 && letters().all(char::is_uppercase) => Case::Shouted,
        _ => Case::Capital,
    }
}

/// Whether the gap behind `last` begins something new. The full stop of a title or an initial does not.
fn begins(gap: &str, last: &Word) -> bool {
    let is_stop = |letter: char| ".!?:\n\r\"\u{201c}\u{201e}\u{2018}([\u{2022}*".contains(letter);
    let is_letter = last.folded.len() == 1 && last.folded.starts_with(char::is_alphabetic);
    let is_short =
        is_letter && last.case == Case::Capital || last.folded == "st" || crate::lexicon::is_title(&last.folded);
    if is_short && gap.trim() == "." && !gap.contains('\n') {
        return false;
    }
    let opens = gap.ends_with(APOSTROPHES) && gap.len() > 1;
    let is_bullet = gap.trim() == "-" && gap.contains('\n');
    gap.contains(is_stop) && gap != "." || opens || is_bullet
}
