//! A member's own alert: help at once, who knows, what comes next; and the call for help itself.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    AlertId, Assurance, CrisisLine, Hearing, Hours, Sign, Written, assurance, crisis_lines, deeds, need_help, see_help,
    store,
};
use super::{help, phrases};
use crate::app::App;
use crate::id;
use crate::identity::Who;
use crate::web::parts::{Button, Tone, Urgency, When, actions, callout, care, interruption, seen as seen_by, story};
use crate::web::{Fields, Form, Page, Path, Said, View, go};
use crate::{Result, say};

/// The page after an answer that suggests danger, or after a call for help.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<AlertId>) -> Result<Response> {
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let (assurance, lines) = (assurance(work, id).await?, crisis_lines(work).await?);
        let grant = deeds::may_see_plan(work, person).await?;
        let plan = if store::newest_plan(work, &grant, person).await?.is_some() { Plan::Kept } else { Plan::NotYet };
        Ok((assurance, lines, plan))
    });
    let (assurance, lines, plan) = reading.await?;
    Ok(page(&who.view, &assurance, &lines, plan).into_response())
}

/// "I have seen this."
pub(super) async fn seen(State(app): State<App>, who: Who, Path(id): Path<AlertId>) -> Result<Response> {
    app.write(who.actor, async move |work| see_help(work, id).await).await?;
    Ok(go("/help"))
}

/// "I need help."
pub(super) async fn call(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let call = id::from_text(form.value("once")).map_or_else(id::random, Ok)?;
    // A call goes out whatever was written: words that cannot be kept are left away, the call is not.
    let words = Written::new("words", form.value("words")).ok();
    let alert = app.write(who.actor, async move |work| need_help(work, call, words.clone()).await).await?;
    Ok(go(&format!("/me/alerts/{alert}")))
}

/// Whether the person has a plan for bad days.
#[derive(Clone, Copy)]
enum Plan {
    Kept,
    NotYet,
}

fn page(view: &View, assurance: &Assurance, lines: &[CrisisLine], plan: Plan) -> Page {
    let words = view.words;
    let (heading, lead) = match assurance.sign {
        Sign::NeedHelp { .. } if assurance.nobody_knows() => ("safety-alone-heading", "safety-alone-lead"),
        Sign::NeedHelp { .. } => ("safety-called-heading", "safety-called-lead"),
        Sign::Post { .. } => ("safety-thanks-heading", "safety-wrote-lead"),
        _ if assurance.sign.is_left_open() && assurance.nobody_knows() => {
            ("safety-left-open-heading", "safety-left-open-alone-lead")
        }
        _ if assurance.sign.is_left_open() => ("safety-left-open-heading", "safety-left-open-lead"),
        _ => ("safety-thanks-heading", "safety-thanks-lead"),
    };
    let cards = html! { (help::cards(view, lines)) (plan_card(view, plan)) };
    let body = if assurance.seen_at.is_some() {
        html! { (cards) (what_happens(view, assurance)) }
    } else {
        let seen = format!("/me/alerts/{}/seen", assurance.alert);
        interruption(
            view,
            cards,
            steps(view, assurance),
            read_at(view, assurance.hours.as_ref(), &assurance.stated_hours),
            &seen,
        )
    };
    Page::new(view, "safety-title-help")
        .without_places()
        .heading(words.say(heading, None))
        .lead(words.say(lead, None))
        .body(body)
}

fn plan_card(view: &View, plan: Plan) -> Markup {
    let words = view.words;
    let way = match plan {
        Plan::Kept => Button::link("/me/safety-plan", say!(words, "safety-plan-mine")),
        Plan::NotYet => Button::link("/me/safety-plan/edit", say!(words, "safety-plan-write")),
    };
    let body = html! {
        p { (say!(words, "safety-plan-card")) }
        (actions(way.outline()))
    };
    care(Urgency::Wait, &say!(words, "safety-plan-heading"), body)
}

/// Who has been told and what comes next, for the help page.
pub(super) fn what_happens(view: &View, assurance: &Assurance) -> Markup {
    html! {
        section.stack {
            h2 { (say!(view.words, "interruption-next")) }
            (steps(view, assurance))
            (callout(Tone::Plain, html! { p { (read_at(view, assurance.hours.as_ref(), &assurance.stated_hours)) } }))
        }
    }
}

/// When it is read, and what to do at other times, below the numbers to call.
fn read_at(view: &View, hours: Option<&Hours>, stated: &str) -> Markup {
    html! { (phrases::hours(view, hours, stated)) " " (say!(view.words, "safety-hours-numbers")) }
}

