//! The instruments that come with the program, embedded from `instruments/`.

use std::sync::LazyLock;

use crate::instrument::Instrument;
use crate::problem::LoadError;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../instruments/", $name, ".toml")))),*]
    };
}

/// Id and text of every file in `instruments/`; a test compares this list with the folder.
pub const FILES: [(&str, &str); 21] = files![
    "asq",
    "audit",
    "audit-c",
    "core-10",
    "dass-21",
    "ders-16",
    "gad-2",
    "gad-7",
    "isi",
    "k10",
    "k6",
    "pc-ptsd-5",
    "pcl-5",
    "pcl-5-week",
    "phq-2",
    "phq-8",
    "phq-9",
    "rosenberg",
    "session-check-out",
    "who-5",
    "wsas",
];

/// A set of instruments, found by id.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    instruments: Vec<Instrument>,
}

/// An id that no instrument has, with the ids that come close to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("There is no instrument \"{id}\".{}", suggestion(near))]
pub struct UnknownInstrument {
    /// What was asked for.
    pub id: String,
    /// Ids that resemble it, closest first; all ids where none does.
    pub near: Vec<String>,
}

impl Catalogue {
    /// The instruments embedded in the program.
    ///
    /// # Panics
    /// Never in a build whose tests pass: they load every embedded file.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| match Catalogue::embedded() {
            Ok(catalogue) => catalogue,
            Err(error) => panic!("{error}"),
        });
        &BUILT_IN
    }

    /// Loads the embedded files, saying what is wrong with the first that is refused.
    pub fn embedded() -> Result<Self, LoadError> {
        let load = |(id, text): &(&str, &str)| Instrument::parse(&format!("instruments/{id}.toml"), text);
        Ok(Self { instruments: FILES.iter().map(load).collect::<Result<_, _>>()? })
    }

    /// The instrument with this id.
    pub fn get(&self, id: &str) -> Result<&Instrument, UnknownInstrument> {
        let found = self.instruments.iter().find(|instrument| instrument.id == id);
        found.ok_or_else(|| UnknownInstrument { id: id.to_owned(), near: self.near(id) })
    }

    /// All instruments, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter()
    }

    /// Puts an instrument in, in place of one with the same id.
    pub fn put(&mut self, instrument: Instrument) {
        self.instruments.retain(|other| other.id != instrument.id);
        self.instruments.push(instrument);
        self.instruments.sort_by(|one, other| one.id.cmp(&other.id));
    }

    fn near(&self, id: &str) -> Vec<String> {
        let asked: String = squeeze(id);
        let mut close: Vec<(usize, String)> = self
            .instruments
            .iter()
            .map(|instrument| (distance(&asked, &squeeze(&instrument.id)), instrument.id.clone()))
            .filter(|(steps, _)| *steps <= 2 && *steps < asked.len())
            .collect();
        close.sort();
        if close.first().is_some_and(|(steps, _)| *steps == 0) {
            close.truncate(1);
        }
        if close.is_empty() {
            return self.instruments.iter().map(|instrument| instrument.id.clone()).collect();
        }
        close.into_iter().map(|(_, id)| id).collect()
    }
}

fn suggestion(near: &[String]) -> String {
    match near {
        [] => String::new(),
        [one] => format!(" Did you mean {one}?"),
        many => format!(" Known ids close to it: {}.", many.join(", ")),
    }
}

/// Lower case without what people leave out: `PHQ 9` and `phq9` are both `phq-9`.
fn squeeze(id: &str) -> String {
    id.chars().take(40).filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Levenshtein distance: letters to put in, take out or exchange.
fn distance(one: &str, other: &str) -> usize {
    let letters: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], index + 1);
        for (column, target) in letters.iter().enumerate() {
            let exchanged = diagonal + usize::from(letter != *target);
            diagonal = row[column + 1];
            row[column + 1] = exchanged.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[letters.len()]
}
