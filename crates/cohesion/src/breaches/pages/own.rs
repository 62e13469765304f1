//! One's own reports, and the form for another one.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Audience, OwnGroup, OwnReport, Report, ReportId, Standing, own_groups, own_reports, report as send_report,
};
use crate::app::App;
use crate::id::{self, GroupId};
use crate::identity::{AccountKind, Who};
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Tone, actions, empty, missing, own, seen, tag};
use crate::web::{Check, Fields, Form, Page, View, Width, go};
use crate::{Error, Legible, Result, say};

struct Shown {
    groups: Vec<OwnGroup>,
    reports: Legible<OwnReport>,
    kind: AccountKind,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let shown = read(&app, &who).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who) -> Result<Shown> {
    let kind = who.kind;
    let reading = app.read(who.actor, async move |work| {
        Ok(Shown { groups: own_groups(work).await?, reports: own_reports(work).await?, kind })
    });
    reading.await
}

/// Sends a report.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let shown = read(&app, &who).await?;
    if shown.groups.is_empty() {
        return Err(Error::NotFound);
    }
    let done = match typed(&form) {
        Ok((id, report)) => app.write(who.actor, async move |work| send_report(work, id, &report).await).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go("/breaches")),
        Err(error) => mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults))),
    }
}

fn typed(form: &Form) -> Result<(ReportId, Report)> {
    let id = id::from_text(form.value("once")).map_or_else(id::random, Ok)?;
    let mut check = Check::new(form);
    let (group, audience) = (check.choice::<GroupId>("group"), check.choice::<Audience>("audience"));
    let words = check.area("words", 1..=TEXT_CHARS_MAX);
    check.done(|| Some((ReportId(id), Report { group: group?, audience: audience?, words: words? })))
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let cases = Button::link("/breaches/cases", say!(words, "breaches-title-cases")).outline();
    let body = html! {
        @if shown.groups.is_empty() { (empty(say!(words, "breaches-no-group"))) } @else { (form(view, shown, fields)) }
        section.stack {
            h2 { (say!(words, "breaches-own")) }
            (missing(view, shown.reports.damaged))
            @if shown.reports.readable.is_empty() { (empty(say!(words, "breaches-own-none"))) }
            @for report in &shown.reports.readable { (one(view, report)) }
        }
    };
    let page = Page::new(view, "breaches-title").width(Width::Mid).lead(say!(words, "breaches-lead")).body(body);
    if shown.kind == AccountKind::Staff { page.tools(actions(cases)) } else { page }
}

fn form(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let name = |group: &OwnGroup| match (&group.name, group.left_at) {
        (Some(name), _) => name.clone(),
        (None, Some(at)) => say!(words, "breaches-group-left", day = view.day(at)).into_owned(),
        (None, None) => say!(words, "breaches-group-unnamed").into_owned(),
    };
    let groups = shown.groups.iter().map(|group| Choice::new(group.id.to_string(), name(group))).collect();
    let audiences = Audience::ALL.iter().map(|audience| {
        let about = match audience {
            Audience::Leaders => say!(words, "breaches-audience-leaders-about"),
            Audience::Office => say!(words, "breaches-audience-office-about"),
        };
        Choice::new(audience.word(), words.say(audience.name_key(), None)).small(about)
    });
    html! {
        section.stack {
            (seen(say!(words, "breaches-seen")))
            p { (say!(words, "breaches-danger")) " " a href="/help" { (say!(words, "breaches-danger-help")) } }
            (fields.form("/breaches", html! {
                (fields.radios("group", say!(words, "breaches-group"), groups))
                (fields.radios("audience", say!(words, "breaches-audience"), audiences.collect()))
                (fields.area("words", say!(words, "breaches-words")).hint(say!(words, "breaches-words-hint")).voice())
                (actions(Button::submit(say!(words, "breaches-send"))))
            }))
        }
    }
}

fn one(view: &View, report: &OwnReport) -> Markup {
    let words = view.words;
    let (tone, state, said) = match report.standing {
        Standing::Received => (Tone::Note, "breaches-state-received", say!(words, "breaches-received")),
        Standing::LookedInto(at) => {
            (Tone::Brand, "breaches-state-looked-into", say!(words, "breaches-looked-into", moment = view.moment(at)))
        }
        Standing::Settled(at) => {
            (Tone::Well, "breaches-state-settled", say!(words, "breaches-settled", moment = view.moment(at)))
        }
    };
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "breaches-sent", moment = view.moment(report.at))) }
                (tag(tone, None, words.say(state, None)))
            }
            p { (said) }
            (own(&report.words))
            p.soft { (words.say(report.audience.name_key(), None)) }
        }
    }
}
