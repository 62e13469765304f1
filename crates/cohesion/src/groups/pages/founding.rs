//! Founding a group: what it is, how it works, how many seats it has.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Charter, Format, Founding, GroupWords, found, may_found_under};
use super::overview::what_is_missing;
use crate::app::App;
use crate::identity::Who;
use crate::limits::{GROUP_MEMBERS_MAX, LINE_CHARS_MAX, NAME_CHARS_MAX};
use crate::practice;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::{Check, Fields, Form, Page, View, Width, go};
use crate::work::Work;
use crate::{Error, Reason, Result, say};

/// Seats of a new group until somebody says otherwise (NICE NG222: usually 8).
const SEATS: &str = "8";

/// The empty form.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| {
        let charters = offered(work).await?;
        Ok((practice::settings(work).await?.zone, charters))
    });
    let (zone, charters) = reading.await?;
    let format = Format::SlowOpen.code().to_string();
    let charter = charters.first().map_or(0, Charter::code).to_string();
    let form = Form::of([("capacity", SEATS), ("zone", &zone), ("format", &format), ("charter", &charter)]);
    Ok(page(&who.view, &charters, &[], &Fields::filled(&who.view, form)).into_response())
}

/// The charters to choose from; whoever has none of them has no such page.
async fn offered(work: &mut Work<'_>) -> Result<Vec<Charter>> {
    match may_found_under(work).await? {
        none if none.is_empty() => Err(Error::NotFound),
        charters => Ok(charters),
    }
}

/// The group is founded.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let read = read(&form);
    let founding = app.write(who.actor, async move |work| {
        offered(work).await?;
        found(work, read.as_ref().map_err(Error::clone)?).await
    });
    match founding.await {
        Ok(group) => Ok(go(&format!("/care/groups/{group}"))),
        Err(error) => {
            let charters = app.read(who.actor, async |work| offered(work).await).await?;
            if let Error::Blocked(missing) = &error {
                let fields = Fields::again(&who.view, form, Vec::new());
                let page = page(&who.view, &charters, missing, &fields).status(StatusCode::CONFLICT);
                return Ok(page.into_response());
            }
            mend(error, |faults| page(&who.view, &charters, &[], &Fields::again(&who.view, form, faults)))
        }
    }
}

fn read(form: &Form) -> Result<Founding> {
    let mut check = Check::new(form);
    let charter = check.choice::<i64>("charter");
    let format = check.choice::<i64>("format");
    let capacity = check.number("capacity", 2..=GROUP_MEMBERS_MAX);
    let zone = check.text("zone", 1..=LINE_CHARS_MAX);
    let words = words(&mut check);
    let (charter, format, founding) = check.done(|| Some((charter?, format?, (capacity?, zone?, words?))))?;
    let (capacity, zone, words) = founding;
    let charter = Charter::from_code(charter).map_err(|_| unknown("charter"))?;
    let format = Format::from_code(format).map_err(|_| unknown("format"))?;
    Ok(Founding { charter, format, capacity, zone, words })
}

fn unknown(field: &str) -> Error {
    Error::invalid(field, "fault-choose")
}

/// What is said of a group, from the fields that founding and changing share.
pub(super) fn words(check: &mut Check<'_>) -> Option<GroupWords> {
    let name = check.text("name", 1..=NAME_CHARS_MAX);
    let focus = check.text("focus", 0..=LINE_CHARS_MAX);
    let approach = check.text("approach", 0..=LINE_CHARS_MAX);
    let place = check.text("place", 0..=LINE_CHARS_MAX);
    Some(GroupWords { name: name?, focus: focus?, approach: approach?, place: place? })
}

/// The fields of a group's words.
pub(super) fn word_fields(view: &View, fields: &Fields<'_>) -> maud::Markup {
    let words = view.words;
    html! {
        (fields.text("name", say!(words, "groups-name")).hint(say!(words, "groups-name-hint")))
        (fields.text("focus", say!(words, "groups-focus")).hint(say!(words, "groups-focus-hint")))
        (fields.text("approach", say!(words, "groups-approach")).hint(say!(words, "groups-approach-hint")))
        (fields.text("place", say!(words, "groups-place")).hint(say!(words, "groups-place-hint")))
        (fields.number("capacity", say!(words, "groups-capacity")))
    }
}

fn page(view: &View, charters: &[Charter], missing: &[Reason], fields: &Fields<'_>) -> Page {
    let words = view.words;
    let kind = |charter: &Charter| {
        Choice::new(charter.code().to_string(), words.say(charter.name_key(), None))
            .small(words.say(charter.about_key(), None))
    };
    let kinds = charters.iter().map(kind).collect();
    let formats = Format::ALL
        .map(|format| {
            let (name, about) = format.word_keys();
            Choice::new(format.code().to_string(), words.say(name, None)).small(words.say(about, None))
        })
        .to_vec();
    let form = html! {
        (fields.radios("charter", say!(words, "groups-kind"), kinds).hint(say!(words, "groups-kind-hint")))
        (word_fields(view, fields))
        (fields.radios("format", say!(words, "groups-format"), formats))
        (fields.text("zone", say!(words, "groups-zone")).hint(say!(words, "groups-zone-hint")))
        (callout(Tone::Plain, html! { p { (say!(words, "groups-founding-next")) } }))
        (actions(Button::submit(say!(words, "groups-found"))))
    };
    Page::new(view, "groups-title-new")
        .width(Width::Read)
        .crumb("/care/groups", say!(words, "place-groups"))
        .crumb("/care/groups/new", say!(words, "groups-title-new"))
        .body(html! {
            @if !missing.is_empty() { (what_is_missing(view, missing)) }
            (fields.form("/care/groups", &form))
        })
}
