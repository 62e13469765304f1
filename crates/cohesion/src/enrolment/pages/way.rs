//! One person's way into one group: where they are, what comes next, and what has happened.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Decided, Departed, Enquiry, Readiness, Stage, Step, Taken, decision, departure, enquiry, readiness, steps_of,
    was_removed_before,
};
use super::frame::{Subject, frame, look};
use super::next::next;
use super::words::Worded;
use crate::app::App;
use crate::error::Fault;
use crate::groups::named_leaders;
use crate::id::{EnrolmentId, PersonId};
use crate::identity::Who;
use crate::web::parts::{Tone, When, callout, card, facts, fold, steps, story};
use crate::web::{Fields, Form, Page, Path, Said, View};
use crate::{Result, say};

/// The steps of a way, as the page counts them.
const STEPS: usize = 6;

/// One of the forms of this page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Talk,
    Invitation,
    Seat,
    Hold,
    CallOff,
}

/// A form that was sent and needs mending.
pub(super) struct Sent {
    pub which: Which,
    pub form: Form,
    pub faults: Vec<Fault>,
}

/// All that the page shows.
pub(super) struct Shown {
    pub subject: Subject,
    pub readiness: Readiness,
    pub decided: Option<Decided>,
    enquiry: Enquiry,
    taken: Vec<Taken>,
    departed: Option<Departed>,
    was_removed: bool,
    names: Vec<(PersonId, String)>,
    pub viewer: PersonId,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, None).into_response())
}

pub(super) async fn read(app: &App, who: &Who, id: EnrolmentId) -> Result<Shown> {
    let viewer = who.person;
    let reading = app.read(who.actor, async move |work| {
        let subject = look(work, id).await?;
        let readiness = readiness(work, id).await?;
        let (decided, enquiry) = (decision(work, id).await?, enquiry(work, id).await?);
        let (taken, departed) = (steps_of(work, id).await?, departure(work, id).await?);
        let was_removed = was_removed_before(work, id).await?;
        let grant = crate::groups::may_see(work, subject.group.id).await?;
        let leaders = named_leaders(work, &grant, subject.group.id).await?;
        let mut names: Vec<_> = leaders.into_iter().map(|(leader, called)| (leader.person, called)).collect();
        names.push((subject.enrolment.person, subject.called.clone()));
        Ok(Shown { subject, readiness, decided, enquiry, taken, departed, was_removed, names, viewer })
    });
    reading.await
}

pub(super) fn page(view: &View, shown: &Shown, sent: Option<&Sent>) -> Page {
    let words = view.words;
    let enrolment = &shown.subject.enrolment;
    let stage = words.say(enrolment.stage.name_key(), None);
    let names: [Said; STEPS] = [
        say!(words, "enrolment-way-asked"),
        say!(words, "enrolment-way-talk"),
        say!(words, "enrolment-way-decision"),
        say!(words, "enrolment-way-preparation"),
        say!(words, "enrolment-way-signatures"),
        say!(words, "enrolment-way-seat"),
    ];
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    frame(view, &shown.subject, "enrolment-title-way")
        .lead(say!(words, "enrolment-stage-since", stage = stage, since = view.moment(enrolment.since)))
        .body(html! {
            @if shown.was_removed { (callout(Tone::Note, html! { p { strong { (say!(words, "enrolment-was-removed")) } " " (say!(words, "enrolment-was-removed-next")) } })) }
            (steps(view, &names, reached(enrolment.stage)))
            (next(view, shown, sent))
            @if let Some(decided) = &shown.decided { (decision_facts(view, shown, decided)) }
            @if let Some(departed) = &shown.departed { (departure_facts(view, departed)) }
            (fold(say!(words, "enrolment-enquiry"), enquiry_facts(view, &shown.enquiry)))
            section.stack { h2 { (say!(words, "enrolment-story")) } (told(view, shown)) }
        })
}

/// Which step of the way somebody stands on; a member has all of them behind them.
const fn reached(stage: Stage) -> usize {
    match stage {
        Stage::Enquiry => 0,
        Stage::ScreeningBooked => 1,
        Stage::Screened | Stage::Waitlisted | Stage::Redirected | Stage::Declined | Stage::Lapsed => 2,
        Stage::Offered | Stage::Accepted | Stage::Withdrawn => 3,
        Stage::Prepared => 4,
        Stage::Seated | Stage::OnHold | Stage::Left => STEPS,
    }
}

/// The fields of one form: what was typed where this one was sent, else as `filled`.
pub(super) fn fields_of<'v>(view: &'v View, sent: Option<&Sent>, which: Which, filled: Form) -> Fields<'v> {
    match sent.filter(|sent| sent.which == which) {
        Some(sent) => Fields::again(view, sent.form.clone(), sent.faults.clone()),
        None => Fields::filled(view, filled),
    }
}

