//! The parts that pages are made of: one function or builder each, drawn by the style sheet's class of the same name.
//!
//! Text goes in as anything that maud can show (`say!(..)`, `&str`, other markup) and is escaped; addresses and attributes
//! are `&str`. Fields of forms come from [`crate::web::Fields`].

mod actions;
mod alerts;
mod boxes;
mod care;
mod clock;
mod icons;
mod lists;
mod people;
mod plan;
mod qr;
mod table;
mod ticks;
mod ways;

pub use actions::{Button, actions, post};
pub use alerts::{Alert, Weight};
pub use boxes::{Tone, callout, card, draft, empty, fold, missing, own, saved, seen, tag};
pub use care::{Urgency, call, care, interruption};
pub use clock::{time_left, watch};
pub use icons::{Icon, icon, mark};
pub use lists::{Row, When, facts, progress, rows, steps, story};
pub use people::{Seat, avatar, person, ring, ring_open};
pub use plan::{PlanStep, plan};
pub use qr::qr;
pub use table::{Column, table};
pub use ticks::{Item, State, checklist};
pub use ways::{back, crumbs, tabs};
