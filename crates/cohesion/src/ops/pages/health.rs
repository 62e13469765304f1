//! Health as plain text, for supervisors and load balancers: no secret, no page, and there before set-up.

use axum::extract::State;
use axum::http::StatusCode;

use super::super::ready::look;
use crate::app::App;

/// The process is alive.
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// The server can do its work: one line for each thing that it needs.
pub(super) async fn ready(State(app): State<App>) -> (StatusCode, String) {
    let looks = look(&app).await;
    let is_ready = looks.iter().all(|(_, well)| *well);
    let lines = looks.map(|(what, well)| format!("{what} {}\n", if well { "ok" } else { "not ok" }));
    (if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, lines.concat())
}
