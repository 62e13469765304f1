//! Writing a safety plan, step by step on one page.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Contact, Need, SafetyPlan, crisis_lines, deeds, safety_plan, write_plan};
use super::plan::{address, headings};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::parts::{Button, Tone, actions, callout, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// People to call that the form has room for, in each of the two steps.
const CONTACTS: usize = 4;

/// One's own plan.
pub(super) async fn mine(State(app): State<App>, who: Who) -> Result<Response> {
    ask(&app, &who, who.person).await
}

/// Keeps one's own plan.
pub(super) async fn keep_mine(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    keep(&app, &who, who.person, form).await
}

/// A member's plan, written together.
pub(super) async fn theirs(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    ask(&app, &who, person).await
}

/// Keeps a member's plan.
pub(super) async fn keep_theirs(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    keep(&app, &who, person, form).await
}

async fn ask(app: &App, who: &Who, person: PersonId) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_write_plan(work, person).await?;
        Ok(match safety_plan(work, person).await? {
            Some(kept) => (kept.version, kept.plan),
            None => (0, begun(crisis_lines(work).await?)),
        })
    });
    let (version, plan) = reading.await?;
    let fields = Fields::filled(&who.view, to_form(&plan));
    Ok(page(&who.view, &address(who, person), &version.to_string(), &fields, None).into_response())
}

async fn keep(app: &App, who: &Who, person: PersonId, form: Form) -> Result<Response> {
    let read = read(&form);
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_write_plan(work, person).await?;
        let (based_on, plan) = read.as_ref().map_err(Error::clone)?;
        write_plan(work, person, *based_on, plan).await
    });
    let address = address(who, person);
    let (faults, conflict, status) = match keeping.await {
        Ok(_) => return Ok(go(&address)),
        Err(Error::Invalid(faults)) => (faults, None, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(key)) => (Vec::new(), Some(key), StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let based_on = form.value("based_on").to_owned();
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &address, &based_on, &fields, conflict).status(status).into_response())
}

/// A new plan already names the practice's lines to talk to.
fn begun(lines: Vec<super::super::CrisisLine>) -> SafetyPlan {
    let to_talk = lines.into_iter().filter(|line| line.is_shown() && line.terms.need == Need::Talk);
    let contacts = to_talk.map(|line| Contact { name: line.terms.name, phone: line.terms.number });
    SafetyPlan { professionals: contacts.take(CONTACTS - 1).collect(), ..SafetyPlan::default() }
}

fn to_form(plan: &SafetyPlan) -> Form {
    let mut pairs = vec![("kept_at".to_owned(), plan.kept_at.clone())];
    pairs.extend(plan.lists().map(|(field, lines)| (field.to_owned(), lines.join("\n"))));
    for (field, contacts) in [("people", &plan.people), ("professionals", &plan.professionals)] {
        for (number, contact) in contacts.iter().enumerate() {
            pairs.push((format!("{field}-name-{number}"), contact.name.clone()));
            pairs.push((format!("{field}-phone-{number}"), contact.phone.clone()));
        }
    }
    pairs.extend(plan.confidence.map(|sure| ("confidence".to_owned(), sure.to_string())));
    if let Some(day) = plan.review_on {
        pairs.push(("review_on-day".to_owned(), day.day().to_string()));
        pairs.push(("review_on-month".to_owned(), day.month().to_string()));
        pairs.push(("review_on-year".to_owned(), day.year().to_string()));
    }
    Form::of(pairs)
}

