//! What is kept of one person, for those who lead a group of theirs: until when, a hold, and what is asked to be corrected.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Correction, CorrectionId, Hold, Kept, On, answer_correction, corrections_of, deeds, holds, kept_of, lift, place,
};
use crate::access::Deed;
use crate::app::App;
use crate::enrolment::{self, PersonTabs, person_tabs};
use crate::error::Fault;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, callout, card, empty, facts, missing, own, post, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Legible, Result, say};

struct Shown {
    person: PersonId,
    called: String,
    kept: Vec<Kept>,
    /// Nothing where the actor may place none.
    holds: Option<Vec<Hold>>,
    corrections: Legible<Correction>,
    tabs: PersonTabs,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<PersonId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: PersonId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let kept = kept_of(work, id).await?;
        let (known, _) = enrolment::person(work, id).await?;
        let may_hold = deeds::holds_through(work, id).await?.allows(Deed::HoldRecords);
        Ok(Shown {
            person: id,
            called: known.called,
            kept,
            holds: if may_hold { Some(holds(work, On::Person(id)).await?) } else { None },
            corrections: corrections_of(work, id).await?,
            tabs: person_tabs(work, id).await?,
        })
    });
    reading.await
}

/// Places a hold, or lifts it.
pub(super) async fn hold(State(app): State<App>, who: Who, Path(id): Path<PersonId>, form: Form) -> Result<Response> {
    let change = Change::read(&form);
    let changing = app.write(who.actor, async move |work| {
        deeds::may_hold_person(work, id).await?;
        change.as_ref().map_err(Error::clone)?.make(work, On::Person(id)).await
    });
    match changing.await {
        Ok(()) => Ok(go(&format!("/care/people/{id}/kept"))),
        Err(error) => again(&app, &who, id, form, error).await,
    }
}

/// Answers what somebody asked to be corrected.
pub(super) async fn answer(
    State(app): State<App>,
    who: Who,
    Path(id): Path<CorrectionId>,
    form: Form,
) -> Result<Response> {
    let words = form.value(&format!("answer-{id}")).to_owned();
    let person = app.read(who.actor, async move |work| deeds::may_answer(work, id).await).await?;
    let answering = app.write(who.actor, async move |work| answer_correction(work, id, &words).await);
    match answering.await {
        Ok(person) => Ok(go(&format!("/care/people/{person}/kept"))),
        Err(error) => again(&app, &who, person, form, error).await,
    }
}

async fn again(app: &App, who: &Who, id: PersonId, form: Form, error: Error) -> Result<Response> {
    let (faults, status) = match error {
        Error::Invalid(faults) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Error::Conflict(words) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        other => return Err(other),
    };
    let shown = read(app, who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

/// What a form about a hold asks for.
pub(super) enum Change {
    /// A hold, for this reason.
    Place(String),
    /// None any more.
    Lift,
}

impl Change {
    /// Reads it.
    pub fn read(form: &Form) -> Result<Self> {
        if form.value("do") == "lift" {
            return Ok(Self::Lift);
        }
        let mut check = Check::new(form);
        let words = check.area("words", 1..=TEXT_CHARS_MAX);
        check.done(|| words.map(Self::Place))
    }

    /// Does it.
    pub async fn make(&self, work: &mut Work<'_>, on: On) -> Result<()> {
        match self {
            Self::Place(words) => place(work, on, words).await.map(|_| ()),
            Self::Lift => lift(work, on).await,
        }
    }
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let holding = shown.holds.as_ref().map(|holds| {
        let action = format!("/care/people/{}/hold", shown.person);
        holding(view, holds, &action, fields)
    });
    let corrections = html! { @for correction in &shown.corrections.readable { (asked(view, correction, fields)) } };
    Page::new(view, "rights-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(words, "place-people"))
        .crumb(format!("/care/people/{}", shown.person), shown.called.as_str())
        .heading(&shown.called)
        .tabs(shown.tabs.draw(view))
        .body(html! {
            (fields.summary())
            section.stack {
                h2 { (say!(words, "rights-clock")) }
                @for kept in &shown.kept { (clock(view, kept)) }
            }
            section.stack {
                h2 { (say!(words, "rights-corrections")) }
                (missing(view, shown.corrections.damaged))
                @if shown.corrections.readable.is_empty() { (empty(say!(words, "rights-corrections-none"))) }
                (corrections)
            }
            @if let Some(holding) = holding {
                section.stack { h2 { (say!(words, "rights-hold")) } (holding) }
            }
        })
}

fn clock(view: &View, kept: &Kept) -> Markup {
    let (words, one) = (view.words, &kept.membership);
    let day = |moment| words.day_of_year(view.date(moment));
    let until = match (one.held_since, one.due_at()) {
        (Some(since), _) => say!(words, "rights-until-held", day = day(since)),
        (None, Some(at)) => say!(words, "rights-until-day", day = day(at)),
        (None, None) => say!(words, "rights-until-open"),
    };
    card(html! { h3 { (kept.name) } (facts([(say!(words, "rights-fact-until"), until)])) })
}

fn asked(view: &View, correction: &Correction, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "rights-asked-on", moment = view.moment(correction.asked_at))) }
                @if correction.answer.is_none() { (tag(Tone::Note, None, say!(words, "rights-asked-waits"))) }
            }
            (own(html! { span.lines { (correction.words) } }))
            @match &correction.answer {
                Some((answer, at)) => {
                    p { (say!(words, "rights-answered-on", moment = view.moment(*at))) }
                    p.lines { (answer) }
                }
                None => {
                    form.stack.stack--tight method="post" action={ "/care/corrections/" (correction.id) } novalidate {
                        (fields.area(&format!("answer-{}", correction.id), say!(words, "rights-answer")).hint(say!(words, "rights-answer-hint")))
                        (actions(Button::submit(say!(words, "rights-answer-send")).small()))
                    }
                }
            }
        }
    }
}

/// The holds that stand, and the form that changes them.
pub(super) fn holding(view: &View, holds: &[Hold], action: &str, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let lift = Button::submit(say!(words, "rights-hold-lift")).outline();
    html! {
        p { (say!(words, "rights-hold-about")) }
        @for hold in holds {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "rights-hold-since", day = words.day_of_year(view.date(hold.placed_at)))) } }
                p.lines { (hold.words) }
            }))
        }
        @if holds.is_empty() {
            form.stack method="post" action=(action) novalidate {
                (fields.area("words", say!(words, "rights-hold-why")).hint(say!(words, "rights-hold-hint")))
                (actions(Button::submit(say!(words, "rights-hold-place"))))
            }
        } @else {
            @if !fields.value("words").is_empty() { (own(html! { span.lines { (fields.value("words")) } })) }
            (post(action, &[("do", "lift")], &lift))
        }
    }
}
