//! All concerns that the reader answers for: the open ones with owner and deadline, then the last that were closed.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::cards::alert_cards;
use super::phrases;
use super::shown::{self, Damaged, List, Shown};
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
            @if open.len() == 0 { (empty(say!(words, "safety-open-none"))) }
            (alert_cards(view, &open))
        }
        @if !led.is_empty() { (raise(view, &led)) }
        (past(view, &closed))
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

/// The concerns that were closed, each in a line.
pub(super) fn past(view: &View, closed: &List) -> Markup {
    let damaged = closed.damaged.iter().map(|damaged| damaged_row(view, damaged));
    let lines = damaged.chain(closed.shown.iter().map(|shown| row(view, shown)));
    html! {
        @if closed.len() > 0 {
            section.stack {
                h2 { (say!(view.words, "safety-closed-heading")) }
                (rows(lines))
            }
        }
    }
}

fn damaged_row(view: &View, damaged: &Damaged) -> Row {
    let (words, id) = (view.words, damaged.remains.id.to_string());
    Row::plain(phrases::damaged(view, damaged))
        .small(html! { (say!(words, "safety-why-damaged")) " " (say!(words, "safety-damaged-id", id = id)) })
        .icon(Icon::Shield)
}

fn row(view: &View, shown: &Shown) -> Row {
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
