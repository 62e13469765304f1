//! All concerns that the reader answers for: the open ones with owner and deadline, then the last that were closed.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::cards::alert_cards;
use super::phrases;
use super::shown::{self, Shown};
use crate::access::Deed;
use crate::app::App;
use crate::groups::{self, Group};
use crate::identity::{AccountKind, Who};
use crate::practice;
use crate::web::parts::{Button, Icon, Row, actions, empty, rows};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

/// The list.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let reading = app.read(who.actor, async |work| {
        let led = groups::groups_led_by(work).await?;
        // Whoever leads a group sees its duty; the practice's own is for clinicians and whoever looks after the site.
        let sees_duty = !led.is_empty() || practice::roles(work).await?.allows(Deed::SeeDuty);
        Ok((shown::open(work).await?, shown::closed(work).await?, led, sees_duty))
    });
    let (open, closed, led, sees_duty) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        section.stack {
            h2 { (say!(words, "safety-open-heading")) }
            @if open.is_empty() { (empty(say!(words, "safety-open-none"))) }
            (alert_cards(view, &open))
        }
        @if !led.is_empty() { (raise(view, &led)) }
        @if !closed.is_empty() {
            section.stack {
                h2 { (say!(words, "safety-closed-heading")) }
                (rows(closed.iter().map(|shown| past(view, shown))))
            }
        }
    };
    let duty = Button::link("/care/duty", say!(words, "safety-title-duty")).quiet().small();
    let tools = html! { @if sees_duty { (duty) } };
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

/// A concern that was closed, in a line.
pub(super) fn past(view: &View, shown: &Shown) -> Row {
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
