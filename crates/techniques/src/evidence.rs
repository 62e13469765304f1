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
    /// The published figure and what it belongs to; given only with author and year.
    pub figure: Option<String>,
    /// What to know beside the figure, or why there is none; one of the two is always there.
    pub note: Option<String>,
    /// Where it was read.
    pub source: String,
    /// How far it was checked against that source.
    pub certainty: Certainty,
}

/// How far a finding was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Read in the source named.
    Checked,
    /// Some of it was, or only in a summary; figure or note say what was not.
    PartlyChecked,
    /// Nothing was: practice, or a wider field's figure that may not hold here.
    Unverified,
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
