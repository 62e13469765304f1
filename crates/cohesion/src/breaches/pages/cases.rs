//! The cases that somebody may read, what waits, and the form that opens one without a report.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{CaseId, Listed, Waiting, WaitingFor, listed, open, proposed_laws, waiting};
use super::{Leads, by_when, facts, late_tag, leads, placed, shown, waiting_row};
use crate::access::{Deed, Tie};
use crate::app::App;
use crate::groups;
use crate::id::GroupId;
use crate::identity::{AccountKind, Who};
use crate::practice;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, Tone, actions, empty, rows, seen, tag};
use crate::web::{Check, Fields, Form, Page, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// The word that stands for the whole practice among the groups.
const PRACTICE: &str = "practice";

struct Shown {
    waiting: Vec<Waiting>,
    cases: Vec<Listed>,
    may_open: bool,
    leads: Leads,
}

/// The list.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    of_staff(&who)?;
    let reading = app.read(who.actor, async |work| {
        let may_open = !openable(work).await?.is_empty();
        Ok(Shown { waiting: waiting(work).await?, cases: listed(work).await?, may_open, leads: leads(work).await? })
    });
    let shown = reading.await?;
    let view = &placed(&who.view, shown.leads);
    let words = view.words;
    let new = Button::link("/breaches/cases/new", say!(words, "breaches-title-new")).icon(Icon::Plus).outline();
    let reports = shown.waiting.iter().filter(|one| matches!(one.what, WaitingFor::Report(_)));
    let reports: Vec<Row> = reports.map(|one| waiting_row(view, one)).collect();
    let body = html! {
        @if !reports.is_empty() { section.stack { h2 { (say!(words, "breaches-reports-wait")) } (rows(reports)) } }
        section.stack {
            h2 { (say!(words, "breaches-cases")) }
            @if shown.cases.is_empty() { (empty(say!(words, "breaches-cases-none"))) } @else { (all(view, &shown.cases)) }
        }
    };
    Ok(Page::new(view, "breaches-title-cases")
        .width(Width::Mid)
        .lead(say!(words, "breaches-cases-lead"))
        .tools(html! { @if shown.may_open { (actions(new)) } })
        .body(body)
        .into_response())
}

fn of_staff(who: &Who) -> Result<()> {
    if who.kind == AccountKind::Staff { Ok(()) } else { Err(Error::NotFound) }
}

fn all(view: &View, cases: &[Listed]) -> Markup {
    let words = view.words;
    rows(cases.iter().map(|case| {
        let row = Row::link(format!("/breaches/cases/{}", case.id), shown::about(view, &case.led_by, case.opened_at));
        match (case.closed_at, case.due_at) {
            (Some(at), _) => row.small(say!(words, "breaches-closed-at", moment = view.moment(at))).end(tag(
                Tone::Well,
                None,
                say!(words, "breaches-is-closed"),
            )),
            (None, Some(due)) => row.small(by_when(view, due)).end(late_tag(view, due)),
            (None, None) => row.small(say!(words, "breaches-no-clock")),
        }
    }))
}

/// What the actor may open a case about: the groups they lead, by name, and the whole practice for whoever runs the site.
async fn openable(work: &mut Work<'_>) -> Result<Vec<(Option<GroupId>, String)>> {
    let mut all = Vec::new();
    for group in groups::groups_led_by(work).await? {
        if groups::leading(work, group.id).await?.allows(Deed::HandleBreach) {
            all.push((Some(group.id), group.words.name));
        }
    }
    if practice::roles(work).await?.has(Tie::Administrator) {
        all.push((None, String::new()));
    }
    Ok(all)
}

/// The form.
pub(super) async fn ask(State(app): State<App>, who: Who) -> Result<Response> {
    let (all, leads, form) = read(&app, &who).await?;
    Ok(page(&who.view, &all, leads, &Fields::filled(&who.view, form)).into_response())
}

async fn read(app: &App, who: &Who) -> Result<(Vec<(Option<GroupId>, String)>, Leads, Form)> {
    of_staff(who)?;
    let view = who.view.clone();
    let reading = app.read(who.actor, async move |work| {
        let all = openable(work).await?;
        let (first, _) = all.first().ok_or(Error::NotFound)?;
        let laws = proposed_laws(work, *first).await?;
        Ok((leads(work).await?, facts::proposed(&view, work.now(), &laws), all))
    });
    reading.await.map(|(leads, form, all)| (all, leads, form))
}

/// Opens it.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let (all, leads, _) = read(&app, &who).await?;
    let mut check = Check::new(&form);
    let group = match form.value("group") {
        PRACTICE => Some(None),
        _ => check.choice::<GroupId>("group").map(Some),
    };
    let group = check.done(|| group);
    let typed = facts::typed(&who.view, &form);
    let opening = app.write(who.actor, async move |work| -> Result<CaseId> {
        let group = *group.as_ref().map_err(Error::clone)?;
        open(work, group, typed.as_ref().map_err(Error::clone)?).await
    });
    match opening.await {
        Ok(case) => Ok(go(&format!("/breaches/cases/{case}"))),
        Err(error) => mend(error, |faults| page(&who.view, &all, leads, &Fields::again(&who.view, form, faults))),
    }
}

fn page(view: &View, all: &[(Option<GroupId>, String)], leads: Leads, fields: &Fields<'_>) -> Page {
    let view = &placed(view, leads);
    let words = view.words;
    let choice = |(id, name): &(Option<GroupId>, String)| match id {
        Some(id) => Choice::new(id.to_string(), name),
        None => Choice::new(PRACTICE, say!(words, "breaches-whole-practice")),
    };
    let form = html! {
        (fields.radios("group", say!(words, "breaches-about"), all.iter().map(choice).collect()))
        (facts::fields_of(view, fields))
        (actions(Button::submit(say!(words, "breaches-open-do"))))
    };
    Page::new(view, "breaches-title-new")
        .width(Width::Mid)
        .back("/breaches/cases", say!(words, "breaches-title-cases"))
        .lead(say!(words, "breaches-new-lead"))
        .body(html! {
            (seen(say!(words, "breaches-case-seen")))
            (fields.form("/breaches/cases", form))
        })
}
