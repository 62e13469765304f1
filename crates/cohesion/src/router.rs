//! All routes of the product, subject by subject, behind the guard that hardens every answer.

use axum::Router;
use axum::extract::Extension;
use axum::middleware::from_fn_with_state;

use crate::app::App;
use crate::web::{Routes, harden};
use crate::{
    agreements, appreciation, assessments, audit, breaches, demo, door, endings, enrolment, feedback, front, goals,
    groups, identity, jobs, lead, live, notes, notices, ops, plans, practice, progress, repairs, rights, room, safety,
    self_checks, sessions, set_up, sharing, techniques,
};

/// What later subjects know about setting up, in the order in which it is best done.
const SET_UP: &[practice::Look] = &[
    |work| Box::pin(safety::lines_step(work)),
    |work| Box::pin(safety::duty_step(work)),
    |work| Box::pin(agreements::texts_step(work)),
    |work| Box::pin(jobs::jobs_step(work)),
    |work| Box::pin(breaches::breaches_step(work)),
];

/// What later subjects show on the page of a member's group.
const GROUP_PARTS: &[enrolment::GroupPart] = &[
    |work, view, group| Box::pin(room::group_part(work, view, group)),
    |work, view, group| Box::pin(techniques::group_part(work, view, group)),
    |work, view, group| Box::pin(sharing::group_part(work, view, group)),
    |work, view, group| Box::pin(endings::group_part(work, view, group)),
    |work, view, group| Box::pin(appreciation::group_part(work, view, group)),
    |work, view, group| Box::pin(self_checks::group_part(work, view, group)),
    |work, view, group| Box::pin(door::group_part(work, view, group)),
    |work, view, group| Box::pin(breaches::group_part(work, view, group)),
];

/// What later subjects show on the page of a session to those who lead, and on a member's own.
const SESSION_PARTS: &[sessions::SessionPart] =
    &[|work, view, session| Box::pin(room::session_part(work, view, session))];
const OWN_SESSION_PARTS: &[sessions::SessionPart] =
    &[|work, view, session| Box::pin(room::own_session_part(work, view, session))];

/// What groups know of the places that a colleague needs.
const ONLY_FACILITATES: practice::OnlyFacilitates = |work, person| Box::pin(groups::only_facilitates(work, person));

/// Every subject's routes.
pub fn routes() -> Routes {
    Routes::new()
        .and(identity::routes())
        .and(practice::routes(SET_UP))
        .and(jobs::routes())
        .and(notices::routes())
        .and(set_up::routes())
        .and(safety::routes())
        .and(audit::routes())
        .and(groups::routes())
        .and(agreements::routes())
        .and(enrolment::routes(GROUP_PARTS))
        .and(goals::routes())
        .and(assessments::routes())
        .and(techniques::routes())
        .and(sessions::routes(SESSION_PARTS, OWN_SESSION_PARTS))
        .and(plans::routes())
        .and(sharing::routes())
        .and(room::routes())
        .and(notes::routes())
        .and(feedback::routes())
        .and(endings::routes())
        .and(repairs::routes())
        .and(appreciation::routes())
        .and(door::routes())
        .and(breaches::routes())
        .and(self_checks::routes())
        .and(rights::routes())
        .and(progress::routes())
        .and(live::routes())
        .and(lead::routes())
        .and(ops::routes())
        .and(front::routes())
}

/// The router that this server serves.
pub fn router(app: App, node: room::Node) -> Router {
    let routes = if app.config().demo { routes().and(demo::routes()) } else { routes() };
    let rooms = Extension(room::Rooms::new(app.clone(), node));
    let dressed =
        routes.into_router().layer(rooms).layer(from_fn_with_state((app.clone(), ONLY_FACILITATES), practice::dress));
    let sent = app.sent().clone();
    harden(dressed.with_state(app), sent)
}

#[cfg(test)]
mod tests;