fn name_of(shown: &Shown, person: Option<PersonId>) -> Option<&str> {
    shown.names.iter().find(|(known, _)| Some(*known) == person).map(|(_, called)| called.as_str())
}

fn decision_facts(view: &View, shown: &Shown, decided: &Decided) -> Markup {
    let words = view.words;
    let decision = &decided.decision;
    let judged = |judged: &super::super::Judgement| format!("{}: {}", judged.fit.said(view), judged.reason);
    let mut lines = vec![
        (say!(words, "enrolment-group-for-person"), judged(&decision.group_for_person)),
        (say!(words, "enrolment-person-for-group"), judged(&decision.person_for_group)),
        (say!(words, "enrolment-outcome"), decision.outcome.said(view).into_owned()),
    ];
    if !decision.next.is_empty() {
        lines.push((say!(words, "enrolment-next"), decision.next.clone()));
    }
    if !decision.conflict.is_empty() {
        lines.push((say!(words, "enrolment-conflict-weighed"), decision.conflict.clone()));
    }
    let somebody = || say!(words, "enrolment-somebody").into_owned();
    let by = name_of(shown, decided.by).map_or_else(somebody, str::to_owned);
    lines.push((say!(words, "enrolment-decided-by"), format!("{by}, {}", view.moment(decided.at))));
    if let Some(agreed) = name_of(shown, decided.countersigned_by) {
        lines.push((say!(words, "enrolment-countersigned-by"), agreed.to_owned()));
    }
    html! { section.stack { h2 { (say!(words, "enrolment-decision")) } (card(facts(lines))) } }
}

fn departure_facts(view: &View, departed: &Departed) -> Markup {
    let words = view.words;
    let departure = &departed.departure;
    let lines = [
        (say!(words, "enrolment-ending"), departure.ending.said(view)),
        (say!(words, "enrolment-ending-by"), departure.decided_by.said(view)),
        (say!(words, "enrolment-goodbye"), departure.goodbye.said(view)),
        (say!(words, "enrolment-reason"), Said::from(departure.reason.clone())),
    ];
    html! { section.stack { h2 { (say!(words, "enrolment-departure")) } (card(facts(lines))) } }
}

fn enquiry_facts(view: &View, enquiry: &Enquiry) -> Markup {
    let words = view.words;
    let mut lines = vec![
        (say!(words, "enrolment-source"), enquiry.source.said(view).into_owned()),
        (say!(words, "enrolment-topic"), enquiry.topic.clone()),
        (say!(words, "enrolment-times"), enquiry.times.clone()),
        (say!(words, "enrolment-access"), enquiry.access.clone()),
        (say!(words, "enrolment-told"), enquiry.told.clone()),
    ];
    if let Some(clinical) = &enquiry.clinical {
        lines.extend([
            (say!(words, "enrolment-why-group"), clinical.why_group.clone()),
            (say!(words, "enrolment-treatments"), clinical.treatments.clone()),
            (say!(words, "enrolment-therapist"), clinical.therapist.clone()),
            (say!(words, "enrolment-risk"), clinical.risk.clone()),
            (say!(words, "enrolment-emergency"), clinical.emergency.clone()),
            (say!(words, "enrolment-funding"), clinical.funding.clone()),
        ]);
    }
    facts(lines.into_iter().filter(|(_, text)| !text.is_empty()))
}

fn told(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let asked =
        (When::Done, view.moment(shown.subject.enrolment.opened_at), html! { (say!(words, "enrolment-told-enquiry")) });
    let line = |taken: &Taken| {
        let sentence = html! {
            (words.say(step_key(taken.step), None))
            @if let Some(by) = name_of(shown, taken.by) { " " span.soft { (by) } }
            @if let Some(reason) = &taken.reason { p.soft { (reason) } }
        };
        (When::Done, view.moment(taken.at), sentence)
    };
    story(std::iter::once(asked).chain(shown.taken.iter().map(line)))
}

const fn step_key(step: Step) -> &'static str {
    match step {
        Step::BookScreening => "enrolment-told-book",
        Step::Screen => "enrolment-told-screen",
        Step::Accept => "enrolment-told-accept",
        Step::Wait => "enrolment-told-wait",
        Step::Redirect => "enrolment-told-redirect",
        Step::Decline => "enrolment-told-decline",
        Step::Offer => "enrolment-told-offer",
        Step::TakeOffer => "enrolment-told-take-offer",
        Step::PassOffer => "enrolment-told-pass-offer",
        Step::Lapse => "enrolment-told-lapse",
        Step::Prepare => "enrolment-told-prepare",
        Step::TakeSeat => "enrolment-told-take-seat",
        Step::Hold => "enrolment-told-hold",
        Step::Return => "enrolment-told-return",
        Step::Depart => "enrolment-told-depart",
        Step::Withdraw => "enrolment-told-withdraw",
    }
}
