//! What the installation shows of itself: health for supervisors, and its keys and backups for whoever looks after it.

mod health;
mod keys;

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// The routes of operations.
pub fn routes() -> Routes {
    Routes::new().get("/healthz", Needs::Nobody, health::alive).get("/readyz", Needs::Nobody, health::ready).get(
        "/admin/keys",
        Needs::Deed(Deed::SeeInstallation),
        keys::show,
    )
}
