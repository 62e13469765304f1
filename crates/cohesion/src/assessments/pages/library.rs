//! The library: every questionnaire there is, what it measures, how it is scored and under which terms.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::Instrument;
use measures::change::Yardstick;

use super::super::wording::{Loaded, instrument_here, instruments_here, wordings};
use super::question;
use crate::access::Deed;
use crate::app::App;
use crate::identity::{AccountKind, Who};
use crate::web::parts::{Button, Column, Icon, Row, Tone, actions, callout, facts, post, rows, table};
use crate::web::{Page, Path, View, Width};
use crate::{Error, Result, practice, say};

/// The library is for those who work here; a member sees a questionnaire when it is asked.
pub(super) fn staff_only(who: &Who) -> Result<()> {
    if who.kind == AccountKind::Staff { Ok(()) } else { Err(Error::NotFound) }
}

/// All questionnaires by name.
pub(super) async fn shelf(State(app): State<App>, who: Who) -> Result<Response> {
    staff_only(&who)?;
    let words = who.view.words;
    let known = app.read(who.actor, async |work| instruments_here(work).await).await?;
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
pub(super) async fn look(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    staff_only(&who)?;
    let reading = app.read(who.actor, async move |work| {
        let instrument = instrument_here(work, &id).await?;
        let loaded = wordings(work).await?.into_iter().find(|loaded| loaded.instrument.id == instrument.id);
        Ok((instrument, loaded, practice::roles(work).await?.allows(Deed::LoadWording)))
    });
    let (instrument, loaded, may_load) = reading.await?;
    let words = who.view.words;
    let body = html! {
        (about(&who.view, instrument))
        (items(&who.view, instrument))
        @if may_load { (permission(&who.view, instrument, loaded.as_ref())) }
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

/// The wording that the practice has loaded, or the way to load it; nothing where it is embedded.
fn permission(view: &View, instrument: &Instrument, loaded: Option<&Loaded>) -> Markup {
    let (words, at) = (view.words, format!("/care/measures/{}/wording", instrument.id));
    match loaded {
        Some(loaded) => {
            let day = view.day(loaded.recorded_at);
            let off = Button::submit(say!(words, "assessments-wording-withdraw")).quiet().small();
            html! {
                p.soft { (say!(words, "assessments-wording-loaded", document = loaded.document, day = day)) }
                (post(&format!("{at}/withdraw"), &[], &off))
            }
        }
        None if !instrument.has_wording() => actions(Button::link(at, say!(words, "assessments-wording-load"))),
        None => Markup::default(),
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