/// What somebody who calls is told before: who hears of it, and when it is read.
pub(super) struct BeforeCalling {
    pub hearing: Hearing,
    pub hours: Option<Hours>,
    pub stated_hours: String,
}

/// The button that calls, for somebody who sits in a group.
pub(super) fn call_form(view: &View, before: &BeforeCalling) -> Markup {
    let (words, fields) = (view.words, Fields::blank(view));
    let Hearing { first, besides } = &before.hearing;
    let told: Vec<Said> = first.iter().map(|name| named(view, name.as_deref())).collect();
    let others = besides.iter().map(|name| name.clone().map_or_else(|| say!(words, "safety-somebody"), Said::from));
    let readers: Vec<Said> = told.iter().cloned().chain(others).collect();
    let form = html! {
        @if !readers.is_empty() { (seen_by(say!(words, "safety-call-seen", names = readers.join(", ")))) }
        (fields.area("words", say!(words, "safety-call-words")))
        (actions(Button::submit(say!(words, "safety-call-send")).help()))
    };
    let body = html! {
        @if first.is_empty() {
            p { (say!(words, "safety-call-nobody")) }
        } @else {
            p { (say!(words, "safety-call-lead", names = told.join(", "))) }
        }
        p { (read_at(view, before.hours.as_ref(), &before.stated_hours)) }
        (fields.form("/help/call", &form))
    };
    care(Urgency::Talk, &say!(words, "safety-call-heading"), body)
}

/// True to the minute: what happened, and what will.
fn steps(view: &View, assurance: &Assurance) -> Markup {
    let words = view.words;
    let began = match assurance.sign {
        Sign::NeedHelp { .. } => say!(words, "safety-step-called"),
        Sign::Post { .. } => say!(words, "safety-step-wrote"),
        _ => say!(words, "safety-step-sent"),
    };
    let mut lines = vec![(When::Done, phrases::short(view, assurance.raised_at), began)];
    for (name, at) in &assurance.told {
        let said = say!(words, "safety-step-told", name = named(view, name.as_deref()));
        lines.push((When::Done, phrases::short(view, *at), said));
    }
    if let Some((name, at)) = &assurance.taken {
        let said = say!(words, "safety-step-taken", name = named(view, name.as_deref()));
        lines.push((When::Done, phrases::short(view, *at), said));
    }
    if assurance.nobody_knows() {
        lines.push((When::Done, phrases::short(view, assurance.raised_at), say!(words, "safety-step-nobody")));
    }
    lines.extend(to_come(view, assurance));
    html! {
        (story(lines))
        @if !assurance.told.is_empty() { (seen_by(say!(words, "safety-step-seen"))) }
    }
}

/// What comes next, and when. Where nobody knows and nobody can be told, nothing is promised.
fn to_come(view: &View, assurance: &Assurance) -> Vec<(When, Said, Said)> {
    let (words, mut lines) = (view.words, Vec::new());
    let line = |at, said| (When::ToCome, phrases::short(view, at), said);
    match &assurance.next {
        Some((names, _)) if names.is_empty() && assurance.nobody_knows() => return lines,
        Some((names, at)) if names.is_empty() => lines.push(line(*at, say!(words, "safety-step-again"))),
        Some((names, at)) => {
            let names: Vec<_> = names.iter().map(|name| named(view, name.as_deref())).collect();
            lines.push(line(*at, say!(words, "safety-step-next", names = names.join(", "))));
        }
        None => {}
    }
    if let Some(at) = assurance.decide_by {
        lines.push(match assurance.hours.as_ref().filter(|hours| !hours.hold_at(at).unwrap_or(true)) {
            Some(hours) => (When::ToCome, say!(words, "safety-step-then"), decided_when_read(view, hours)),
            None => line(at, say!(words, "safety-step-decide")),
        });
    }
    lines
}

/// The deadline chases the team at any hour. Where it falls outside the hours at which somebody reads, the person is
/// promised those hours instead of it.
fn decided_when_read(view: &View, hours: &Hours) -> Said {
    let (from, until) = (phrases::clock(view, hours.from_minute), phrases::clock(view, hours.until_minute));
    say!(view.words, "safety-step-decide-read", days = phrases::days(view, hours), from = from, until = until)
}

fn named(view: &View, name: Option<&str>) -> Said {
    name.map_or_else(|| say!(view.words, "safety-on-duty"), |name| name.to_owned().into())
}
