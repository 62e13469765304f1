//! Changing what is said of a group, and how many seats it has.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Changes, Group, change, group, may_run, standing};
use super::founding::{word_fields, words as read_words};
use super::group_page;
use crate::access::Standing;
use crate::app::App;
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::GROUP_MEMBERS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, actions};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Result, say};

/// The form, filled with what there is.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read_group(&app, &who, id).await?;
    let group = &shown.0;
    let (capacity, version) = (group.capacity.to_string(), group.version.to_string());
    let said = &group.words;
    let form = Form::of([
        ("name", said.name.as_str()),
        ("focus", &said.focus),
        ("approach", &said.approach),
        ("place", &said.place),
        ("capacity", &capacity),
        ("version", &version),
    ]);
    Ok(page(&who.view, &shown, &Fields::filled(&who.view, form), &version).into_response())
}

/// The change is kept.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let done = match read(&form) {
        Ok(changes) => app.write(who.actor, async move |work| change(work, id, &changes).await).await,
        Err(faults) => Err(faults),
    };
    let Err(error) = done else { return Ok(go(&format!("/care/groups/{id}"))) };
    let shown = read_group(&app, &who, id).await?;
    let version = form.value("version").to_owned();
    mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults), &version))
}

async fn read_group(app: &App, who: &Who, id: GroupId) -> Result<(Group, Standing)> {
    let reading = app.read(who.actor, async move |work| {
        let grant = may_run(work, id).await?;
        Ok((group(work, &grant, id).await?, standing(work, id).await?))
    });
    reading.await
}

fn read(form: &Form) -> Result<Changes> {
    let mut check = Check::new(form);
    let version = check.number("version", 1..=u32::MAX);
    let capacity = check.number("capacity", 2..=GROUP_MEMBERS_MAX);
    let words = read_words(&mut check);
    check.done(|| Some(Changes { version: version?, capacity: capacity?, words: words? }))
}

fn page(view: &View, (group, standing): &(Group, Standing), fields: &Fields<'_>, version: &str) -> Page {
    let form = html! {
        (word_fields(view, fields))
        (fields.hidden("version", version))
        (actions(html! {
            (Button::submit(say!(view.words, "groups-save")))
            (Button::link(format!("/care/groups/{}", group.id), say!(view.words, "groups-cancel")).quiet())
        }))
    };
    group_page(view, group, *standing, "groups-title-words")
        .width(Width::Read)
        .body(fields.form(&format!("/care/groups/{}/words", group.id), &form))
}
