//! What one member's own records show, as a statement with its figures, or nothing where there is too little to go by.
//!
//! Pure: no clock, no files, no network; days come in as numbers. No function here takes the data of two members, so
//! that nobody is ever compared with anybody but themselves. A statement is a hunch to be talked about, never a cause.

pub mod activity;
pub mod attendance;
pub mod avoidance;
pub mod climate;
pub mod daily;
mod day;
pub mod exposure;
pub mod homework;
mod numbers;
pub mod participation;
pub mod risk;
mod scale;
pub mod skills;
mod statement;
pub mod thoughts;
pub mod trend;
mod words;

pub use day::{Day, Period, Weekday};
pub use scale::{OffScale, Scale};
pub use statement::{Audience, Figure, Pattern, Statement};
pub use words::Say;
