//! Where somebody begins: signing in, or the first page of the part of the house that is theirs.

use axum::extract::State;
use axum::response::Response;

use crate::Result;
use crate::app::App;
use crate::enrolment::{Joining, own_enrolments};
use crate::identity::{AccountKind, Who};
use crate::practice::{Role, roles_of};
use crate::web::{Needs, Routes, go};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/", Needs::Nobody, begin)
}

async fn begin(State(app): State<App>, who: std::result::Result<Who, Response>) -> Result<Response> {
    match who {
        Ok(who) if who.kind == AccountKind::Member => seat(&app, &who).await,
        Ok(who) => desk(&app, &who).await,
        Err(_) if app.config().demo => Ok(go("/demo")),
        Err(way_in) => Ok(way_in),
    }
}

/// A member's Today; whoever is still on the way into a first group goes on where they stopped.
async fn seat(app: &App, who: &Who) -> Result<Response> {
    let own = app.read(who.actor, async |work| own_enrolments(work).await).await?;
    let is_member = own.iter().any(|joining: &Joining| joining.enrolment.stage.is_member());
    Ok(match own.first() {
        Some(joining) if !is_member => go(&format!("/me/joining/{}", joining.enrolment.id)),
        _ => go("/me"),
    })
}

async fn desk(app: &App, who: &Who) -> Result<Response> {
    let person = who.person;
    let roles = app.read(who.actor, async move |work| roles_of(work, person).await).await?;
    Ok(go(desk_of(&roles)))
}

/// Whoever works with groups begins with their day, whoever plans dates with the groups, and the others with the site.
fn desk_of(roles: &[Role]) -> &'static str {
    let leads = |role: &Role| matches!(role, Role::Clinician | Role::Facilitator | Role::Supervisor);
    if roles.iter().any(leads) {
        "/care"
    } else if roles.contains(&Role::Scheduler) {
        "/care/groups"
    } else {
        "/admin"
    }
}
