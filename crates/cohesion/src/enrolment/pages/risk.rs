//! A person's concerns and their safety plan, for those who work with them.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::person;
use super::tabs::{person_page, person_tabs};
use crate::Result;
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::safety::risk_and_plan;
use crate::web::Path;

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let (known, _) = person(work, id).await?;
        Ok((known.called, person_tabs(work, id).await?, risk_and_plan(work, id).await?))
    });
    let (called, tabs, risk) = reading.await?;
    let page = person_page(&who.view, "enrolment-title-risk", &called, tabs);
    Ok(page.body(risk.draw(&who.view)).into_response())
}
