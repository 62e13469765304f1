//! How often somebody does something: so many times in so long.

use serde::{Deserialize, Serialize};

use super::Refused;

/// The times of the last few, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pace(Vec<u64>);

impl Pace {
    /// Counts one more, or refuses it.
    pub(crate) fn step(&mut self, most: usize, within_ms: u64, now: u64) -> Result<(), Refused> {
        self.0.retain(|at| at.saturating_add(within_ms) > now);
        if self.0.len() >= most {
            return Err(Refused::TooFast);
        }
        self.0.push(now);
        Ok(())
    }
}
