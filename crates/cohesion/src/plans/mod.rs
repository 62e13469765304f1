//! A session is planned, run and looked back at: its agenda, what was carried over, what its leaders write for themselves
//! around it, and how much of what was planned came about.
//!
//! An agenda is laid out from what the group follows, or from the clock of its format, and is kept with the first change.
//! What was not reached when a session closes is offered to the next one. Briefs and jottings are their author's own: they
//! stand under the author's key, and only those whom the author meant when writing read a brief.

mod agenda;
mod brief;
mod carry;
mod clocks;
mod course;
mod debrief;
mod deeds;
mod edit;
mod fidelity;
mod fit;
mod hour;
mod jot;
mod lay_out;
mod pages;
mod prepare;
mod rate;
mod running;
mod script;
mod settle;
mod shortcut;
mod steer;
mod store;
mod summary;
#[cfg(test)]
mod tests;
mod under_way;

pub use agenda::{Agenda, Basis, Block, Carried, Progress};
pub use brief::{Audience, KeptBrief, Moment, OwnBriefs, SharedBrief, briefs, write_brief};
pub use carry::{Decided, Offer};
pub use clocks::SessionClock;
pub use course::{Course, Point, course, supervised, supervises};
pub use debrief::{Debrief, KeptDebrief, debrief, keep_debrief};
pub use edit::{Draft, Edit, NewBlock, Wish, edit};
pub use fidelity::{Check, Delivered, Element, Fidelity, Usual, drift};
pub use hour::{Attendee, Hour, hour};
pub use jot::{Jotting, jot};
pub(crate) use pages::{agenda_part, routes, run_region, session_page};
pub use prepare::{Prepared, prepared};
pub use rate::{KeptFidelity, KnownElement, Rating, rate, rating};
pub use running::{Face, Step};
pub use script::{Reading, Running, clock_of, running, set_topic};
pub(crate) use settle::settle;
pub use shortcut::mark_now;
pub use steer::steer;
pub(crate) use store::{AGENDAS, BRIEFS, REVIEWS};
pub use summary::{Summary, summary};
pub use under_way::{UnderWay, under_way};
