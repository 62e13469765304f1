//! A report, for those who handle it: what it says, and the case that is opened for it or that it is given to.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{CaseId, Law, Listed, ReadReport, ReportId, join, open_from, proposed_laws, read_report, see};
use super::{Leads, facts, leads, placed, shown, to_mend};
use crate::access::Deed;
use crate::app::App;
use crate::breaches::deeds;
use crate::identity::Who;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout, own, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

struct Shown {
    report: ReadReport,
    laws: Vec<Law>,
    /// Open cases about the same group, which the same people read.
    cases: Vec<Listed>,
    may_handle: bool,
    leads: Leads,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<ReportId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let form = facts::proposed(&who.view, shown.report.at, &shown.laws);
    Ok(page(&who.view, &shown, &Fields::filled(&who.view, form)).into_response())
}

async fn read(app: &App, who: &Who, id: ReportId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let report = read_report(work, id).await?;
        let group = Some(report.group);
        let may_handle = deeds::standing(work, group, report.audience).await?.allows(Deed::HandleBreach);
        let cases = see::open_beside(work, &report).await?;
        Ok(Shown { laws: proposed_laws(work, group).await?, cases, may_handle, leads: leads(work).await?, report })
    });
    reading.await
}

/// Opens a case for it.
pub(super) async fn open_case(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ReportId>,
    form: Form,
) -> Result<Response> {
    let typed = facts::typed(&who.view, &form);
    let opening = app.write(who.actor, async move |work| {
        let row = super::super::store::find_report(work, id).await?;
        deeds::may_open_from(work, &row).await?;
        open_from(work, id, typed.as_ref().map_err(Error::clone)?).await
    });
    match opening.await {
        Ok(case) => Ok(go(&format!("/breaches/cases/{case}"))),
        Err(error) => again(&app, &who, id, form, error).await,
    }
}

/// Gives it to a case that is open.
pub(super) async fn join_case(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ReportId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let case = check.choice::<CaseId>("case");
    let typed = check.done(|| case);
    let joining = app.write(who.actor, async move |work| {
        let row = super::super::store::find_report(work, id).await?;
        deeds::may_open_from(work, &row).await?;
        let case = *typed.as_ref().map_err(Error::clone)?;
        join(work, id, case).await.map(|()| case)
    });
    match joining.await {
        Ok(case) => Ok(go(&format!("/breaches/cases/{case}"))),
        Err(error) => again(&app, &who, id, form, error).await,
    }
}

async fn again(app: &App, who: &Who, id: ReportId, form: Form, error: Error) -> Result<Response> {
    let (faults, status) = to_mend(error)?;
    let shown = read(app, who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let view = &placed(view, shown.leads);
    let (words, report) = (view.words, &shown.report);
    let forms = html! {
        @match report.case {
            Some(case) => (callout(Tone::Well, html! {
                p { (say!(words, "breaches-report-taken")) " " a href={ "/breaches/cases/" (case) } { (say!(words, "breaches-title-case")) } }
            })),
            None => @if shown.may_handle { (open_or_join(view, shown, fields)) },
        }
    };
    Page::new(view, "breaches-title-report")
        .width(Width::Mid)
        .back("/breaches/cases", say!(words, "breaches-title-cases"))
        .lead(say!(words, "breaches-sent", moment = view.moment(report.at)))
        .body(html! {
            (fields.summary())
            (seen(shown::who_reads(view, report.audience)))
            p.soft { (shown::from(view, report)) }
            (own(&report.words))
            (forms)
        })
}

fn open_or_join(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, id) = (view.words, shown.report.id);
    let cases = shown.cases.iter().map(|case| {
        Choice::new(case.id.to_string(), say!(words, "breaches-opened", moment = view.moment(case.opened_at)))
    });
    html! {
        @if !shown.cases.is_empty() {
            section.card.stack {
                h2 { (say!(words, "breaches-join")) }
                form.stack method="post" action={ "/breaches/reports/" (id) "/join" } novalidate {
                    (fields.radios("case", say!(words, "breaches-join-which"), cases.collect()))
                    (actions(Button::submit(say!(words, "breaches-join-do")).outline()))
                }
            }
        }
        section.card.stack {
            h2 { (say!(words, "breaches-open")) }
            form.stack method="post" action={ "/breaches/reports/" (id) } novalidate {
                (facts::fields_of(view, fields))
                (actions(Button::submit(say!(words, "breaches-open-do"))))
            }
        }
    }
}
