//! How a group meets in its live room: where, who is let in, until when, and whether talk is counted.

use ::floor::hall::{Meets, Policy};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Counting, KeptWays, Ways, deeds, keep_ways, together_in, ways};
use super::sitting_in::sentence;
use crate::app::App;
use crate::error::Fault;
use crate::groups::on_the_clock_of;
use crate::id::GroupId;
use crate::identity::Who;
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, actions, saved};
use crate::web::words::Said;
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result};

/// The limits that are offered, in minutes; 0 stands for none.
const LATE_MINUTES: [u32; 6] = [0, 5, 10, 15, 30, 60];

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| Ok((ways(work, id).await?, together_in(work, id).await?)));
    let (kept, together) = reading.await?;
    let fields = Fields::filled(&who.view, filled(kept.ways));
    let said = together.map(|together| sentence(&who.view, together));
    Ok(page(&who.view, &kept, &fields, said).into_response())
}

/// Keeps what was chosen.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_lead_group(work, id).await?;
        keep_ways(work, id, read(&sent)?).await
    });
    let faults: Vec<Fault> = match keeping.await {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/room"))),
        Err(Error::Invalid(faults)) => faults,
        Err(other) => return Err(other),
    };
    let kept = app.read(who.actor, async move |work| ways(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    let kept = KeptWays { kept_at: None, ..kept };
    Ok(page(&who.view, &kept, &fields, None).status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn read(form: &Form) -> Result<Ways> {
    let mut check = Check::new(form);
    let meets = match form.value("meets") {
        "online" => Some(Meets::Online),
        "in-person" => Some(Meets::InPerson),
        _ => check.fault("meets", "fault-choose"),
    };
    let policy = match form.value("policy") {
        "each" => Some(Policy::Each),
        "expected" => Some(Policy::Expected),
        _ => check.fault("policy", "fault-choose"),
    };
    let late = form.value("late").parse().ok().filter(|minutes| LATE_MINUTES.contains(minutes));
    let late = late.or_else(|| check.fault("late", "fault-choose"));
    let counting = if form.ticked("counting") { Counting::Agreed } else { Counting::Refused };
    check.done(|| {
        Some(Ways {
            meets: meets?,
            policy: policy?,
            late_minutes: late.map(|minutes| Some(minutes).filter(|late| *late > 0))?,
            counting,
        })
    })
}

fn filled(ways: Ways) -> Form {
    let late = ways.late_minutes.unwrap_or_default().to_string();
    let policy = if ways.policy == Policy::Expected { "expected" } else { "each" };
    let meets = if ways.meets == Meets::InPerson { "in-person" } else { "online" };
    let counting = (ways.counting == Counting::Agreed).then_some(("counting", "yes"));
    Form::of([("meets", meets), ("policy", policy), ("late", late.as_str())].into_iter().chain(counting))
}

fn page(view: &View, kept: &KeptWays, fields: &Fields<'_>, sitting_in: Option<Said>) -> Page {
    let view = &on_the_clock_of(view, &kept.group);
    let (words, id) = (view.words, kept.group.id);
    let place = &kept.group.words.place;
    let meets = match place.as_str() {
        "" => say!(words, "room-ways-meets-hint"),
        place => say!(words, "room-ways-meets-place", place = place),
    };
    let places = vec![
        Choice::new("online", say!(words, "room-ways-online")),
        Choice::new("in-person", say!(words, "room-ways-in-person")).small(say!(words, "room-ways-in-person-hint")),
    ];
    let policies = vec![
        Choice::new("each", say!(words, "room-ways-each")),
        Choice::new("expected", say!(words, "room-ways-expected")),
    ];
    let limits = LATE_MINUTES
        .map(|minutes| Choice::new(minutes.to_string(), say!(words, "room-ways-minutes", minutes = minutes)));
    let body = html! {
        @if let Some(said) = sitting_in {
            section.stack.stack--tight {
                h2 { (say!(words, "room-sit-in-heading")) }
                p { (said) }
                p.soft.small { (say!(words, "room-sit-in-how")) }
            }
        }
        (fields.form(&format!("/care/groups/{id}/room"), html! {
            (fields.radios("meets", say!(words, "room-ways-meets"), places).hint(meets))
            (fields.radios("policy", say!(words, "room-ways-policy"), policies).hint(say!(words, "room-ways-policy-hint")))
            (fields.select("late", say!(words, "room-ways-late"), limits.to_vec()))
            @if kept.may_count {
                (fields.tick("counting", say!(words, "room-ways-counting")))
                p.soft.small { (say!(words, "room-ways-counting-hint")) }
            }
            (actions(Button::submit(say!(words, "room-ways-keep"))))
        }))
    };
    Page::new(view, "room-title-ways")
        .width(Width::Mid)
        .crumb("/care/groups", say!(words, "place-groups"))
        .crumb(format!("/care/groups/{id}"), kept.group.words.name.clone())
        .crumb("", say!(words, "room-title-ways"))
        .tools(html! { @if let Some(at) = kept.kept_at { (saved(say!(words, "room-ways-kept", time = view.moment(at)))) } })
        .body(body)
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn what_was_chosen_is_read_and_what_was_not_offered_is_said() {
        let chosen = Ways {
            meets: Meets::InPerson,
            policy: Policy::Expected,
            late_minutes: Some(15),
            counting: Counting::Agreed,
        };
        assert_eq!(read(&filled(chosen)), Ok(chosen));
        let open = Ways { meets: Meets::Online, late_minutes: None, counting: Counting::Refused, ..chosen };
        assert_eq!(read(&filled(open)), Ok(open));
        let Err(Error::Invalid(faults)) = read(&Form::of([("policy", "nobody"), ("late", "7")])) else {
            panic!("it needs mending")
        };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["meets", "policy", "late"]);
    }
}
