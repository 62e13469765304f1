//! The words in which people are told: a draft that says what happened, what was done and what they can do, and nothing else.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Case, CaseId, Entry, add, case, deeds, store};
use super::{Leads, leads, placed};
use crate::app::App;
use crate::identity::Who;
use crate::limits::LETTER_PART_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The letter as it was kept, or a first draft.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<CaseId>) -> Result<Response> {
    let (case, leads) = read(&app, &who, id).await?;
    let letter = case.dossier.letter.clone().unwrap_or_else(|| draft(&who.view, &case));
    let fields = Fields::filled(&who.view, Form::of([("letter", letter)]));
    Ok(page(&who.view, leads, id, &fields).into_response())
}

async fn read(app: &App, who: &Who, id: CaseId) -> Result<(Case, Leads)> {
    let reading = app.read(who.actor, async move |work| {
        let row = store::find_case(work, id).await?;
        deeds::may_handle(work, &row).await?;
        Ok((case(work, id).await?, leads(work).await?))
    });
    reading.await
}

/// A draft in plain words. It names no group, no member and nothing that anybody suffers from.
fn draft(view: &View, case: &Case) -> String {
    let words = view.words;
    let discovered = case.dossier.facts.as_ref().map_or(case.opened_at, |facts| facts.discovered);
    let day = View { zone: case.zone.clone(), ..view.clone() }.day(discovered);
    let mut parts = vec![
        say!(words, "breaches-draft-hello").into_owned(),
        say!(words, "breaches-draft-what", day = day).into_owned(),
        say!(words, "breaches-draft-done").into_owned(),
        say!(words, "breaches-draft-you").into_owned(),
    ];
    if !case.contact.is_empty() {
        parts.push(say!(words, "breaches-draft-contact", contact = case.contact.as_str()).into_owned());
    }
    parts.push(say!(words, "breaches-draft-sorry").into_owned());
    parts.push(view.site.to_string());
    parts.join("\n\n")
}

/// Keeps it; an earlier one stays in the case.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    let (_, leads) = read(&app, &who, id).await?;
    let mut check = Check::new(&form);
    let letter = check.area("letter", 1..=LETTER_PART_CHARS_MAX);
    let typed = check.done(|| letter.map(Entry::Letter));
    let adding = app.write(who.actor, async move |work| add(work, id, typed.as_ref().map_err(Error::clone)?).await);
    match adding.await {
        Ok(()) => Ok(go(&format!("/breaches/cases/{id}"))),
        Err(error) => mend(error, |faults| page(&who.view, leads, id, &Fields::again(&who.view, form, faults))),
    }
}

fn page(view: &View, leads: Leads, id: CaseId, fields: &Fields<'_>) -> Page {
    let view = &placed(view, leads);
    let words = view.words;
    let form = html! {
        (fields.area("letter", say!(words, "breaches-letter")).hint(say!(words, "breaches-letter-hint")))
        (actions(Button::submit(say!(words, "breaches-keep"))))
    };
    Page::new(view, "breaches-title-letter")
        .width(Width::Mid)
        .back(&format!("/breaches/cases/{id}"), say!(words, "breaches-title-case"))
        .lead(say!(words, "breaches-letter-lead"))
        .body(html! {
            (callout(Tone::Plain, html! { p { (say!(words, "breaches-letter-without")) } }))
            (fields.form(&format!("/breaches/cases/{id}/letter"), form))
        })
}
