//! The kit that every page is made with: shell, parts, forms, charts, words and assets.
//!
//! A page is a function from a [`View`] and what was read to a [`Page`]. It works without script, holds no inline style and
//! takes every word from `locales/`.

pub mod assets;
pub mod charts;
pub mod errors;
pub mod forms;
pub mod guard;
mod next;
pub mod parts;
mod routes;
pub mod shell;
#[cfg(debug_assertions)]
mod story;
pub mod words;

pub use errors::error_page;
pub use forms::{Check, Fields, Form};
pub use guard::harden;
pub use next::Next;
pub use routes::{Needs, Route, Routes};
pub use shell::{Area, Page, Region, View, Width, go};
pub use words::{Said, Words};
