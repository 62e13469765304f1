//! What waits to be looked after in a group's threads, what is due first at the top, and stepping back from it for a while.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Matter, Tier, away_until, deeds, matters, step_back};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, group_page, on_the_clock_of};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::STEP_BACK_DAYS_MAX;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, missing, post, rows, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Legible, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    matters: Legible<Matter>,
    away_until: Option<Timestamp>,
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let matters = matters(work, id).await?;
        let grant = groups::may_see(work, id).await?;
        let (group, standing) = (groups::group(work, &grant, id).await?, groups::standing(work, id).await?);
        Ok(Shown { group, standing, matters, away_until: away_until(work, id).await? })
    });
    reading.await
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// Steps back, or comes back.
pub(super) async fn step_aside(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let days = check.number("days", 0..=STEP_BACK_DAYS_MAX);
    let days = check.done(|| days);
    let stepping = app.write(who.actor, async move |work| {
        deeds::may_moderate(work, id, Capability::ModerationTeam).await?;
        step_back(work, id, *days.as_ref().map_err(Error::clone)?).await
    });
    let (faults, status) = match stepping.await {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/moderation"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let zoned = &on_the_clock_of(view, &shown.group);
    let has_team = shown.group.charter.allow(Capability::ModerationTeam).is_ok();
    let body = html! {
        section.stack {
            h2 { (say!(words, "sharing-title-queue")) }
            p { (say!(words, "sharing-queue-lead")) }
            (missing(view, shown.matters.damaged))
            @if shown.matters.readable.is_empty() { (empty(say!(words, "sharing-queue-empty"))) }
            @else { (rows(shown.matters.readable.iter().map(|matter| row(zoned, matter)))) }
        }
        @if has_team && shown.standing.allows(Deed::Moderate) { (stepping(zoned, shown, fields)) }
    };
    group_page(view, &shown.group, shown.standing, "sharing-title-queue").body(body)
}

fn row(view: &View, matter: &Matter) -> Row {
    let words = view.words;
    let by = matter.said.as_ref().map_or_else(|| say!(words, "sharing-by-somebody"), |(by, ..)| by.clone().into());
    let small = html! { (words.say(matter.cause.name_key(), None)) ". " (due(view, matter)) };
    let row = Row::link(format!("/care/matters/{}", matter.id), by).icon(Icon::Letter).small(small);
    row.end(html! {
        span.cluster {
            (tier(view, matter.tier))
            (tag(Tone::Plain, None, words.say(matter.stage.name_key(), None)))
        }
    })
}

/// How soon somebody has to look.
pub(super) fn tier(view: &View, tier: Tier) -> Markup {
    let tone = match tier {
        Tier::High => Tone::Help,
        Tier::Medium => Tone::Note,
        Tier::Low => Tone::Plain,
    };
    tag(tone, None, view.words.say(tier.name_key(), None))
}

/// By when, and whether that has passed.
pub(super) fn due(view: &View, matter: &Matter) -> Markup {
    let words = view.words;
    html! {
        @match matter.passed_on_at {
            Some(at) => (say!(words, "sharing-passed-on", at = view.moment(at))),
            None => (say!(words, "sharing-due", at = view.moment(matter.due_at))),
        }
    }
}

fn stepping(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let action = format!("/care/groups/{}/moderation/step-back", shown.group.id);
    let form = html! {
        (fields.number("days", say!(words, "sharing-step-back-days")).hint(say!(words, "sharing-step-back-hint")))
        (actions(Button::submit(say!(words, "sharing-step-back")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "sharing-step-back-heading")) }
            @match shown.away_until {
                Some(until) => {
                    (fields.summary())
                    (callout(Tone::Plain, html! { p { (say!(words, "sharing-away-until", at = view.moment(until))) } }))
                    (post(&action, &[("days", "0")], &Button::submit(say!(words, "sharing-come-back")).outline()))
                },
                None => {
                    p { (say!(words, "sharing-step-back-what")) }
                    (fields.form(&action, form))
                },
            }
        }
    }
}