fn read(form: &Form) -> Result<(u32, SafetyPlan)> {
    let mut check = Check::new(form);
    let based_on = check.number("based_on", 0..=u32::MAX);
    let mut list = |field| {
        let text = check.area(field, 0..=TEXT_CHARS_MAX)?;
        Some(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>())
    };
    let (warning_signs, own_ways, places) = (list("warning_signs"), list("own_ways"), list("places"));
    let (surroundings, reasons) = (list("surroundings"), list("reasons"));
    let (people, professionals) = (contacts(&mut check, form, "people"), contacts(&mut check, form, "professionals"));
    let kept_at = check.text("kept_at", 0..=LINE_CHARS_MAX);
    let confidence = check.optional("confidence", |check| check.number("confidence", 0..=10));
    let review_on = check.optional("review_on", |check| check.date("review_on"));
    check.done(|| {
        let plan = SafetyPlan {
            warning_signs: warning_signs?,
            own_ways: own_ways?,
            places: places?,
            people: people?,
            professionals: professionals?,
            surroundings: surroundings?,
            reasons: reasons?,
            kept_at: kept_at?,
            confidence: confidence?,
            review_on: review_on?,
        };
        Some((based_on?, plan))
    })
}

fn contacts(check: &mut Check<'_>, form: &Form, field: &str) -> Option<Vec<Contact>> {
    let mut contacts = Vec::new();
    for number in 0..CONTACTS {
        let (name, phone) = (format!("{field}-name-{number}"), format!("{field}-phone-{number}"));
        if form.value(&name).trim().is_empty() && form.value(&phone).trim().is_empty() {
            continue;
        }
        contacts.push(Contact {
            name: check.text(&name, 1..=NAME_CHARS_MAX)?,
            phone: check.text(&phone, 0..=NAME_CHARS_MAX)?,
        });
    }
    Some(contacts)
}

fn page(view: &View, address: &str, based_on: &str, fields: &Fields<'_>, conflict: Option<&'static str>) -> Page {
    let (words, headings) = (view.words, headings(view));
    let form = html! {
        (seen(say!(words, "safety-plan-seen")))
        (fields.hidden("based_on", based_on))
        (list(fields, "warning_signs", &headings[0], say!(words, "safety-plan-1-hint")))
        (list(fields, "own_ways", &headings[1], say!(words, "safety-plan-2-hint")))
        (list(fields, "places", &headings[2], say!(words, "safety-plan-3-hint")))
        (people(view, fields, "people", &headings[3]))
        (people(view, fields, "professionals", &headings[4]))
        (list(fields, "surroundings", &headings[5], say!(words, "safety-plan-6-hint")))
        (list(fields, "reasons", &headings[6], say!(words, "safety-plan-7-hint")))
        (fields.text("kept_at", say!(words, "safety-plan-kept-field")))
        (fields.scale("confidence", say!(words, "safety-plan-sure-field"), &say!(words, "safety-plan-sure-low"), &say!(words, "safety-plan-sure-high")))
        (fields.date("review_on", say!(words, "safety-plan-review-field")))
        (actions(html! {
            (Button::submit(say!(words, "safety-plan-keep")))
            (Button::link(address, say!(words, "safety-plan-back")).quiet())
        }))
    };
    Page::new(view, "safety-title-plan")
        .width(Width::Mid)
        .back(address, say!(words, "safety-plan-back"))
        .lead(say!(words, "safety-plan-form-lead"))
        .body(html! {
            @if let Some(key) = conflict { (callout(Tone::Note, html! { p { (words.say(key, None)) } })) }
            (fields.form(&format!("{address}/edit"), &form))
        })
}

/// A step that is a list: one line each.
fn list(fields: &Fields<'_>, field: &str, heading: &str, hint: crate::web::Said) -> Markup {
    html! { (fields.area(field, heading).hint(hint).voice()) }
}

/// A step that is people and their numbers.
fn people(view: &View, fields: &Fields<'_>, field: &str, heading: &str) -> Markup {
    let words = view.words;
    html! {
        fieldset.stack {
            legend { (heading) }
            @for number in 0..CONTACTS {
                div.pair {
                    (fields.text(&format!("{field}-name-{number}"), say!(words, "safety-plan-name", number = number + 1)))
                    (fields.text(&format!("{field}-phone-{number}"), say!(words, "safety-plan-phone", number = number + 1)).autocomplete("off"))
                }
            }
        }
    }
}
