//! Who is on duty, for each place that the reader has to do with, and handing it over.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::names::Names;
use super::super::{Duty, deeds, duty, hand_over_duty};
use super::phrases;
use crate::access::Deed;
use crate::app::App;
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::identity::{AccountKind, Who};
use crate::practice;
use crate::web::parts::{Button, actions, card, empty, facts, post};
use crate::web::{Check, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// One place and who is on duty there.
struct Place {
    group: Option<GroupId>,
    name: Option<String>,
    duty: Option<Duty>,
    names: Names,
    arranges: bool,
}

/// The practice, for whoever may see its duty, and the groups that the reader leads.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let reading = app.read(who.actor, async |work| {
        let mut places = Vec::new();
        if practice::roles(work).await?.allows(Deed::SeeDuty) {
            places.push(place(work, None, None).await?);
        }
        for group in groups::groups_led_by(work).await? {
            places.push(place(work, Some(group.id), Some(group.words.name)).await?);
        }
        if places.is_empty() { Err(Error::NotFound) } else { Ok(places) }
    });
    let (view, places) = (&who.view, reading.await?);
    let body = html! { @for place in &places { (card(shown(view, who.person, place))) } };
    Ok(Page::new(view, "safety-title-duty")
        .width(Width::Mid)
        .crumb("/care/risk", say!(view.words, "safety-title-concerns"))
        .lead(say!(view.words, "safety-duty-lead"))
        .body(body)
        .into_response())
}

/// The practice's duty goes to somebody else.
pub(super) async fn hand_practice_over(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    hand_over(&app, &who, None, &form).await
}

/// A group's duty goes to somebody else.
pub(super) async fn hand_group_over(
    State(app): State<App>,
    who: Who,
    Path(group): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    hand_over(&app, &who, Some(group), &form).await
}

/// The path of a place's pages.
pub(super) fn address(group: Option<GroupId>) -> String {
    group.map_or_else(|| "/care/duty/practice".to_owned(), |group| format!("/care/duty/{group}"))
}

async fn hand_over(app: &App, who: &Who, group: Option<GroupId>, form: &Form) -> Result<Response> {
    let mut check = Check::new(form);
    let to = check.choice::<PersonId>("to");
    let read = check.done(|| to);
    let handing = app.write(who.actor, async move |work| {
        deeds::may_arrange_duty(work, group).await?;
        hand_over_duty(work, group, read.clone()?).await
    });
    handing.await?;
    Ok(go("/care/duty"))
}

async fn place(work: &mut Work<'_>, group: Option<GroupId>, name: Option<String>) -> Result<Place> {
    let grant = deeds::may_see_duty(work, group).await?;
    let duty = duty(work, group).await?;
    let people = duty.iter().flat_map(|duty| [duty.reader, duty.backup]).collect::<Vec<_>>();
    let names = Names::of(work, &grant, people).await?;
    let arranges = deeds::arranges_duty(work, group).await?;
    Ok(Place { group, name, duty, names, arranges })
}

fn shown(view: &View, me: PersonId, place: &Place) -> Markup {
    let words = view.words;
    let name = place.name.clone().map_or_else(|| say!(words, "safety-duty-practice"), Into::into);
    html! {
        div.stack {
            h2 { (name) }
            @match &place.duty {
                None => (empty(say!(words, "safety-duty-none"))),
                Some(duty) => (on_duty(view, &place.names, duty)),
            }
            (actions(html! {
                @if place.arranges {
                    (Button::link(address(place.group), say!(words, "safety-duty-change")).outline())
                    @if let Some(duty) = place.duty.as_ref().filter(|duty| duty.reader == me) {
                        (to_backup(view, place, duty))
                    }
                }
            }))
        }
    }
}

fn on_duty(view: &View, names: &Names, duty: &Duty) -> Markup {
    let words = view.words;
    let hours = &duty.hours;
    let (from, until) = (phrases::clock(view, hours.from_minute), phrases::clock(view, hours.until_minute));
    let days = phrases::days(view, hours);
    facts([
        (say!(words, "safety-duty-reader"), phrases::called(view, names, duty.reader)),
        (say!(words, "safety-duty-backup"), phrases::called(view, names, duty.backup)),
        (
            say!(words, "safety-duty-hours"),
            say!(words, "safety-duty-hours-are", days = days, from = from, until = until),
        ),
        (say!(words, "safety-duty-take"), say!(words, "safety-minutes", count = duty.acknowledge_within.0 / 60_000)),
        (say!(words, "safety-duty-decide"), say!(words, "safety-hours-long", count = duty.decide_within.0 / 3_600_000)),
    ])
}

/// One tap: the backup reads from now on.
fn to_backup(view: &View, place: &Place, duty: &Duty) -> Markup {
    let name = phrases::called(view, &place.names, duty.backup);
    let button = Button::submit(say!(view.words, "safety-duty-hand-over", name = name)).quiet();
    post(&format!("{}/hand-over", address(place.group)), &[("to", &duty.backup.to_string())], &button)
}
