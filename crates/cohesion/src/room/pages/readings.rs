//! What a support group reads aloud, in the group's own words.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{KeptReadings, Readings, deeds, keep_readings, readings};
use crate::app::App;
use crate::error::Fault;
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, actions, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let kept = app.read(who.actor, async move |work| readings(work, id).await).await?;
    let fields = Fields::filled(&who.view, filled(&kept));
    Ok(page(&who.view, &kept, &fields).into_response())
}

/// Keeps the texts. Where somebody else has changed them meanwhile, what was typed stands there still.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_change_readings(work, id).await?;
        let (texts, seen) = read(&sent)?;
        keep_readings(work, id, seen, &texts).await
    });
    let (status, faults) = match keeping.await {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/readings"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, vec![Fault::new("", words)]),
        Err(other) => return Err(other),
    };
    let kept = app.read(who.actor, async move |work| readings(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &kept, &fields).status(status).into_response())
}

fn read(form: &Form) -> Result<(Readings, u32)> {
    let mut check = Check::new(form);
    let [principles, guidelines, help] =
        ["principles", "guidelines", "help"].map(|field| check.area(field, 1..=TEXT_CHARS_MAX));
    let seen = check.number("seen", 0..=u32::MAX);
    check.done(|| Some((Readings { principles: principles?, guidelines: guidelines?, help: help? }, seen?)))
}

fn filled(kept: &KeptReadings) -> Form {
    let Readings { principles, guidelines, help } = &kept.readings;
    Form::of([("principles", principles.as_str()), ("guidelines", guidelines), ("help", help)])
}

fn page(view: &View, kept: &KeptReadings, fields: &Fields<'_>) -> Page {
    let (words, id) = (view.words, kept.group.id);
    let text = |name, key| fields.area(name, words.say(key, None)).hint(say!(words, "room-readings-lines"));
    let body = html! {
        (seen(say!(words, "room-readings-seen")))
        (fields.form(&format!("/care/groups/{id}/readings"), html! {
            (fields.hidden("seen", &kept.version.to_string()))
            (text("principles", "room-principles"))
            (text("guidelines", "room-guidelines"))
            (text("help", "room-help"))
            (actions(Button::submit(say!(words, "room-readings-keep"))))
        }))
    };
    Page::new(view, "room-title-readings")
        .width(Width::Mid)
        .crumb("/care/groups", say!(words, "place-groups"))
        .crumb(format!("/care/groups/{id}"), kept.group.words.name.clone())
        .crumb("", say!(words, "room-title-readings"))
        .lead(say!(words, "room-readings-lead"))
        .tools(html! { @if let Some(at) = kept.written_at { (saved(say!(words, "room-readings-kept", time = view.moment(at)))) } })
        .body(body)
}
