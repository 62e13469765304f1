//! How a group's threads are arranged, for whoever leads it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Time;
use maud::html;

use super::super::{Quiet, Reading, Side, Space, deeds, settle, space_of};
use crate::access::Standing;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::SLOW_MINUTES_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, actions};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let (group, standing, space) = read(&app, &who, id).await?;
    let fields = Fields::filled(&who.view, filled(&space));
    Ok(page(&who.view, &group, standing, &fields).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<(Group, Standing, Space)> {
    let reading = app.read(who.actor, async move |work| {
        let grant = deeds::may_lead(work, id, Capability::ThreadSpace).await?;
        let group = groups::group(work, &grant, id).await?;
        Ok((group, groups::standing(work, id).await?, space_of(work, id, Side::Leading).await?))
    });
    reading.await
}

fn filled(space: &Space) -> Form {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let (from, until) = space.quiet.map(|quiet| (clock(quiet.from), clock(quiet.until))).unzip();
    let open = if space.is_open { "open" } else { "closed" };
    Form::of([
        ("space", open.to_owned()),
        ("reading", space.reading.word().to_owned()),
        ("slow", space.slow_minutes.to_string()),
        ("quiet-from", from.unwrap_or_default()),
        ("quiet-until", until.unwrap_or_default()),
    ])
}

fn typed(form: &Form) -> Result<Space> {
    let mut check = Check::new(form);
    let is_open = match form.value("space") {
        "open" => Some(true),
        "closed" => Some(false),
        _ => check.fault("space", "fault-choose"),
    };
    let (reading, slow) = (check.choice::<Reading>("reading"), check.number("slow", 0..=SLOW_MINUTES_MAX));
    let from = check.optional("quiet-from", |check| check.time("quiet-from"));
    let until = check.optional("quiet-until", |check| check.time("quiet-until"));
    if let (Some(from), Some(until)) = (from, until)
        && from.is_some() != until.is_some()
    {
        check.fault::<()>("quiet-until", "sharing-fault-quiet");
    }
    let minute = |time: Time| u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
    check.done(|| {
        let quiet = from?.zip(until?).map(|(from, until)| Quiet { from: minute(from), until: minute(until) });
        Some(Space { is_open: is_open?, reading: reading?, slow_minutes: slow?, quiet })
    })
}

/// Keeps what was chosen.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let space = typed(&form);
    let settling = app.write(who.actor, async move |work| {
        deeds::may_lead(work, id, Capability::ThreadSpace).await?;
        settle(work, id, space.as_ref().map_err(Error::clone)?).await
    });
    let (faults, status) = match settling.await {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/threads"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let (group, standing, _) = read(&app, &who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &group, standing, &fields).status(status).into_response())
}

fn page(view: &View, group: &Group, standing: Standing, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let doors = [("open", "sharing-space-open"), ("closed", "sharing-space-close")];
    let doors = doors.map(|(word, key)| Choice::new(word, words.say(key, None))).to_vec();
    let ways = Reading::ALL.iter().map(|way| Choice::new(way.word(), words.say(way.name_key(), None))).collect();
    let form = html! {
        (fields.radios("space", say!(words, "sharing-space"), doors))
        (fields.radios("reading", say!(words, "sharing-reading"), ways).hint(say!(words, "sharing-reading-hint")))
        (fields.number("slow", say!(words, "sharing-slow")).hint(say!(words, "sharing-slow-hint")))
        (fields.time("quiet-from", say!(words, "sharing-quiet-from")).hint(say!(words, "sharing-quiet-hint")))
        (fields.time("quiet-until", say!(words, "sharing-quiet-until")))
        (actions(Button::submit(say!(words, "sharing-settings-keep"))))
    };
    let action = format!("/care/groups/{}/threads/settings", group.id);
    let body = html! {
        section.stack { h2 { (say!(words, "sharing-title-settings")) } (fields.form(&action, form)) }
    };
    group_page(view, group, standing, "sharing-title-settings").body(body)
}
