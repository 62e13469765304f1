//! Questionnaires as data: answers in, scores out, and whether a difference between scores means anything.
//!
//! Pure: no clock, no files, no network. The same answers and the same file give the same score for ever.

pub mod answers;
pub mod catalogue;
pub mod change;
mod check;
pub mod glance;
pub mod goals;
pub mod instrument;
pub mod licence;
pub mod line;
mod load;
pub mod problem;
mod range;
pub mod rules;
pub mod score;
pub mod wording;

pub use answers::{AnswerError, Answers};
pub use catalogue::{Catalogue, UnknownInstrument};
pub use instrument::{Direction, Instrument};
pub use line::{LineError, error_line, score_line, score_list};
pub use load::{ITEMS_MAX, OPTIONS_MAX, VALUE_MAX};
pub use problem::{LoadError, Problem};
pub use score::{Cause, SCORER_VERSION, Score, Signal};
