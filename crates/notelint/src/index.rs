//! All forms of all members, found by their first word.

use std::collections::HashMap;

use crate::forms::{Form, Shape, forms, surnames};
use crate::hit::Kind;
use crate::lexicon;
use crate::roster::Member;

/// Where to look a word of a text up.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    forms: HashMap<String, Vec<Entry>>,
    misspelt: HashMap<String, Vec<Entry>>,
    letters: HashMap<char, Vec<usize>>,
}

/// One form and whose it is.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Place in the roster.
    pub member: usize,
    pub form: Form,
}

impl Index {
    pub fn of(members: &[Member]) -> Self {
        let mut index = Self { forms: HashMap::new(), misspelt: HashMap::new(), letters: HashMap::new() };
        for (place, member) in members.iter().enumerate() {
            for form in forms(member) {
                let Some(first) = form.words.first().cloned() else { continue };
                index.forms.entry(first).or_default().push(Entry { member: place, form });
            }
            for surname in surnames(member) {
                index.add_surname(place, &surname);
            }
        }
        index
    }

    /// The forms that begin with a folded word.
    pub fn starting_with(&self, word: &str) -> &[Entry] {
        self.forms.get(word).map_or(&[], Vec::as_slice)
    }

    /// The surnames that a folded word is a misspelling of.
    pub fn misspelt(&self, word: &str) -> &[Entry] {
        self.misspelt.get(word).map_or(&[], Vec::as_slice)
    }

    /// The members whose surname begins with a letter.
    pub fn with_letter(&self, letter: char) -> &[usize] {
        self.letters.get(&letter).map_or(&[], Vec::as_slice)
    }

    fn add_surname(&mut self, member: usize, surname: &str) {
        let Some(letter) = surname.chars().next() else { return };
        let with_letter = self.letters.entry(letter).or_default();
        if !with_letter.contains(&member) {
            with_letter.push(member);
        }
        for word in misspellings(surname) {
            let is_common = word.chars().count() < 4 || lexicon::is_english(&word);
            let shape = if is_common { Shape::Word } else { Shape::Name };
            let form = Form { words: vec![word.clone()], kind: Kind::Misspelt, shape };
            self.misspelt.entry(word).or_default().push(Entry { member, form });
        }
    }
}

/// The surname with one letter dropped, and with two neighbours swapped. Nothing for names of fewer than three letters.
fn misspellings(surname: &str) -> Vec<String> {
    let letters: Vec<char> = surname.chars().collect();
    if letters.len() < 3 {
        return Vec::new();
    }
    let dropped = (0..letters.len()).map(|at| {
        let mut fewer = letters.clone();
        fewer.remove(at);
        fewer
    });
    let swapped = (1..letters.len()).map(|at| {
        let mut other = letters.clone();
        other.swap(at - 1, at);
        other
    });
    let mut found: Vec<String> = dropped.chain(swapped).map(|word| word.into_iter().collect()).collect();
    found.sort();
    found.dedup();
    found.retain(|word| word != surname);
    found
}
