//! The demo: a practice of invented people, built by the product's own acts, and a page to see it as one of them.
//!
//! Nothing here is reachable in a practice at work: its routes are added only in demo mode, and its folder carries a mark.

mod build;
mod course;
mod group;
mod pages;
mod people;
mod persona;

pub use build::build;
pub(crate) use pages::routes;
