//! Open pages that renew themselves: one stream a page, each region drawn anew for its viewer, with the rights of that moment.
//!
//! A page says which regions it holds: `/live/alerts+rooms`. What it shows first and what comes later is drawn by the same
//! function, so the two cannot drift apart; nothing is ever replayed, so a gap costs nothing but a drawing.

mod regions;
mod stream;
#[cfg(test)]
mod tests;

use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/live/{regions}", Needs::Login, stream::open)
}
