//! Health as plain text, for supervisors and load balancers: no secret, no page, and there before set-up.

use axum::extract::State;
use axum::http::StatusCode;

use super::ready::look;
use crate::app::App;
use crate::web::{Needs, Routes};

/// The routes of operations.
pub fn routes() -> Routes {
    Routes::new().get("/healthz", Needs::Nobody, alive).get("/readyz", Needs::Nobody, ready)
}

/// The process is alive.
async fn alive() -> &'static str {
    "ok\n"
}

/// The server can do its work: one line for each thing that it needs.
async fn ready(State(app): State<App>) -> (StatusCode, String) {
    let looks = look(&app).await;
    let is_ready = looks.iter().all(|(_, well)| *well);
    let lines = looks.map(|(what, well)| format!("{what} {}\n", if well { "ok" } else { "not ok" }));
    (if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, lines.concat())
}
