//! One person in short: how to reach them, and their ways into the actor's groups.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Known, deeds, person};
use super::enquire::open_to_enquiries;
use super::tabs::{person_page, person_tabs};
use crate::access::Deed;
use crate::app::App;
use crate::id::PersonId;
use crate::identity::{Profile, Who};
use crate::web::parts::{Button, Icon, Row, actions, card, facts, rows};
use crate::web::{Path, View};
use crate::{Result, say};

/// The summary.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let (known, profile) = person(work, id).await?;
        let may_correct = !known.by_name_alone && deeds::correcting(work, id).await?.allows(Deed::ChangePerson);
        let open = open_to_enquiries(work).await?;
        Ok((known, profile, person_tabs(work, id).await?, may_correct, open))
    });
    let (known, profile, tabs, may_correct, open) = reading.await?;
    let words = who.view.words;
    let elsewhere = Button::link(format!("/care/people/new?person={id}"), say!(words, "enrolment-other-group"));
    let correct = Button::link(format!("/care/people/{id}/contacts"), say!(words, "enrolment-correct"));
    Ok(person_page(&who.view, "enrolment-title-person", &known.called, tabs)
        .tools(html! { @if !open.is_empty() { (elsewhere.outline().icon(Icon::Plus)) } })
        .body(html! {
            @if !known.ways.is_empty() {
                section.stack { h2 { (say!(words, "enrolment-ways")) } (ways(&who.view, &known)) }
            }
            section.stack {
                h2 { (say!(words, "enrolment-reach")) }
                (reach(&who.view, &profile))
                @if may_correct { (actions(correct.outline())) }
            }
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
