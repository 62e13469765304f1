//! Cohesion: group therapy and support groups under one roof. The order below is the order in which subjects may use each other.

pub mod clock;
pub mod error;
pub mod id;
pub mod limits;

pub mod config;

pub mod access;
pub mod hub;
pub mod work;

pub mod app;

pub mod web;

pub mod identity;

pub mod practice;

pub mod set_up;

pub mod audit;

pub mod jobs;

pub mod notices;

pub mod groups;

pub mod agreements;

pub mod safety;

pub mod enrolment;

pub mod goals;

pub mod assessments;

pub mod techniques;

pub mod sessions;

pub mod plans;

pub mod room;

pub mod sharing;

pub mod notes;

pub mod feedback;

pub mod endings;

pub mod repairs;

pub mod appreciation;

pub mod door;

pub mod breaches;

pub mod rights;

pub mod self_checks;

pub mod progress;

pub mod live;

pub mod lead;

pub mod ops;

pub mod front;

pub mod chores;

pub mod demo;

pub mod router;

pub mod server;

pub mod cli;

pub mod migrations;
pub mod statements;
#[cfg(test)]
mod testing;

pub use error::{Error, Fact, Fault, Legible, Reason, Result, unless_damaged};
