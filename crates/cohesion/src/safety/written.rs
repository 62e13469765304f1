//! Words that somebody stands for: a rationale, a closing note, an addendum.

use serde::{Deserialize, Serialize};

use crate::limits::TEXT_CHARS_MAX;
use crate::{Error, Result};

/// A text that says something, at most [`TEXT_CHARS_MAX`] characters long.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Written(String);

impl Written {
    /// Reads the form field `field`: blank and overlong texts are refused.
    pub fn new(field: &str, text: &str) -> Result<Self> {
        match text.trim() {
            "" => Err(Error::invalid(field, "safety-fault-words")),
            long if long.chars().count() > TEXT_CHARS_MAX => Err(Error::invalid(field, "safety-fault-long")),
            text => Ok(Self(text.to_owned())),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Written {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        Self::new("words", &text)
    }
}

impl From<Written> for String {
    fn from(written: Written) -> Self {
        written.0
    }
}

impl std::fmt::Debug for Written {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Written([sealed])")
    }
}
