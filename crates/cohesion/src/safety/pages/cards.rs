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

/// Reads it, together with whatever else the page says.
pub async fn shown_alerts(work: &mut Work<'_>) -> Result<OpenAlerts> {
    shown::open(work).await.map(OpenAlerts)
}

impl OpenAlerts {
    /// The region of the page that holds them; empty where there are none.
    pub fn region(&self, view: &View) -> Region {
        let region = Region::new("alerts", alert_cards(view, &self.0));
        match self.0.len() {
            0 => region,
            count => region.announcing(say!(view.words, "safety-announce", count = count)),
        }
    }
}

/// The region by itself, for a page that is open already.
pub async fn alerts_region(app: &App, actor: Actor, view: &View) -> Result<Region> {
    let open = app.read(actor, async |work| shown_alerts(work).await).await?;
    Ok(open.region(view))
}

/// The cards, what is due first.
pub(super) fn alert_cards(view: &View, open: &[Shown]) -> Markup {
    html! {
        @if !open.is_empty() {
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
            @if alert.state.stage == Stage::Waiting { (take(view, shown)) }
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
