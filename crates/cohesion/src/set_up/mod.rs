//! The first start: a link that the console prints once leads to the form that founds the practice and its first
//! administrator. Until then nothing else can be reached, and afterwards the link is worth nothing (ATK-42).

mod begin;
mod link;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use begin::{First, begin, found_practice};
pub use link::{is_needed, new_link, opens};
pub(crate) use pages::routes;
pub(crate) use store::ALL as STATEMENTS;
