//! One person in short: how to reach them, and their ways into the actor's groups.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Known, person};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::{Profile, Who};
use crate::web::parts::{self, Button, Icon, Row, card, facts, rows};
use crate::web::{Page, View, Width};
use crate::{Result, say};

/// The tabs of one person's pages, which several subjects fill: a subject that adds a page adds a line.
fn person_tabs(view: &View, person: PersonId) -> Markup {
    let words = view.words;
    let base = format!("/care/people/{person}");
    let tabs = [
        (base.clone(), say!(words, "enrolment-tab-summary")),
        (format!("{base}/progress"), say!(words, "enrolment-tab-progress")),
    ];
    let tabs: Vec<(&str, &str)> = tabs.iter().map(|(href, text)| (href.as_str(), text.as_ref())).collect();
    parts::tabs(view, &say!(words, "enrolment-tabs"), &tabs)
}

/// The summary.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<PersonId>) -> Result<Response> {
    let (known, profile) = app.read(who.actor, async move |work| person(work, id).await).await?;
    let words = who.view.words;
    let elsewhere = Button::link(format!("/care/people/new?person={id}"), say!(words, "enrolment-other-group"));
    Ok(Page::new(&who.view, "enrolment-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(words, "place-people"))
        .crumb(format!("/care/people/{id}"), known.called.clone())
        .heading(&known.called)
        .tools(html! { (elsewhere.outline().icon(Icon::Plus)) })
        .tabs(person_tabs(&who.view, id))
        .body(html! {
            section.stack { h2 { (say!(words, "enrolment-ways")) } (ways(&who.view, &known)) }
            section.stack { h2 { (say!(words, "enrolment-reach")) } (reach(&who.view, &profile)) }
        })
        .into_response())
}

fn ways(view: &View, known: &Known) -> Markup {
    rows(known.ways.iter().map(|(group, enrolment)| {
        let stage = view.words.say(enrolment.stage.name_key(), None);
        let since = view.moment(enrolment.since);
        Row::link(format!("/care/enrolments/{}", enrolment.id), &group.words.name).icon(Icon::Seat).small(say!(
            view.words,
            "enrolment-stage-since",
            stage = stage,
            since = since
        ))
    }))
}

fn reach(view: &View, profile: &Profile) -> Markup {
    let words = view.words;
    let unknown = || say!(words, "enrolment-not-known").into_owned();
    let or_unknown = |text: &str| if text.is_empty() { unknown() } else { text.to_owned() };
    card(facts([
        (say!(words, "enrolment-legal"), or_unknown(&profile.legal)),
        (say!(words, "enrolment-email"), or_unknown(&profile.email)),
        (say!(words, "enrolment-phone"), or_unknown(profile.phone.as_deref().unwrap_or_default())),
    ]))
}
