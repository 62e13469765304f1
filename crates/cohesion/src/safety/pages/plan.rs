//! A safety plan on one sheet: for the member, for those who lead their group, and for paper.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::names::Names;
use super::super::{Contact, KeptPlan, SafetyPlan, deeds, plan_versions};
use super::phrases;
use crate::access::Deed;
use crate::app::App;
use crate::groups;
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, PlanStep, Row, actions, call, empty, plan as sheet, rows, seen};
use crate::web::{Page, Path, Said, View, Width};
use crate::{Error, Result, say};

struct Shown {
    versions: Vec<KeptPlan>,
    names: Names,
    person: PersonId,
    is_own: bool,
    /// Whether this reader may write one.
    may_write: bool,
    /// Whether this reader has the person's own page to go back to.
    may_open_person: bool,
}

/// One's own plan.
pub(super) async fn mine(State(app): State<App>, who: Who) -> Result<Response> {
    show(&app, &who, who.person, None).await
}

/// One's own plan as it was.
pub(super) async fn mine_before(State(app): State<App>, who: Who, Path(version): Path<u32>) -> Result<Response> {
    show(&app, &who, who.person, Some(version)).await
}

/// A member's plan.
pub(super) async fn theirs(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    show(&app, &who, person, None).await
}

/// A member's plan as it was.
pub(super) async fn theirs_before(
    State(app): State<App>,
    who: Who,
    Path((person, version)): Path<(PersonId, u32)>,
) -> Result<Response> {
    show(&app, &who, person, Some(version)).await
}

/// Where the pages of a person's plan stand, for whoever reads it.
pub(super) fn address(who: &Who, person: PersonId) -> String {
    if who.person == person { "/me/safety-plan".to_owned() } else { format!("/care/people/{person}/safety-plan") }
}

async fn show(app: &App, who: &Who, person: PersonId, version: Option<u32>) -> Result<Response> {
    let is_own = who.person == person;
    let reading = app.read(who.actor, async move |work| {
        let versions = plan_versions(work, person).await?;
        let grant = deeds::may_see_plan(work, person).await?;
        let people = versions.iter().map(|kept| kept.author).chain([person]);
        let names = Names::of(work, &grant, people.collect::<Vec<_>>()).await?;
        let may_write = is_own || deeds::standing_with(work, person).await?.allows(Deed::WriteSafetyPlan);
        let may_open_person = !is_own && groups::standing_with(work, person).await?.allows(Deed::SeePerson);
        Ok(Shown { versions, names, person, is_own, may_write, may_open_person })
    });
    let shown = reading.await?;
    let kept = match version {
        None => shown.versions.first(),
        Some(version) => Some(shown.versions.iter().find(|kept| kept.version == version).ok_or(Error::NotFound)?),
    };
    Ok(page(&who.view, &address(who, person), &shown, kept).into_response())
}

fn page(view: &View, address: &str, shown: &Shown, kept: Option<&KeptPlan>) -> Page {
    let words = view.words;
    let edit = format!("{address}/edit");
    let called = phrases::called(view, &shown.names, shown.person);
    let title = if shown.is_own { "safety-title-plan" } else { "safety-title-their-plan" };
    let page = Page::new(view, title).width(Width::Mid).lead(say!(words, "safety-plan-lead"));
    let page =
        if shown.may_open_person { page.back(&format!("/care/people/{}/risk", shown.person), &called) } else { page };
    let Some(kept) = kept else {
        return page.body(html! {
            (empty(say!(words, "safety-plan-none")))
            @if shown.may_write { (actions(Button::link(edit, say!(words, "safety-plan-write")))) }
        });
    };
    let change = Button::link(edit, say!(words, "safety-plan-change")).outline().icon(Icon::Pen);
    page.tools(html! { @if shown.may_write { (change) } }).body(html! {
        p.print-only { (called) }
        (drawn(view, &shown.names, kept))
        (seen(say!(words, "safety-plan-seen")))
        p.soft.no-print { (say!(words, "safety-plan-print")) }
        @if shown.versions.len() > 1 { (earlier(view, address, shown)) }
    })
}

/// The plan itself: who wrote it and when, its steps, and what goes with them.
pub(super) fn drawn(view: &View, names: &Names, kept: &KeptPlan) -> Markup {
    let (words, author) = (view.words, phrases::called(view, names, kept.author));
    html! {
        p.soft { (say!(words, "safety-plan-written", at = view.moment(kept.written_at), name = author)) }
        (sheet(&steps(&headings(view), view, &kept.plan), say!(words, "safety-plan-step-blank")))
        (besides(view, &kept.plan))
    }
}

/// The headings of the six steps and the reasons.
pub(super) fn headings(view: &View) -> [Said; 7] {
    let words = view.words;
    [
        say!(words, "safety-plan-1"),
        say!(words, "safety-plan-2"),
        say!(words, "safety-plan-3"),
        say!(words, "safety-plan-4"),
        say!(words, "safety-plan-5"),
        say!(words, "safety-plan-6"),
        say!(words, "safety-plan-7"),
    ]
}

fn steps<'a>(headings: &'a [Said; 7], view: &View, plan: &SafetyPlan) -> [PlanStep<'a>; 7] {
    let step = |at: usize, lines: Vec<Markup>| PlanStep { heading: &headings[at], lines };
    let lines = |texts: &[String]| texts.iter().map(|text| html! { (text) }).collect::<Vec<_>>();
    let contacts = |all: &[Contact]| all.iter().map(|contact| to_call(view, contact)).collect::<Vec<_>>();
    [
        step(0, lines(&plan.warning_signs)),
        step(1, lines(&plan.own_ways)),
        step(2, lines(&plan.places)),
        step(3, contacts(&plan.people)),
        step(4, contacts(&plan.professionals)),
        step(5, lines(&plan.surroundings)),
        step(6, lines(&plan.reasons)),
    ]
}

/// A name, and a button that calls where there is a number; on paper the number stands beside it.
fn to_call(view: &View, contact: &Contact) -> Markup {
    html! {
        (contact.name)
        @if contact.phone.chars().any(|sign| sign.is_ascii_digit()) {
            " " (call(view, &contact.phone).outline().small()) span.print-only { (contact.phone) }
        }
    }
}

fn besides(view: &View, plan: &SafetyPlan) -> Markup {
    let words = view.words;
    html! {
        @if !plan.kept_at.is_empty() { p { (say!(words, "safety-plan-kept", place = plan.kept_at.as_str())) } }
        @if let Some(sure) = plan.confidence { p { (say!(words, "safety-plan-sure", sure = sure)) } }
        @if let Some(day) = plan.review_on { p { (say!(words, "safety-plan-review", day = words.day_of_year(day))) } }
    }
}

fn earlier(view: &View, address: &str, shown: &Shown) -> Markup {
    let words = view.words;
    let row = |kept: &KeptPlan| {
        let name = phrases::called(view, &shown.names, kept.author);
        Row::link(format!("{address}/{}", kept.version), view.moment(kept.written_at)).small(say!(
            words,
            "safety-plan-by",
            name = name
        ))
    };
    html! {
        section.stack.no-print {
            h2 { (say!(words, "safety-plan-earlier")) }
            (rows(shown.versions.iter().map(row)))
        }
    }
}
