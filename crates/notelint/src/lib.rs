//! What a note must not hold: the names of other members, and the same words as every other note.
//!
//! Pure: no clock, no files, no network. The same roster and the same text give the same hits for ever.

mod address;
mod check;
mod context;
mod fold;
mod forms;
mod hit;
mod index;
mod lexicon;
mod likeness;
mod line;
mod page;
mod replace;
mod roster;

pub use hit::{Hit, Kind};
pub use likeness::{Likeness, Print, likeness};
pub use line::{LineError, check_line};
pub use replace::{replace, replace_all};
pub use roster::{Member, Roster, RosterError};
