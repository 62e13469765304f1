//! Arranging a duty: who reads, who stands in, at which hours, how soon.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::names::Names;
use super::super::{Days, Duty, Hours, arrange_duty, deeds, duty, who_may_read};
use super::duty::address;
use super::phrases;
use crate::access::Deed;
use crate::app::App;
use crate::clock::Span;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::limits;
use crate::practice;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions};
use crate::web::{Area, Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Result, say};

struct Shown {
    duty: Option<Duty>,
    readers: Vec<PersonId>,
    names: Names,
    zone: String,
    /// Whoever only looks after the site comes from its pages, and goes back to them.
    area: Area,
}

/// The practice's duty.
pub(super) async fn ask_practice(State(app): State<App>, who: Who) -> Result<Response> {
    ask(&app, &who, None).await
}

/// Arranges the practice's duty.
pub(super) async fn arrange_practice(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    arrange(&app, &who, None, form).await
}

/// A group's duty.
pub(super) async fn ask_group(State(app): State<App>, who: Who, Path(group): Path<GroupId>) -> Result<Response> {
    ask(&app, &who, Some(group)).await
}

/// Arranges a group's duty.
pub(super) async fn arrange_group(
    State(app): State<App>,
    who: Who,
    Path(group): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    arrange(&app, &who, Some(group), form).await
}

async fn ask(app: &App, who: &Who, group: Option<GroupId>) -> Result<Response> {
    let shown = shown(app, who, group).await?;
    let form = shown.duty.as_ref().map_or_else(usual, to_form);
    Ok(page(&who.view, group, &shown, &Fields::filled(&who.view, form)).into_response())
}

async fn arrange(app: &App, who: &Who, group: Option<GroupId>, form: Form) -> Result<Response> {
    let shown = shown(app, who, group).await?;
    let done = match read(&form, &shown.zone) {
        Ok(duty) => app.write(who.actor, async move |work| arrange_duty(work, group, &duty).await).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go(if shown.area == Area::Admin { "/admin" } else { "/care/duty" })),
        Err(error) => mend(error, |faults| page(&who.view, group, &shown, &Fields::again(&who.view, form, faults))),
    }
}

async fn shown(app: &App, who: &Who, group: Option<GroupId>) -> Result<Shown> {
    let leads = who.view.area_of_groups();
    let reading = app.read(who.actor, async move |work| {
        let grant = deeds::may_arrange_duty(work, group).await?;
        let (duty, readers) = (duty(work, group).await?, who_may_read(work, group).await?);
        let names = Names::of(work, &grant, readers.clone()).await?;
        let zone = practice::settings(work).await?.zone;
        let roles = practice::roles(work).await?;
        let sets_up = roles.allows(Deed::SeeSetUp) && !roles.allows(Deed::FoundGroup);
        let area = if sets_up { Area::Admin } else { leads };
        Ok(Shown { duty, readers, names, zone, area })
    });
    reading.await
}

/// Working days and hours, and the limits that hold where nothing else was decided.
fn usual() -> Form {
    let mut pairs = vec![("from", "9:00".to_owned()), ("until", "17:00".to_owned())];
    pairs.push(("acknowledge", (limits::ACKNOWLEDGE_WITHIN.0 / 60_000).to_string()));
    pairs.push(("decide", (limits::DECIDE_WITHIN.0 / 3_600_000).to_string()));
    pairs.extend((0..7).filter(|day| Days::WORKING.has(*day)).map(|day| ("days", day.to_string())));
    Form::of(pairs)
}

fn to_form(duty: &Duty) -> Form {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let mut pairs = vec![
        ("reader", duty.reader.to_string()),
        ("backup", duty.backup.to_string()),
        ("from", clock(duty.hours.from_minute)),
        ("until", clock(duty.hours.until_minute)),
        ("acknowledge", (duty.acknowledge_within.0 / 60_000).to_string()),
        ("decide", (duty.decide_within.0 / 3_600_000).to_string()),
    ];
    pairs.extend((0..7).filter(|day| duty.hours.days.has(*day)).map(|day| ("days", day.to_string())));
    Form::of(pairs)
}

fn read(form: &Form, zone: &str) -> Result<Duty> {
    let mut check = Check::new(form);
    let (reader, backup) = (check.choice::<PersonId>("reader"), check.choice::<PersonId>("backup"));
    let days = check.choices::<u8>("days");
    let minute =
        |time: jiff::civil::Time| u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
    let (from, until) = (check.time("from"), check.time("until"));
    let (acknowledge, decide) = (check.number("acknowledge", 1..=1_440), check.number("decide", 1..=720));
    check.done(|| {
        let bits = days?.into_iter().filter(|day| *day < 7).fold(0, |bits, day| bits | 1 << day);
        let hours = Hours {
            days: Days::from_bits(bits),
            from_minute: minute(from?),
            until_minute: minute(until?),
            zone: zone.to_owned(),
        };
        Some(Duty {
            reader: reader?,
            backup: backup?,
            hours,
            acknowledge_within: Span::minutes(acknowledge?),
            decide_within: Span::hours(decide?),
        })
    })
}

fn page(view: &View, group: Option<GroupId>, shown: &Shown, fields: &Fields<'_>) -> Page {
    let (view, words) = (&view.clone().in_area(shown.area), view.words);
    let people = || -> Vec<Choice> {
        let choice = |person: &PersonId| Choice::new(person.to_string(), phrases::called(view, &shown.names, *person));
        shown.readers.iter().map(choice).collect()
    };
    let days =
        (0..7).map(|day: u8| Choice::new(day.to_string(), say!(words, "date-weekday", number = day + 1))).collect();
    let form = html! {
        (fields.select("reader", say!(words, "safety-duty-reader"), people()))
        (fields.select("backup", say!(words, "safety-duty-backup"), people()).hint(say!(words, "safety-duty-backup-hint")))
        (fields.checks("days", say!(words, "safety-duty-days"), days))
        div.pair {
            (fields.time("from", say!(words, "safety-duty-from")))
            (fields.time("until", say!(words, "safety-duty-until")))
        }
        p.hint { (say!(words, "safety-duty-hours-hint")) }
        (fields.number("acknowledge", say!(words, "safety-duty-take-field")).hint(say!(words, "safety-duty-take-hint")))
        (fields.number("decide", say!(words, "safety-duty-decide-field")).hint(say!(words, "safety-duty-decide-hint")))
        (actions(Button::submit(say!(words, "safety-duty-keep"))))
    };
    Page::new(view, "safety-title-duty")
        .width(Width::Mid)
        .crumb("/care/duty", say!(words, "safety-title-duty"))
        .lead(say!(words, "safety-duty-lead"))
        .body(fields.form(&address(group), &form))
}
