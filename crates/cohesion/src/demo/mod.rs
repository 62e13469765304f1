//! The demo: a practice of invented people, built by the product's own acts, and pages to see it as one of them.
//!
//! Nothing here is reachable in a practice at work: its routes are added only in demo mode, and its folder carries a mark.
//! The past is told by chapters that wait for their moments (`passing.rs`); what the people say and do stands beside them.

mod agendas;
mod alerts;
mod answering;
mod between;
mod breaches;
mod build;
mod cards;
mod course;
mod door;
mod ending;
mod feedback;
mod first_talk;
mod goals;
mod group;
mod meeting;
mod notes;
mod pages;
mod parting;
mod passing;
mod past;
mod people;
mod persona;
mod plan;
mod plans;
mod practising;
mod reading;
mod rights;
mod sessions;
mod sheets;
mod staff;
#[cfg(test)]
mod tests;
mod threads;
mod waiting;
mod way_in;

pub use build::build;
pub(crate) use pages::routes;
