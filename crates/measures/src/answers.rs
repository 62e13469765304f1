//! Answers to one instrument, valid from the moment they exist.

use crate::instrument::{Instrument, Item};

/// Why a list of answers cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// Too few or too many.
    #[error("{instrument} asks for {expected} answers, but got {given}.")]
    Count {
        /// Short title.
        instrument: String,
        /// Items in it.
        expected: usize,
        /// Answers given.
        given: usize,
    },
    /// No such option.
    #[error("Item {item} has options 0 to {last}, but {given} was given.")]
    Position {
        /// Place in the list, counted from 1.
        item: usize,
        /// The highest position.
        last: usize,
        /// What was given.
        given: usize,
    },
}

/// Option positions for every item of one instrument, in printed order, counted from 0; `None` is unanswered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers<'i> {
    instrument: &'i Instrument,
    positions: Vec<Option<usize>>,
}

impl Instrument {
    /// Reads option positions. The list may end early only where the form itself stops there.
    pub fn answers(&self, positions: &[Option<usize>]) -> Result<Answers<'_>, AnswerError> {
        let given = positions.len();
        let wrong_count =
            || AnswerError::Count { instrument: self.short_title.clone(), expected: self.items.len(), given };
        if given > self.items.len() {
            return Err(wrong_count());
        }
        for (index, (item, position)) in self.items.iter().zip(positions).enumerate() {
            let count = self.options(item).len();
            if let Some(given) = position.filter(|&given| given >= count) {
                return Err(AnswerError::Position { item: index + 1, last: count.saturating_sub(1), given });
            }
        }
        let mut positions = positions.to_vec();
        positions.resize(self.items.len(), None);
        let answers = Answers { instrument: self, positions };
        if self.items.iter().skip(given).all(|item| answers.is_skipped(item)) {
            Ok(answers)
        } else {
            Err(wrong_count())
        }
    }

    /// What an option of an item counts, reversed where the file says so. `None` where there is no such option.
    pub fn value(&self, item: &Item, position: usize) -> Option<i32> {
        let options = self.options(item);
        let value = options.get(position)?.value;
        if !self.reversed.contains(&item.id) {
            return Some(value);
        }
        let (lowest, highest) = self.limits_of(&item.id);
        Some(lowest + highest - value)
    }
}

impl Answers<'_> {
    /// The instrument they answer.
    pub fn instrument(&self) -> &Instrument {
        self.instrument
    }

    /// One position for each item.
    pub fn positions(&self) -> &[Option<usize>] {
        &self.positions
    }

    /// Whether a gate ended the form.
    pub fn stopped_at_gate(&self) -> bool {
        self.instrument.skips.iter().any(|skip| skip.gate && self.are_zero(&skip.when_zero))
    }

    /// What an item counts; `None` where it should have been answered and was not.
    pub(crate) fn value(&self, item_id: &str) -> Option<i32> {
        let index = self.instrument.position(item_id)?;
        let item = &self.instrument.items[index];
        if self.is_behind_gate(item) {
            return Some(0);
        }
        match self.positions[index] {
            Some(position) => self.instrument.value(item, position),
            None => self.is_skipped(item).then_some(0),
        }
    }

    fn is_behind_gate(&self, item: &Item) -> bool {
        self.instrument
            .skips
            .iter()
            .any(|skip| skip.gate && skip.items.contains(&item.id) && self.are_zero(&skip.when_zero))
    }

    fn is_skipped(&self, item: &Item) -> bool {
        self.instrument.skips.iter().any(|skip| skip.items.contains(&item.id) && self.are_zero(&skip.when_zero))
    }

    fn are_zero(&self, item_ids: &[String]) -> bool {
        item_ids.iter().all(|id| {
            let Some(index) = self.instrument.position(id) else { return false };
            let item = &self.instrument.items[index];
            self.positions[index].and_then(|position| self.instrument.value(item, position)) == Some(0)
        })
    }
}
