//! The open alerts as cards on a desk's Today, drawn by one function at first sight and in every later event.

use maud::{Markup, html};

use super::super::Stage;
use super::phrases;
use super::shown::{self, Shown};
use crate::access::Actor;
use crate::app::App;
use crate::web::parts::{Alert, Button, Weight, post};
use crate::web::{Region, View};
use crate::work::Work;
use crate::{Result, say};

/// What a desk's Today says of the reader's open alerts.
pub struct OpenAlerts(Vec<Shown>);

/// Reads it, in one look together with whatever else the page says.
pub async fn open_alerts_shown(work: &mut Work<'_>) -> Result<OpenAlerts> {
    shown::open(work).await.map(OpenAlerts)
}

impl OpenAlerts {
    /// The region of the page that holds them, or the sentence that there are none.
    pub fn region(&self, view: &View) -> Region {
        let region = |body| Region::new("alerts", body);
        match self.0.len() {
            0 => region(html! { p.soft { (say!(view.words, "safety-open-none")) } }),
            count => region(alert_cards(view, &self.0)).announcing(say!(view.words, "safety-announce", count = count)),
        }
    }
}

/// The region by itself, for a page that is open already.
pub async fn alerts_region(app: &App, actor: Actor, view: &View) -> Result<Region> {
    Ok(app.read(actor, async |work| open_alerts_shown(work).await).await?.region(view))
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
