//! The library: every questionnaire there is, what it measures, how it is scored and under which terms.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::change::Yardstick;
use measures::{Catalogue, Instrument};

use super::question;
use crate::identity::{AccountKind, Who};
use crate::web::parts::{Column, Icon, Row, Tone, callout, facts, rows, table};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

/// The library is for those who work here; a member sees a questionnaire when it is asked.
fn staff_only(who: &Who) -> Result<()> {
    if who.kind == AccountKind::Staff { Ok(()) } else { Err(Error::NotFound) }
}

/// All questionnaires by name.
pub(super) async fn shelf(who: Who) -> Result<Response> {
    staff_only(&who)?;
    let words = who.view.words;
    let known: Vec<&Instrument> = Catalogue::built_in().iter().collect();
    let row = |known: &Instrument| {
        let about = if known.has_wording() {
            say!(words, "assessments-library-ready", measures = &known.measures, count = known.items.len())
        } else {
            say!(words, "assessments-library-shell", measures = &known.measures, count = known.items.len())
        };
        Row::link(format!("/care/measures/{}", known.id), &known.short_title).small(about).icon(Icon::Trend)
    };
    let body = html! {
        (callout(Tone::Plain, html! { p { (say!(words, "assessments-library-lead")) } }))
        (rows(known.iter().map(|known| row(known))))
    };
    Ok(Page::new(&who.view, "assessments-title-library").body(body).into_response())
}

/// One questionnaire as it is: items, bands, thresholds with their sources, terms.
pub(super) async fn look(who: Who, Path(id): Path<String>) -> Result<Response> {
    staff_only(&who)?;
    let instrument = Catalogue::built_in().get(&id).map_err(|_| Error::NotFound)?;
    let words = who.view.words;
    let body = html! {
        (about(&who.view, instrument))
        (items(&who.view, instrument))
        (bands(&who.view, instrument))
        section.stack { h2 { (say!(words, "assessments-library-terms")) } (question::attribution(&who.view, instrument)) }
    };
    Ok(Page::new(&who.view, "assessments-title-library")
        .width(Width::Mid)
        .back("/care/measures", say!(words, "assessments-library-back"))
        .heading(&instrument.title)
        .body(body)
        .into_response())
}

fn about(view: &View, instrument: &Instrument) -> Markup {
    let words = view.words;
    let change = Yardstick::of(instrument).and_then(|yardstick| yardstick.reliable);
    let change = change.map(|reliable| {
        say!(
            words,
            "assessments-library-change-points",
            points = reliable.points(),
            source = reliable.source().to_owned()
        )
    });
    facts([
        (say!(words, "assessments-library-measures"), html! { (instrument.measures) }),
        (say!(words, "assessments-library-recall"), html! { (instrument.recall) }),
        (say!(words, "assessments-library-cadence"), html! { (instrument.cadence.words) }),
        (
            say!(words, "assessments-library-change"),
            change.map_or_else(|| html! { (say!(words, "assessments-library-change-none")) }, |said| html! { (said) }),
        ),
    ])
}

fn items(view: &View, instrument: &Instrument) -> Markup {
    html! {
        section.stack {
            h2 { (say!(view.words, "assessments-library-items")) }
            @if instrument.has_wording() {
                @if let Some(instruction) = &instrument.instruction { p { (instruction) } }
                ol.prose { @for item in &instrument.items { li { (question::wording(item)) } } }
            } @else {
                (callout(Tone::Note, html! { p { (say!(view.words, "assessments-library-no-wording")) } }))
            }
        }
    }
}

fn bands(view: &View, instrument: &Instrument) -> Markup {
    let words = view.words;
    let Some(total) = instrument.total.as_ref().filter(|total| !total.bands.is_empty()) else {
        return Markup::default();
    };
    let heads = [
        say!(words, "assessments-library-points").to_string(),
        say!(words, "assessments-library-band").to_string(),
        say!(words, "assessments-library-member").to_string(),
    ];
    let columns = heads.each_ref().map(|head| Column::Words(head));
    let row = |band: &measures::instrument::Band| {
        let points = format!("{}–{}", band.from, band.to);
        vec![points, band.name.clone(), band.member.clone()]
    };
    table(say!(words, "assessments-library-bands"), &columns, total.bands.iter().map(row))
}
