//! What may be done with an instrument's wording.

use serde::Deserialize;

/// The terms of one instrument, kept apart from the licence of the code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Whether the wording may be in the file.
    pub class: Class,
    /// The line shown wherever the items are shown.
    pub attribution: String,
    /// Where the terms were read.
    pub source: String,
    /// What must be kept to; empty where nothing is asked.
    #[serde(default)]
    pub conditions: Vec<String>,
}

/// The classes under which an instrument may be in the repository at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Free to embed.
    Embed,
    /// Free to embed while the conditions are met.
    EmbedWithConditions,
    /// Scoring only; the practice loads the wording with its permission recorded.
    Load,
}
