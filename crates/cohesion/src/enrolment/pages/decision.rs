//! Deciding on entry: two questions, each with its reason, and what follows.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Countersign, Decision, Fit, Judgement, Meeting, Outcome, decide, meeting};
use super::frame::{Subject, act, frame, look_to};
use super::words::Worded;
use crate::access::Deed;
use crate::app::App;
use crate::groups::{LeaderRole, leaders};
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Result, say};

struct Shown {
    subject: Subject,
    meeting: Meeting,
    has_co_leader: bool,
}

/// The form.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// It is decided.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let countersign = if form.ticked("countersign") { Countersign::Asked } else { Countersign::NotAsked };
    let deciding = async move |work: &mut Work<'_>, decision: &Decision| decide(work, id, decision, countersign).await;
    let done = act(&app, &who, (id, Deed::DecideEntry), &form, read_form(&form), deciding).await;
    let Err(error) = done else { return Ok(go(&format!("/care/enrolments/{id}"))) };
    let shown = read(&app, &who, id).await?;
    mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults)))
}

async fn read(app: &App, who: &Who, id: EnrolmentId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let subject = look_to(work, Deed::DecideEntry, id).await?;
        let leaders = leaders(work, subject.group.id).await?;
        let has_co_leader = leaders.iter().any(|leader| leader.role == LeaderRole::CoLeader);
        Ok(Shown { subject, meeting: meeting(work, id).await?, has_co_leader })
    });
    reading.await
}

fn read_form(form: &Form) -> Result<Decision> {
    let mut check = Check::new(form);
    let group_for_person = judgement(&mut check, "group_for_person", "group_for_person_reason");
    let person_for_group = judgement(&mut check, "person_for_group", "person_for_group_reason");
    let outcome = check.choice("outcome");
    let [next, conflict] = ["next", "conflict"].map(|name| check.area(name, 0..=TEXT_CHARS_MAX));
    check.done(|| {
        let (group_for_person, person_for_group, outcome) = (group_for_person?, person_for_group?, outcome?);
        Some(Decision { group_for_person, person_for_group, outcome, next: next?, conflict: conflict? })
    })
}

fn judgement(check: &mut Check<'_>, fit: &str, reason: &str) -> Option<Judgement> {
    let (fit, reason) = (check.choice::<Fit>(fit), check.area(reason, 0..=TEXT_CHARS_MAX));
    Some(Judgement { fit: fit?, reason: reason? })
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let form = html! {
        (fields.radios("group_for_person", say!(words, "enrolment-group-for-person"), Fit::offered(view)))
        (fields.area("group_for_person_reason", say!(words, "enrolment-why")))
        (fields.radios("person_for_group", say!(words, "enrolment-person-for-group"), Fit::offered(view)))
        (fields.area("person_for_group_reason", say!(words, "enrolment-why-this-group")))
        @if shown.meeting == Meeting::PossibleConflict {
            (callout(Tone::Note, html! { p { strong { (say!(words, "enrolment-possible-conflict")) } " " (say!(words, "enrolment-possible-conflict-about")) } }))
            (fields.area("conflict", say!(words, "enrolment-conflict-field")).hint(say!(words, "enrolment-conflict-hint")))
        }
        (fields.radios("outcome", say!(words, "enrolment-outcome"), Outcome::offered(view)))
        (fields.area("next", say!(words, "enrolment-next")).hint(say!(words, "enrolment-next-hint")))
        @if shown.has_co_leader { (fields.tick("countersign", say!(words, "enrolment-countersign-ask"))) }
        (shown.subject.field(fields))
        (seen(say!(words, "enrolment-seen-decision")))
        (actions(html! {
            (Button::submit(say!(words, "enrolment-decide")))
            (Button::link(shown.subject.path(), say!(words, "groups-cancel")).quiet())
        }))
    };
    frame(view, &shown.subject, "enrolment-title-decision")
        .lead(say!(words, "enrolment-decide-about"))
        .body(fields.form(&format!("{}/decision", shown.subject.path()), &form))
}
