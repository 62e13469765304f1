//! Filling in a worksheet on a phone, a step a page, kept at each step.

use ::techniques::Field;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Kept, Part, Sheet, SheetId, filling, keep};
use super::draw;
use super::values::changed;
use super::written::{Leaf, filled, leaves, mend, part};
use crate::app::App;
use crate::assessments::Readers;
use crate::error::Fault;
use crate::identity::Who;
use crate::safety::help_beside;
use crate::web::parts::{Button, Tone, actions, back, callout, draft as kept_while_typing, progress, seen};
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// One page of the sheet.
pub(super) async fn ask(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(SheetId, usize)>,
) -> Result<Response> {
    match begun(&app, &who, id).await {
        Err(error) => elsewhere(id, error),
        Ok((sheet, readers)) => {
            let form = filled(sheet.form, &sheet.answers);
            Ok(page(&who.view, (&sheet, &readers), number, &form, Vec::new())?.into_response())
        }
    }
}

/// Keeps a page and goes on. What does not fit is shown again as it was typed; the rest is kept already.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(SheetId, usize)>,
    form: Form,
) -> Result<Response> {
    let (sheet, readers) = match begun(&app, &who, id).await {
        Err(error) => return elsewhere(id, error),
        Ok(begun) => begun,
    };
    let leaf = leaf(&sheet, number)?;
    let faults = match part(&form, &leaf.fields(sheet.form, &sheet.answers), leaf.day) {
        Err(Error::Invalid(faults)) => faults,
        Err(other) => return Err(other),
        Ok(part) => match kept(&app, &who, id, part).await {
            Err(error) => return elsewhere(id, error),
            Ok(Kept { faults, .. }) if faults.is_empty() => return Ok(go(&next(&form, &sheet, number))),
            Ok(kept) => mend(&kept.faults),
        },
    };
    let page = page(&who.view, (&sheet, &readers), number, &form, faults)?;
    Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Keeps what is being typed, and says when. The page is named by `step`; without one it is the whole sheet.
pub(super) async fn keep_typed(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SheetId>,
    form: Form,
) -> Result<String> {
    let (sheet, _) = begun(&app, &who, id).await?;
    let number = form.value("page").parse().ok();
    let leaf = number.and_then(|number| leaf(&sheet, number).ok());
    let fields: Vec<&Field> = match leaf {
        Some(leaf) => leaf.fields(sheet.form, &sheet.answers),
        None => super::all::fields(&sheet),
    };
    let part = part(&form, &fields, leaf.and_then(|leaf| leaf.day))?;
    kept(&app, &who, id, part).await?;
    Ok(say!(who.view.words, "techniques-kept", time = who.view.time(who.view.now)).to_string())
}

pub(super) async fn begun(app: &App, who: &Who, id: SheetId) -> Result<(Sheet, Readers)> {
    app.read(who.actor, async move |work| filling(work, id).await).await
}

pub(super) async fn kept(app: &App, who: &Who, id: SheetId, part: Part) -> Result<Kept> {
    app.write(who.actor, async move |work| keep(work, id, &part).await).await
}

/// A sheet that was finished in the meantime is shown as it was finished.
pub(super) fn elsewhere(id: SheetId, error: Error) -> Result<Response> {
    match error {
        Error::Conflict("techniques-conflict-finished") => Ok(go(&format!("/me/practice/sheets/{id}"))),
        other => Err(other),
    }
}

fn leaf(sheet: &Sheet, number: usize) -> Result<Leaf> {
    let place = number.checked_sub(1).ok_or(Error::NotFound)?;
    leaves(sheet.form).get(place).copied().ok_or(Error::NotFound)
}

/// The page that was asked for: the same with more rows, the next one, or all of it at the end.
fn next(form: &Form, sheet: &Sheet, number: usize) -> String {
    let at = format!("/me/practice/sheets/{}", sheet.id);
    if form.ticked("more") {
        format!("{at}/{number}")
    } else if form.ticked("stop") {
        "/me/practice".to_owned()
    } else if number < leaves(sheet.form).len() {
        format!("{at}/{}", number + 1)
    } else {
        at
    }
}

fn page(
    view: &View,
    (sheet, readers): (&Sheet, &Readers),
    number: usize,
    form: &Form,
    faults: Vec<Fault>,
) -> Result<Page> {
    let (words, leaf) = (view.words, leaf(sheet, number)?);
    let (count, at) = (leaves(sheet.form).len(), format!("/me/practice/sheets/{}", sheet.id));
    let step = sheet.form.steps.get(leaf.step).ok_or(Error::NotFound)?;
    let asked = leaf.fields(sheet.form, &sheet.answers);
    let fields = Fields::again(view, form.clone(), faults);
    let on = draw::Sheet { view, fields: &fields, typed: form };
    let has_rows = asked.iter().any(|field| matches!(field.kind, ::techniques::Kind::List { .. }));
    let before = if number == 1 { at.clone() } else { format!("{at}/{}", number - 1) };
    let said = say!(words, "techniques-step-of", number = number, count = count);
    let inside = html! {
        (progress(back(&before, say!(words, "techniques-back")), said, number, count))
        h1 { (step.title) @if let Some(day) = leaf.day { ": " (super::values::day_name(view, day)) } }
        @if let Some(lead) = &step.words { p.lead { (lead) } }
        @if number == 1 { (before_the_first(view, sheet)) }
        @if sheet.form_has_changed { (changed(view, &sheet.lost)) }
        (help_beside(view, &sheet.words()))
        @for field in asked { (draw::field(&on, field, leaf.day)) }
        (fields.hidden("page", &number.to_string()))
        (actions(html! {
            (Button::submit(say!(words, "techniques-continue")))
            @if has_rows { (Button::submit(say!(words, "techniques-more-rows")).outline().named("more", "yes")) }
            (Button::submit(say!(words, "techniques-stop")).quiet().named("stop", "yes"))
        }))
        (who_reads(view, sheet, readers))
        p.soft { (say!(words, "techniques-kept", time = view.moment(sheet.saved_at))) }
    };
    let body = kept_while_typing(
        &format!("{at}/draft?page={number}"),
        &say!(words, "techniques-offline"),
        fields.form(&format!("{at}/{number}"), inside),
    );
    Ok(Page::new(view, "techniques-title-sheet").own_heading().without_places().body(body))
}

fn before_the_first(view: &View, sheet: &Sheet) -> Markup {
    html! {
        @if let Some(warning) = &sheet.form.warning { (callout(Tone::Note, html! { p { (warning) } })) }
        @if sheet.form.needs_reader() { (callout(Tone::Note, html! {
            p { (say!(view.words, "techniques-danger-read")) " " a href="/help" { (say!(view.words, "techniques-help")) } }
        })) }
    }
}

/// Who reads it and when, true for this sheet as it is set now.
pub(super) fn who_reads(view: &View, sheet: &Sheet, readers: &Readers) -> Markup {
    let words = view.words;
    seen(html! {
        (super::own::audience_now(view, sheet.audience, &readers.names)) " "
        @if sheet.form.needs_reader() {
            @if readers.hours.is_empty() { (say!(words, "techniques-read-at-no-hour")) } @else {
                (say!(words, "techniques-read-at", hours = readers.hours.as_str()))
            }
        }
    })
}
