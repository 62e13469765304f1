//! Ratings that cannot lie off their scale.

use serde::Serialize;

/// A whole number from 0 to `MAX`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Scale<const MAX: u8>(u8);

/// A number above the scale's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("A rating lies between 0 and {max}, but {given} was given.")]
pub struct OffScale {
    /// The end of the scale.
    pub max: u8,
    /// What was given.
    pub given: u8,
}

impl<const MAX: u8> Scale<MAX> {
    /// Takes 0 to `MAX`.
    pub fn new(given: u8) -> Result<Self, OffScale> {
        if given <= MAX { Ok(Self(given)) } else { Err(OffScale { max: MAX, given }) }
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }

    pub(crate) fn number(self) -> f64 {
        f64::from(self.0)
    }
}
