//! Loading the words of a shell: typed in as printed, with the document that allows it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;
use measures::{Catalogue, Instrument};

use super::super::wording::{LoadedWords, load_wording, may_load_wording, withdraw_wording, wordings};
use crate::app::App;
use crate::identity::Who;
use crate::limits::{LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The form; a questionnaire that has its words is absent here.
pub(super) async fn ask(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    app.read(who.actor, async |work| may_load_wording(work).await.map(drop)).await?;
    Ok(page(&who.view, shell(&id)?, &Fields::blank(&who.view)).into_response())
}

/// The words are kept.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<String>, form: Form) -> Result<Response> {
    let shell = shell(&id)?;
    let read = read(shell, &form);
    let loading = app.write(who.actor, async move |work| {
        may_load_wording(work).await?;
        load_wording(work, read.as_ref().map_err(Error::clone)?).await
    });
    match loading.await {
        Ok(_) => Ok(go(&format!("/care/measures/{id}"))),
        Err(error) => mend(error, |faults| page(&who.view, shell, &Fields::again(&who.view, form, faults))),
    }
}

/// The words are taken off again.
pub(super) async fn withdraw(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    let instrument = id.clone();
    let withdrawing = app.write(who.actor, async move |work| {
        may_load_wording(work).await?;
        let standing = wordings(work).await?.into_iter().find(|loaded| loaded.instrument.id == instrument);
        withdraw_wording(work, standing.ok_or(Error::NotFound)?.id).await
    });
    withdrawing.await?;
    Ok(go(&format!("/care/measures/{id}")))
}

fn shell(id: &str) -> Result<&'static Instrument> {
    Catalogue::built_in().get(id).ok().filter(|known| !known.has_wording()).ok_or(Error::NotFound)
}

fn read(shell: &Instrument, form: &Form) -> Result<LoadedWords> {
    let mut check = Check::new(form);
    let (instruction, items) = (check.area("instruction", 1..=TEXT_CHARS_MAX), check.area("items", 1..=TEXT_CHARS_MAX));
    let labels: Option<Vec<String>> = (1..=shell.option_sets.len())
        .map(|number| check.area(&format!("labels-{number}"), 1..=TEXT_CHARS_MAX))
        .collect();
    let document = check.text("document", 1..=LINE_CHARS_MAX);
    let allowed = check.tick("allowed");
    check.done(|| {
        Some(LoadedWords {
            instrument: allowed.map(|()| shell.id.clone())?,
            instruction: instruction?,
            items: lines(&items?),
            labels: labels?.iter().map(|set| lines(set)).collect(),
            document: document?,
        })
    })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn page(view: &View, shell: &Instrument, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let form = html! {
        (fields.area("instruction", say!(words, "assessments-wording-instruction")))
        (fields.area("items", say!(words, "assessments-wording-items")).hint(say!(words, "assessments-wording-items-hint", count = shell.items.len())))
        @for (number, set) in shell.option_sets.iter().enumerate() {
            (fields.area(&format!("labels-{}", number + 1), say!(words, "assessments-wording-labels", number = number + 1))
                .hint(say!(words, "assessments-wording-labels-hint", count = set.options.len())))
        }
        (fields.text("document", say!(words, "assessments-wording-document")).hint(say!(words, "assessments-wording-document-hint")))
        (fields.tick("allowed", say!(words, "assessments-wording-allowed")))
        (actions(Button::submit(say!(words, "assessments-wording-keep"))))
    };
    let at = format!("/care/measures/{}", shell.id);
    Page::new(view, "assessments-title-wording")
        .back(&at, &shell.short_title)
        .lead(say!(words, "assessments-wording-lead"))
        .body(html! {
            (callout(Tone::Plain, html! { p { (shell.licence.source) } }))
            (fields.form(&format!("{at}/wording"), &form))
        })
}
