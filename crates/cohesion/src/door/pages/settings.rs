//! Whether the front door is open, as whoever runs the site says it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Door, deeds, door, open_door};
use crate::app::App;
use crate::identity::Who;
use crate::practice;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::{Check, Fields, Form, Page, View, go};
use crate::{Result, say};

/// How it stands.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| {
        deeds::may_open(work).await?;
        door(work).await
    });
    let form = Form::of([("door", reading.await?.word())]);
    Ok(page(&who.view, &Fields::filled(&who.view, form)).into_response())
}

/// Opens or closes it.
pub(super) async fn change(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let wanted = check.choice::<Door>("door");
    let read = check.done(|| wanted);
    let opening = app.write(who.actor, async move |work| {
        deeds::may_open(work).await?;
        open_door(work, *read.as_ref().map_err(crate::Error::clone)?).await
    });
    match opening.await {
        Ok(()) => Ok(go("/admin/door")),
        Err(error) => mend(error, |faults| page(&who.view, &Fields::again(&who.view, form, faults))),
    }
}

fn page(view: &View, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let choice = |door: Door| {
        let (name, about) = door.word_keys();
        Choice::new(door.word(), words.say(name, None)).small(words.say(about, None))
    };
    let form = html! {
        (fields.radios("door", say!(words, "door-settings"), Door::ALL.map(choice).to_vec()))
        (actions(Button::submit(say!(words, "practice-save"))))
    };
    Page::new(view, "door-title-settings").tabs(practice::tabs(view)).lead(say!(words, "door-settings-lead")).body(
        html! {
            (fields.form("/admin/door", &form))
            (callout(Tone::Plain, html! { p { (say!(words, "door-settings-groups")) } }))
            p { a href="/welcome" { (say!(words, "door-settings-look")) } }
        },
    )
}
