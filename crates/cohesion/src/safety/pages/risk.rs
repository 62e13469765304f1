//! All concerns that the reader answers for: the open ones with owner and deadline, then the last that were closed.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::cards::alert_cards;
use super::phrases;
use super::shown::{self, Damaged, Shown};
use crate::app::App;
use crate::groups::{self, Group};
use crate::identity::{AccountKind, Who};
use crate::web::parts::{Button, Icon, Row, actions, empty, rows};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

/// The list.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let reading = app.read(who.actor, async |work| {
        Ok((shown::open(work).await?, shown::closed(work).await?, groups::groups_led_by(work).await?))
    });
    let (open, closed, led) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        section.stack {
            h2 { (say!(words, "safety-open-heading")) }
            @if open.len() == 0 { (empty(say!(words, "safety-open-none"))) }
            (alert_cards(view, &open))
        }
        @if !led.is_empty() { (raise(view, &led)) }
        @if closed.len() > 0 {
            section.stack {
                h2 { (say!(words, "safety-closed-heading")) }
                (rows(closed.damaged.iter().map(|damaged| past_damaged(view, damaged)).chain(closed.shown.iter().map(|shown| past(view, shown)))))
            }
        }
    };
    let tools = html! { (Button::link("/care/duty", say!(words, "safety-title-duty")).quiet().small()) };
    Ok(Page::new(view, "safety-title-concerns").width(Width::Wide).tools(tools).body(body).into_response())
}

/// Where a leader tells of something they saw.
fn raise(view: &View, led: &[Group]) -> Markup {
    let words = view.words;
    html! {
        section.stack {
            h2 { (say!(words, "safety-raise-heading")) }
            p.soft { (say!(words, "safety-raise-lead")) }
            (actions(html! {
                @for group in led {
                    (Button::link(format!("/care/groups/{}/concern", group.id), &group.words.name).outline().small())
                }
            }))
        }
    }
}

fn past_damaged(view: &View, damaged: &Damaged) -> Row {
    let (words, id) = (view.words, damaged.remains.id.to_string());
    Row::plain(phrases::damaged(view, damaged))
        .small(html! { (say!(words, "safety-why-damaged")) " " (say!(words, "safety-damaged-id", id = id)) })
        .icon(Icon::Shield)
}

fn past(view: &View, shown: &Shown) -> Row {
    let words = view.words;
    let level = shown
        .alert
        .state
        .level
        .map_or_else(|| say!(words, "safety-closed-without-level"), |level| words.say(level.name_key(), None));
    let raised = say!(words, "safety-raised", at = view.moment(shown.alert.state.terms.raised_at));
    Row::link(format!("/care/risk/{}", shown.alert.id), phrases::called(view, &shown.names, shown.alert.cause.person))
        .small(html! { (level) ". " (raised) })
        .icon(Icon::Shield)
}
