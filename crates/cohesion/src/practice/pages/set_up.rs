//! What is still to set up, and how the site is.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::steps::{Before, Look, Step, StepState, steps};
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{self, Button, Item, Tone, callout, checklist, facts};
use crate::web::{Page, View, Width};
use crate::{Result, say};

/// The first page of whoever looks after the site.
pub(super) async fn show(State(app): State<App>, who: Who, looks: &'static [Look]) -> Result<Response> {
    let config = app.config().clone();
    let steps = app.read(who.actor, async move |work| steps(work, &config, looks).await).await?;
    Ok(page(&who.view, &steps).into_response())
}

fn page(view: &View, steps: &[Step]) -> Page {
    let words = view.words;
    let done = steps.iter().filter(|step| step.state == StepState::Done).count();
    let stopped = steps.iter().any(|step| step.state == StepState::Stop);
    Page::new(view, "practice-title-set-up")
        .width(Width::Mid)
        .lead(say!(words, "practice-set-up-lead", done = done, all = steps.len()))
        .tabs(tabs(view))
        .body(html! {
            @if stopped {
                (callout(Tone::Note, html! {
                    p { strong { (say!(words, "practice-set-up-stop")) } " " (say!(words, "practice-set-up-stop-why")) }
                }))
            }
            (section(view, "practice-set-up-member", Before::Member, steps))
            (section(view, "practice-set-up-session", Before::Session, steps))
            section.stack.stack--tight {
                h2 { (say!(words, "practice-site-heading")) }
                (parts::card(facts([
                    (say!(words, "practice-site-version"), env!("CARGO_PKG_VERSION").into()),
                    (say!(words, "practice-site-sees"), say!(words, "practice-site-sees-nothing")),
                ])))
            }
        })
}

/// The pages that are about the site as a whole; a later subject has one of them.
pub(crate) fn tabs(view: &View) -> Markup {
    let words = view.words;
    let (set_up, settings) = (say!(words, "practice-title-set-up"), say!(words, "practice-title-settings"));
    let door = say!(words, "practice-tab-door");
    let pages = [("/admin", set_up.as_ref()), ("/admin/settings", &settings), ("/admin/door", &door)];
    parts::tabs(view, &say!(words, "practice-tabs"), &pages)
}

fn section(view: &View, heading: &'static str, before: Before, steps: &[Step]) -> Markup {
    let items: Vec<Item> = steps.iter().filter(|step| step.before == before).map(|step| item(view, step)).collect();
    html! {
        @if !items.is_empty() {
            section.stack.stack--tight { h2 { (view.words.say(heading, None)) } (checklist(&items)) }
        }
    }
}

fn item(view: &View, step: &Step) -> Item {
    let words = view.words;
    let button = |href| match step.state {
        StepState::Done => Button::link(href, say!(words, "practice-step-change")).quiet().small(),
        StepState::Open => Button::link(href, say!(words, "practice-step-do")).outline(),
        StepState::Stop => Button::link(href, say!(words, "practice-step-do")),
    };
    Item {
        state: match step.state {
            StepState::Done => parts::State::Done,
            StepState::Open => parts::State::Open,
            StepState::Stop => parts::State::Stop,
        },
        name: html! { (words.say(step.name, None)) },
        text: html! { (words.say(step.text, None)) },
        action: step.href.map(|href| html! { (button(href)) }),
    }
}
