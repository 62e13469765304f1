//! How alike two notes are, leaving out the part that they are meant to share.

use std::collections::HashSet;

use crate::page::Page;

/// How many words stand in one shingle.
const SHINGLE_WORDS: usize = 4;

/// Below so many shingles a note is too short for being contained in another to mean anything.
const SHINGLES_MIN: usize = 8;

/// A note taken apart for comparing: every four words that follow each other, without those of the shared part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    shingles: HashSet<String>,
}

/// How alike two notes are; each figure from 0, nothing in common, to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// Shingles of both, among the shingles of either (Jaccard 1912; shingles after Broder 1997).
    pub jaccard: f64,
    /// Shingles of both, among those of the shorter note: 1 when it stands in the longer one word for word.
    pub containment: f64,
}

impl Print {
    /// Takes a note apart. Capitals, punctuation and marks do not count.
    pub fn of(note: &str, shared: &str) -> Self {
        let shared = shingles(shared);
        let mut own = shingles(note);
        own.retain(|shingle| !shared.contains(shingle));
        Self { shingles: own }
    }

    /// Compares two notes.
    pub fn likeness(&self, other: &Self) -> Likeness {
        let both = self.shingles.intersection(&other.shingles).count();
        let fewer = self.shingles.len().min(other.shingles.len());
        let either = self.shingles.len() + other.shingles.len() - both;
        let jaccard = share(both, either);
        // Two words in common contain nothing.
        let containment = if fewer < SHINGLES_MIN { jaccard } else { share(both, fewer) };
        Likeness { jaccard, containment }
    }
}

impl Likeness {
    /// One figure from 0 to 1 to hold against the practice's limit: the larger of the two.
    pub fn score(&self) -> f64 {
        self.jaccard.max(self.containment)
    }
}

/// How alike two notes are, from 0 to 1, without the part that both may hold. Order does not matter.
pub fn likeness(one: &str, other: &str, shared: &str) -> f64 {
    Print::of(one, shared).likeness(&Print::of(other, shared)).score()
}

fn shingles(text: &str) -> HashSet<String> {
    let words: Vec<String> = Page::of(text).words.into_iter().map(|word| word.folded).collect();
    match words.len() {
        0 => HashSet::new(),
        1..SHINGLE_WORDS => HashSet::from([words.join(" ")]),
        _ => words.windows(SHINGLE_WORDS).map(|shingle| shingle.join(" ")).collect(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a note has far fewer than 2^52 words")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
