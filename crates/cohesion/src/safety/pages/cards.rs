//! The open alerts as cards on a desk's Today, drawn by one function at first sight and in every later event.

use maud::{Markup, html};

use super::super::Stage;
use super::phrases;
use super::shown::{self, Damaged, List, Shown};
use crate::access::Actor;
use crate::app::App;
use crate::web::parts::{Alert, Button, Weight, post};
use crate::web::{Region, View};
use crate::work::Work;
use crate::{Result, say};

/// What a desk's Today says of the reader's open alerts.
pub struct OpenAlerts(List);

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

/// The cards, in their order; before them those that cannot be opened, whose due nobody knows.
pub(super) fn alert_cards(view: &View, open: &List) -> Markup {
    html! {
        @if open.len() > 0 {
            div.alerts {
                @for damaged in &open.damaged { (damaged_card(view, damaged)) }
                @for shown in &open.shown { (card(view, shown)) }
            }
        }
    }
}

fn damaged_card(view: &View, damaged: &Damaged) -> Markup {
    let (words, id) = (view.words, damaged.remains.id);
    let person = damaged.remains.about.filter(|_| damaged.may_read_plan).map(|(person, _)| person);
    let plan = person.map(|person| format!("/care/people/{person}/safety-plan"));
    let card = Alert {
        id: &format!("alert-{id}"),
        weight: Weight::Risk,
        name: &phrases::damaged(view, damaged),
        href: plan.as_deref().unwrap_or("/care/risk"),
        label: &say!(words, "safety-label-damaged"),
        why: html! { (say!(words, "safety-why-damaged")) },
        source: html! {
            @if let Some((_, raised_at)) = damaged.remains.about {
                (say!(words, "safety-raised", at = view.moment(raised_at))) " "
            }
            (say!(words, "safety-damaged-id", id = id.to_string()))
        },
        actions: html! {
            @if let Some(plan) = &plan { (Button::link(plan, say!(words, "safety-plan-open")).outline()) }
        },
    };
    html! { (card) }
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
