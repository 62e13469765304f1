//! Where somebody begins: signing in, or the first page of the part of the house that is theirs.

use axum::extract::State;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};

use crate::Result;
use crate::app::App;
use crate::door::front_page;
use crate::enrolment::{Joining, own_enrolments};
use crate::identity::{AccountKind, Visitor, Who, way_in};
use crate::practice::{Role, roles_of};
use crate::web::{Needs, Routes, go};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/", Needs::Nobody, begin)
}

/// A visitor gets the front door where it is open, else the form that signs in, and either at once: being sent on would cost a slow connection one more round.
async fn begin(State(app): State<App>, visitor: Visitor, who: std::result::Result<Who, Response>) -> Result<Response> {
    match who {
        Ok(who) if who.kind == AccountKind::Member => seat(&app, &who).await,
        Ok(who) => desk(&app, &who).await,
        Err(_) if app.config().demo => Ok(go("/demo")),
        Err(locked) if locked.headers().contains_key(LOCATION) => Ok(locked),
        Err(_) => match front_page(&app, &visitor).await? {
            Some(page) => Ok(page.into_response()),
            None => Ok(way_in(&visitor.view).into_response()),
        },
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

/// Whoever treats or facilitates begins with their day, whoever plans dates with the groups, and the others with the site.
fn desk_of(roles: &[Role]) -> &'static str {
    let treats = |role: &Role| matches!(role, Role::Clinician | Role::Supervisor);
    if roles.iter().any(treats) {
        "/care"
    } else if roles.contains(&Role::Facilitator) {
        "/lead"
    } else if roles.contains(&Role::Scheduler) {
        "/care/groups"
    } else {
        "/admin"
    }
}
