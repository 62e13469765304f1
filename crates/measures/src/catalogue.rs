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

/// How much of an unknown id is repeated and compared: twice the longest id there is.
const ASKED_CHARS_MAX: usize = 40;

/// A set of instruments, found by id.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    instruments: Vec<Instrument>,
}

/// An id that no instrument has, with the ids that come close to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("There is no instrument \"{id}\". {}", suggestion(near, known))]
pub struct UnknownInstrument {
    /// What was asked for, shortened where it is long.
    pub id: String,
    /// Ids that resemble it, closest first.
    pub near: Vec<String>,
    /// All ids.
    pub known: Vec<String>,
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
        found.ok_or_else(|| {
            let id: String = id.chars().take(ASKED_CHARS_MAX).collect();
            let known = self.iter().map(|instrument| instrument.id.clone()).collect();
            UnknownInstrument { near: self.near(&id), known, id }
        })
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
        close.into_iter().map(|(_, id)| id).collect()
    }
}

fn suggestion(near: &[String], known: &[String]) -> String {
    match near {
        [] => format!("There are {}.", known.join(", ")),
        [one] => format!("Did you mean {one}?"),
        many => format!("Did you mean one of {}?", many.join(", ")),
    }
}

/// Lower case without what people leave out: `PHQ 9` and `phq9` are both `phq-9`.
fn squeeze(id: &str) -> String {
    id.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
