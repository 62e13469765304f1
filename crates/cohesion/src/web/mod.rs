//! The kit that every page is made with: shell, parts, forms, charts, words and assets.

mod routes;

pub use routes::{Needs, Route, Routes};
