//! One member's answers, item by item, for those who lead the group that asked.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{AssignmentId, answered_by};
use super::answers::when;
use super::question;
use super::result::{Reader, earlier, version};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::{AccountKind, Who};
use crate::web::parts::seen;
use crate::web::{Page, Path, Width};
use crate::{Error, Result, say};

/// The answers with what they came to. The person finds this reading in *Who opened my record*.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path((person, id)): Path<(PersonId, AssignmentId)>,
) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let (called, answered) = app.read(who.actor, async move |work| answered_by(work, person, id).await).await?;
    let (view, words, instrument) = (&who.view, who.view.words, answered.assignment.instrument);
    let body = html! {
        @if let Some(latest) = answered.latest() { (version(view, instrument, &latest.record, Reader::Clinician)) }
        (earlier(view, &answered, Reader::Clinician))
        (seen(say!(words, "assessments-read-seen")))
        (question::attribution(view, instrument))
    };
    Ok(Page::new(view, "assessments-title-read")
        .width(Width::Mid)
        .crumb("/care/people", say!(words, "place-people").to_string())
        .crumb(format!("/care/people/{person}/progress"), called)
        .crumb("", instrument.short_title.clone())
        .heading(&instrument.short_title)
        .lead(when(view, &answered))
        .body(body)
        .into_response())
}
