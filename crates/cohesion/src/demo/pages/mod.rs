//! The demo's own pages: as whom to see it, and the mail that would have been sent.

mod letters;
mod personas;

use crate::web::{Needs, Routes};

/// The demo's routes; they are added in demo mode only.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/demo", Needs::Nobody, personas::show)
        .post("/demo/as/{persona}", Needs::Nobody, personas::become_one)
        .get("/demo/mail", Needs::Nobody, letters::show)
}
