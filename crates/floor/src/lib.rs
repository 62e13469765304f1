//! The floor of a meeting: who is here, whose turn it is, who comes next, and for how long.
//!
//! Pure: no clock, no files, no network. [`Floor::handle`] takes what somebody asks for and the time, and answers with what came of
//! it or why not; [`Floor::poll`] tells of time that has run out. The state is plain values for serde, so that it outlives a
//! restart. One stick goes round: its holder, or nobody, by construction. Nobody is cut off unless whoever leads says so.
//!
//! [`hall`] is the live room around a floor: seats and their lines, the door, who hears whom, breakouts and private rooms, what is
//! gathered and written, and what each may see of it.

mod floor;
pub mod hall;
mod hands;
mod input;
mod order;
mod output;
mod people;
mod refusal;
mod round;
mod seat;
mod turn;
mod turns;

pub use floor::{Floor, Phase, SEATS_MAX};
pub use hands::Hand;
pub use input::{By, Input, Plan, Request};
pub use order::Order;
pub use output::Output;
pub use refusal::Refusal;
pub use round::{How, Purpose, Round, Spoken};
pub use seat::{Place, Presence, Seat};
pub use turn::{ADDED_MS_MAX, Stick, TURN_MS_MAX, TURN_MS_MIN, Timer, Turn};
