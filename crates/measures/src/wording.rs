//! Adds wording to a shell, under a permission that the practice has recorded.

use crate::instrument::{Definition, Instrument, OptionSet};
use crate::load;
use crate::problem::Problem;

/// The words of one form, typed or scanned in by the practice, in printed order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The sentence above the items.
    pub instruction: String,
    /// One text for each item.
    pub items: Vec<String>,
    /// One list of labels for each option set of the shell, in the shell's order.
    pub labels: Vec<Vec<String>>,
}

/// Who allowed the wording to be used here. The practice keeps the document; this says which one it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Who recorded it.
    pub recorded_by: String,
    /// The letter, licence or web page that allows it.
    pub document: String,
}

/// Why wording was not added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// The file has its own wording, which is locked.
    #[error("{0} has its wording already, and it may not be changed.")]
    Worded(String),
    /// Nobody is named or no document.
    #[error("Say who recorded the permission and in which document it is.")]
    NoPermission,
    /// Not as many texts as the shell has places.
    #[error("{instrument} asks for {expected} {what}, but got {given}.")]
    Count {
        /// Short title.
        instrument: String,
        /// Items, option sets or options.
        what: &'static str,
        /// How many places there are.
        expected: usize,
        /// How many texts there are.
        given: usize,
    },
    /// A text with nothing in it.
    #[error("The wording of {0} has an empty text in it.")]
    Empty(String),
    /// What the loader would refuse.
    #[error("{place}: {problem}")]
    Refused {
        /// The part of the definition.
        place: String,
        /// What is wrong there.
        problem: Problem,
    },
}

/// A shell with words in it, and the permission it has them under.
#[derive(Debug, Clone, PartialEq)]
pub struct Worded {
    /// Scores exactly like the shell.
    pub instrument: Instrument,
    /// To be kept with it.
    pub permission: Permission,
}

impl Instrument {
    /// Puts words into a shell. Scoring stays as it was; only the words are new.
    pub fn with_wording(&self, wording: &Wording, permission: Permission) -> Result<Worded, WordingError> {
        if self.has_wording() {
            return Err(WordingError::Worded(self.short_title.clone()));
        }
        if permission.recorded_by.trim().is_empty() || permission.document.trim().is_empty() {
            return Err(WordingError::NoPermission);
        }
        self.fits(wording)?;
        let mut definition = self.0.clone();
        fill(&mut definition, wording);
        load::rules(&definition).map_err(|(place, problem)| WordingError::Refused { place, problem })?;
        Ok(Worded { instrument: Self(definition), permission })
    }

    fn fits(&self, wording: &Wording) -> Result<(), WordingError> {
        let same = |what, expected, given| {
            if expected == given {
                return Ok(());
            }
            Err(WordingError::Count { instrument: self.short_title.clone(), what, expected, given })
        };
        same("items", self.items.len(), wording.items.len())?;
        same("option sets", self.option_sets.len(), wording.labels.len())?;
        for (OptionSet { options, .. }, labels) in self.option_sets.iter().zip(&wording.labels) {
            same("options", options.len(), labels.len())?;
        }
        let mut texts = wording.items.iter().chain(wording.labels.iter().flatten()).chain([&wording.instruction]);
        if texts.any(|text| text.trim().is_empty()) {
            return Err(WordingError::Empty(self.short_title.clone()));
        }
        Ok(())
    }
}

fn fill(definition: &mut Definition, wording: &Wording) {
    definition.instruction = Some(wording.instruction.clone());
    for (item, text) in definition.items.iter_mut().zip(&wording.items) {
        item.text = Some(text.clone());
    }
    for (set, labels) in definition.option_sets.iter_mut().zip(&wording.labels) {
        for (option, label) in set.options.iter_mut().zip(labels) {
            option.label = Some(label.clone());
        }
    }
}
