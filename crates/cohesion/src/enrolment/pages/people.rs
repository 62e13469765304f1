//! Everyone the actor works with.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Known, people};
use super::enquire::open_to_enquiries;
use crate::app::App;
use crate::identity::{AccountKind, Who};
use crate::web::parts::{Button, Icon, Row, empty, rows};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

/// The list, by name.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let reading = app.read(who.actor, async |work| Ok((people(work).await?, open_to_enquiries(work).await?)));
    let (known, open) = reading.await?;
    let words = who.view.words;
    let body = match known.as_slice() {
        [] => empty(say!(words, "enrolment-nobody")),
        known => rows(known.iter().map(|known| row(&who.view, known))),
    };
    let enquire = Button::link("/care/people/new", say!(words, "enrolment-enquire")).icon(Icon::Plus);
    Ok(Page::new(&who.view, "enrolment-title-people")
        .width(Width::Mid)
        .tools(html! { @if !open.is_empty() { (enquire) } })
        .body(body)
        .into_response())
}

fn row(view: &View, known: &Known) -> Row {
    let ways = known.ways.iter().map(|(group, enrolment)| {
        say!(
            view.words,
            "enrolment-in-group",
            group = &group.words.name,
            stage = view.words.say(enrolment.stage.name_key(), None)
        )
    });
    Row::link(format!("/care/people/{}", known.person), &known.called)
        .avatar(&known.called)
        .small(ways.collect::<Vec<_>>().join(" · "))
}
