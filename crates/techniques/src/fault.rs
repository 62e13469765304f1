//! What is wrong with an answer, and where it was typed.

use crate::place::Place;

/// One answer to mend.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Where it was typed.
    pub place: Place,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with an answer. Pages say it in the words of `locales/`; the sentence here is for logs and tests.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FaultKind {
    /// A finished sheet has this answered.
    #[error("Fill this in, or save the sheet as a draft.")]
    Needed,
    /// More characters than the field takes.
    #[error("This has {found} characters; shorten it to {most}.")]
    TooLong {
        /// Characters given.
        found: usize,
        /// Characters taken.
        most: usize,
    },
    /// Not a number.
    #[error("Write a number, like 7.")]
    NotANumber,
    /// A fraction where whole numbers are asked.
    #[error("Choose a whole number.")]
    NotWhole,
    /// Outside what the field takes.
    #[error("Choose a number from {from} to {to}.")]
    OutOfRange {
        /// Lowest.
        from: f64,
        /// Highest.
        to: f64,
    },
    /// No such day.
    #[error("Write a date, like 2026-11-24.")]
    NotADate,
    /// No such time.
    #[error("Write a time, like 17:30.")]
    NotATime,
    /// Nothing that can be dialled.
    #[error("Write a phone number, like 030 123456.")]
    NotAPhone,
    /// Neither yes nor no.
    #[error("Choose yes or no.")]
    NotYesOrNo,
    /// Not among the options.
    #[error("Choose one of the options.")]
    NotOffered,
    /// More rows than the list takes.
    #[error("There are {found} rows; keep the {most} that matter most.")]
    TooManyRows {
        /// Rows given.
        found: usize,
        /// Rows taken.
        most: usize,
    },
    /// A row of one's own without a name.
    #[error("Give this row a name.")]
    NoName,
    /// A time that comes before the one it follows.
    #[error("Check this time: it comes before the one above it.")]
    BeforeTheOneBefore,
    /// An answer of another kind than the field's; from stored answers only.
    #[error("This answer is of another kind than the question.")]
    OtherKind,
    /// A row or column that the form does not have; from stored answers only.
    #[error("The form does not ask for this.")]
    NotAsked,
}
