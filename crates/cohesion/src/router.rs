//! All routes of the product, subject by subject, behind the guard that hardens every answer.

use axum::Router;

use crate::app::App;
use crate::web::{Routes, harden};
use crate::{assessments, demo, identity, ops, progress, set_up};

/// Every subject's routes.
pub fn routes() -> Routes {
    Routes::new()
        .and(identity::routes())
        .and(set_up::routes())
        .and(assessments::routes())
        .and(progress::routes())
        .and(ops::routes())
}

/// The router that a server serves.
pub fn router(app: App) -> Router {
    let routes = if app.config().demo { routes().and(demo::routes()) } else { routes() };
    harden(routes.into_router().with_state(app))
}
