//! A worksheet on one page, for wide screens. A week hour by hour keeps its pages, a day each.

use ::techniques::{Field, Kind};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Kept, Sheet, SheetId};
use super::draw;
use super::fill::{begun, elsewhere, kept, who_reads};
use super::values::{changed, day_name};
use super::written::{filled, leaves, mend, part};
use crate::app::App;
use crate::assessments::Readers;
use crate::error::Fault;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, actions, draft as kept_while_typing, rows};
use crate::web::{Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// Everything that the form asks.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SheetId>) -> Result<Response> {
    match begun(&app, &who, id).await {
        Err(error) => elsewhere(id, error),
        Ok((sheet, readers)) => {
            let form = filled(sheet.form, &sheet.answers);
            Ok(page(&who.view, &sheet, &readers, &form, Vec::new()).into_response())
        }
    }
}

/// Keeps all of it and shows it as it reads.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<SheetId>, form: Form) -> Result<Response> {
    let (sheet, readers) = match begun(&app, &who, id).await {
        Err(error) => return elsewhere(id, error),
        Ok(begun) => begun,
    };
    let faults = match part(&form, &fields(&sheet), None) {
        Err(Error::Invalid(faults)) => faults,
        Err(other) => return Err(other),
        Ok(part) => match kept(&app, &who, id, part).await {
            Err(error) => return elsewhere(id, error),
            Ok(Kept { faults, .. }) if faults.is_empty() => {
                let at = format!("/me/practice/sheets/{id}");
                return Ok(go(&if form.ticked("more") { format!("{at}/all") } else { at }));
            }
            Ok(kept) => mend(&kept.faults),
        },
    };
    let page = page(&who.view, &sheet, &readers, &form, faults);
    Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What this page asks.
pub(super) fn fields(sheet: &Sheet) -> Vec<&Field> {
    let pages = leaves(sheet.form).into_iter().filter(|leaf| leaf.day.is_none());
    pages.flat_map(|leaf| leaf.fields(sheet.form, &sheet.answers)).collect()
}

fn page(view: &View, sheet: &Sheet, readers: &Readers, form: &Form, faults: Vec<Fault>) -> Page {
    let (words, at) = (view.words, format!("/me/practice/sheets/{}", sheet.id));
    let fields = Fields::again(view, form.clone(), faults);
    let on = draw::Sheet { view, fields: &fields, typed: form };
    let pages = leaves(sheet.form);
    let has_rows = sheet.form.fields().any(|field| matches!(field.kind, Kind::List { .. }));
    let inside = html! {
        @if sheet.form_has_changed { (changed(view, &sheet.lost)) }
        @for leaf in pages.iter().filter(|leaf| leaf.day.is_none()) {
            @let step = &sheet.form.steps[leaf.step];
            section.stack {
                h2 { (step.title) }
                @if let Some(lead) = &step.words { p.soft { (lead) } }
                @for field in leaf.fields(sheet.form, &sheet.answers) { (draw::field(&on, field, None)) }
            }
        }
        (actions(html! {
            (Button::submit(say!(words, "techniques-keep-all")))
            @if has_rows { (Button::submit(say!(words, "techniques-more-rows")).outline().named("more", "yes")) }
        }))
        (who_reads(view, sheet, readers))
    };
    let days = pages.iter().enumerate().filter_map(|(place, leaf)| Some((place + 1, leaf.day?)));
    let days: Vec<(usize, &str)> = days.collect();
    let body = html! {
        @if !days.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-by-day")) }
                (rows(days.iter().map(|(number, day)| Row::link(format!("{at}/{number}"), day_name(view, day)).icon(Icon::Calendar))))
            }
        }
        (kept_while_typing(
            &format!("{at}/draft"),
            &say!(words, "techniques-offline"),
            fields.form(&format!("{at}/all"), inside),
        ))
    };
    Page::new(view, "techniques-title-sheet")
        .width(Width::Mid)
        .without_places()
        .back(&at, say!(words, "techniques-back"))
        .heading(&sheet.form.title)
        .body(body)
}
