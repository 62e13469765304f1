//! What is known about a technique, and what may be done with its words.

use serde::Deserialize;

/// One finding, or the honest word that none was checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Who published it; absent where this is practice and no publication was read.
    pub author: Option<String>,
    /// The year it was published; given together with the author.
    pub year: Option<u16>,
    /// The published figure, such as `SMD −0.68`; given only with author and year.
    pub figure: Option<String>,
    /// What it says in one sentence, or why no figure stands here.
    pub note: String,
    /// Where it was read.
    pub source: String,
}

/// The terms of a technique's words, kept apart from the licence of the code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// What is ours here and what belongs to others.
    pub note: String,
    /// Where the terms were read.
    pub source: String,
}
