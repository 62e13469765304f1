//! The open alerts as cards on a desk's Today, drawn by one function at first sight and in every later event.

use maud::{Markup, html};

use super::super::Stage;
use super::phrases;
use super::shown::{self, Shown};
use crate::access::Actor;
use crate::app::App;
use crate::web::parts::{Alert, Button, Weight, post};
use crate::web::{Region, View};
use crate::{Result, say};

/// The region of a desk's Today that holds the reader's open alerts, or the sentence that there are none.
pub async fn alerts_region(app: &App, actor: Actor, view: &View) -> Result<Region> {
    let open = app.read(actor, async |work| shown::open(work).await).await?;
    let region = |body| Region::new("alerts", body);
    Ok(match open.len() {
        0 => region(html! { p.soft { (say!(view.words, "safety-open-none")) } }),
        count => region(alert_cards(view, &open)).announcing(say!(view.words, "safety-announce", count = count)),
    })
}

/// The cards, in their order.
pub(super) fn alert_cards<'s>(view: &View, open: impl IntoIterator<Item = &'s Shown>) -> Markup {
    let mut open = open.into_iter().peekable();
    html! {
        @if open.peek().is_some() {
            div.alerts { @for shown in open { (card(view, shown)) } }
        }
    }
}

fn card(view: &View, shown: &Shown) -> Markup {
    let alert = &shown.alert;
    let href = format!("/care/risk/{}", alert.id);
    let name = phrases::called(view, &shown.names, alert.cause.person);
    let card = Alert {
        id: &format!("alert-{}", alert.id),
        weight: Weight::Risk,
        name: &name,
        href: &href,
        label: &phrases::label(view, &alert.cause.sign),
        why: phrases::why(view, &alert.cause.sign),
        source: phrases::source(view, shown),
        actions: html! {
            @if alert.state.stage == Stage::Waiting && shown.may.answer() { (take(view, shown)) }
            (Button::link(&href, say!(view.words, "safety-open")).outline())
        },
    };
    html! { (card) }
}

/// The one filled button of an alert that nobody has.
pub(super) fn take(view: &View, shown: &Shown) -> Markup {
    let action = format!("/care/risk/{}/take", shown.alert.id);
    post(&action, &[], &Button::submit(say!(view.words, "safety-take")))
}
