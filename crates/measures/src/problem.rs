//! Why an instrument file is refused, each reason a sentence.

/// A refused file: which, where in it, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {place}: {problem}")]
pub struct LoadError {
    /// Path of the file as the caller named it.
    pub file: String,
    /// The part of the file, such as `bands` or `items, "9"`.
    pub place: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with an instrument file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not TOML, or a name that the format does not have.
    #[error("{0}.")]
    Unreadable(String),
    /// A field that must say something says nothing.
    #[error("This must not be empty.")]
    Empty,
    /// More than the format allows.
    #[error("There are {found}, but at most {most} are allowed.")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// Two things with one name.
    #[error("\"{0}\" stands here twice.")]
    Twice(String),
    /// A name that nothing in the file has.
    #[error("There is no {kind} \"{name}\" in this file.")]
    Unknown {
        /// What was looked for.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// The file is not named after its instrument.
    #[error("The file must be called \"{0}.toml\", after the id in it.")]
    FileName(String),
    /// An id that a command line or address cannot carry.
    #[error("\"{0}\" must be made of lower-case letters, digits and hyphens.")]
    BadId(String),
    /// Too few options to choose from.
    #[error("An item needs at least two options to choose from.")]
    TooFewOptions,
    /// Two options that count the same.
    #[error("Two options both count {0}.")]
    SameValue(i32),
    /// Some words are here and some are not.
    #[error("Some wording is here and some is not; a file has all of it or none.")]
    HalfWorded,
    /// Wording under a licence that forbids it.
    #[error("The licence class is \"load\", so the wording must not be in this file.")]
    WordingForbidden,
    /// Conditions and class disagree.
    #[error("The class \"embed_with_conditions\" must list the conditions.")]
    NoConditions,
    /// Two bands share a score.
    #[error("{score} falls in two bands, \"{first}\" and \"{second}\".")]
    Overlap {
        /// A shared score.
        score: i32,
        /// The lower band.
        first: String,
        /// The upper band.
        second: String,
    },
    /// A possible score without a band.
    #[error("{score} falls in no band, between \"{first}\" and \"{second}\".")]
    Gap {
        /// A score left out.
        score: i32,
        /// The band below.
        first: String,
        /// The band above.
        second: String,
    },
    /// A band with its ends exchanged.
    #[error("The band \"{0}\" ends before it begins.")]
    Backwards(String),
    /// The first band does not begin at the lowest score.
    #[error("The lowest possible score is {lowest}, but the first band, \"{name}\", begins at {from}.")]
    WrongStart {
        /// Lowest possible score.
        lowest: i32,
        /// First band.
        name: String,
        /// Where it begins.
        from: i32,
    },
    /// The last band does not end at the highest score.
    #[error("The highest possible score is {highest}, but the last band, \"{name}\", ends at {to}.")]
    WrongEnd {
        /// Highest possible score.
        highest: i32,
        /// Last band.
        name: String,
        /// Where it ends.
        to: i32,
    },
    /// A number that no score or answer can reach.
    #[error("{value} lies outside the possible {lowest} to {highest}.")]
    OutOfRange {
        /// The number.
        value: String,
        /// Lowest possible.
        lowest: i32,
        /// Highest possible.
        highest: i32,
    },
    /// A pro-rating rule that asks for none or for more items than there are.
    #[error("The rule asks for {asked} answered items, but the scale has {items}.")]
    Prorating {
        /// Answered items asked for.
        asked: usize,
        /// Items in the scale.
        items: usize,
    },
    /// Neither or both of two fields that exclude each other.
    #[error("Exactly one of {0} must be given.")]
    ExactlyOne(&'static str),
    /// A rule about the total where there is none.
    #[error("This needs a total, but the instrument has none.")]
    NoTotal,
    /// Change cannot be judged without knowing which way is better.
    #[error("This needs a direction, but none is given.")]
    NoDirection,
    /// A LOINC code whose last digit does not fit.
    #[error("\"{0}\" is not a LOINC code: its check digit does not fit.")]
    CheckDigit(String),
    /// Not the code of a LOINC answer.
    #[error("\"{0}\" is not the code of a LOINC answer, such as \"LA6568-5\".")]
    AnswerCode(String),
    /// The code of the whole form used for its score.
    #[error("\"{0}\" is the code of the panel and must not stand on the total.")]
    PanelOnTotal(String),
    /// A gate that needs an option counting nothing.
    #[error("Item \"{0}\" has no option that counts 0, so nothing can follow from it.")]
    NeverZero(String),
}
