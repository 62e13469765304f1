//! A member's check-in: one question a page or all on one, kept while answering.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::aside::{at_step, at_the_end};
use super::super::{AssignmentId, Begun, Part, Readers, begin, keep_draft, questions};
use super::{question, sheet};
use crate::app::App;
use crate::error::Fault;
use crate::identity::Who;
use crate::web::forms::mend;
use crate::web::parts::{Button, actions, back, draft as kept_while_typing, progress, seen};
use crate::web::{Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// What is asked, how long it takes and who reads it: said before the first question.
pub(super) async fn start(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let begun = match begun(&app, &who, id).await {
        Err(error) => return elsewhere(id, error),
        Ok(begun) => begun,
    };
    let words = who.view.words;
    let count = questions(begun.assignment.instrument);
    let first = sheet::first_open(&begun.draft, begun.assignment.instrument);
    let body = html! {
        @if begun.waits {
            p.lead { (say!(words, "assessments-waits")) }
            p { (say!(words, "assessments-waits-help")) }
            (actions(Button::link("/me", say!(words, "assessments-done-today"))))
        } @else {
            p.lead { (say!(words, "assessments-begin", count = count, minutes = minutes(count))) }
            (who_reads(&who.view, &begun.readers))
            (actions(html! {
                (Button::link(format!("/me/check-in/{id}/{first}"), say!(words, "assessments-begin-one")))
                (Button::link(format!("/me/check-in/{id}/all"), say!(words, "assessments-begin-all")).outline())
            }))
            p.soft { (say!(words, "assessments-begin-skip")) }
        }
    };
    Ok(Page::new(&who.view, "assessments-title-check-in").body(body).into_response())
}

/// One question.
pub(super) async fn ask(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(AssignmentId, usize)>,
) -> Result<Response> {
    match begun(&app, &who, id).await {
        Err(error) => elsewhere(id, error),
        Ok(begun) if begun.waits => Ok(go(&format!("/me/check-in/{id}"))),
        Ok(begun) => Ok(alone(&who.view, &begun, number, &sheet::filled(&begun.draft), Vec::new())?.into_response()),
    }
}

/// Keeps one answer and goes on; a question that is skipped loses the answer it had.
pub(super) async fn keep_one(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(AssignmentId, usize)>,
    form: Form,
) -> Result<Response> {
    let part = if form.ticked("skip") { sheet::skipped(&form, number) } else { sheet::part(&form) };
    match part {
        Ok(part) => match keep(&app, &who, id, part).await {
            Err(error) => elsewhere(id, error),
            Ok(kept) => {
                let next = sheet::next(&kept.draft, kept.assignment.instrument, number);
                Ok(go(&next.map_or_else(|| review_of(id), |next| format!("/me/check-in/{id}/{next}"))))
            }
        },
        Err(Error::Invalid(faults)) => {
            let begun = begun(&app, &who, id).await?;
            let page = alone(&who.view, &begun, number, &form, faults)?;
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(other) => Err(other),
    }
}

/// All questions on one page, for wide screens and paper.
pub(super) async fn all(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    match begun(&app, &who, id).await {
        Err(error) => elsewhere(id, error),
        Ok(begun) if begun.waits => Ok(go(&format!("/me/check-in/{id}"))),
        Ok(begun) => {
            let fields = Fields::filled(&who.view, sheet::filled(&begun.draft));
            Ok(together(&who.view, &begun, &fields).into_response())
        }
    }
}

/// Keeps all that is answered and goes to the review.
pub(super) async fn keep_all(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<Response> {
    let kept = match sheet::part(&form) {
        Ok(part) => keep(&app, &who, id, part).await.map(|_| ()),
        Err(error) => Err(error),
    };
    match kept {
        Ok(()) => Ok(go(&review_of(id))),
        Err(error @ Error::Invalid(_)) => {
            let begun = begun(&app, &who, id).await?;
            mend(error, |faults| together(&who.view, &begun, &Fields::again(&who.view, form, faults)))
        }
        Err(other) => elsewhere(id, other),
    }
}

/// Keeps what is being typed, and says when.
pub(super) async fn keep_typed(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<String> {
    let part = match sheet::part(&form) {
        Ok(part) => part,
        Err(faults) => return Err(begun(&app, &who, id).await.err().unwrap_or(faults)),
    };
    keep(&app, &who, id, part).await?;
    Ok(say!(who.view.words, "assessments-kept", time = who.view.time(who.view.now)).to_string())
}

pub(super) async fn begun(app: &App, who: &Who, id: AssignmentId) -> Result<Begun> {
    app.read(who.actor, async move |work| begin(work, id).await).await
}

async fn keep(app: &App, who: &Who, id: AssignmentId, part: Part) -> Result<Begun> {
    app.write(who.actor, async move |work| keep_draft(work, id, &part).await).await
}

/// What was sent in the meantime, in another tab or on another device, is shown as it was sent.
pub(super) fn elsewhere(id: AssignmentId, error: Error) -> Result<Response> {
    match error {
        Error::Conflict("assessments-conflict-answered") => Ok(go(&format!("/me/answers/{id}"))),
        other => Err(other),
    }
}

pub(super) fn who_reads(view: &View, readers: &Readers) -> Markup {
    let words = view.words;
    seen(html! {
        (say!(words, "assessments-who-reads", names = readers.names.join(", "))) " "
        @if readers.hours.is_empty() {
            (say!(words, "assessments-read-at-no-hour"))
        } @else {
            (say!(words, "assessments-read-at", hours = readers.hours.as_str()))
        }
    })
}

fn review_of(id: AssignmentId) -> String {
    format!("/me/check-in/{id}/review")
}

fn alone(view: &View, begun: &Begun, number: usize, form: &Form, faults: Vec<Fault>) -> Result<Page> {
    let (id, instrument, words) = (begun.assignment.id, begun.assignment.instrument, view.words);
    let count = questions(instrument);
    let place = number.checked_sub(1).filter(|place| *place < count).ok_or(Error::NotFound)?;
    let before = if place == 0 { format!("/me/check-in/{id}") } else { format!("/me/check-in/{id}/{place}") };
    let said = say!(words, "assessments-question-of", number = number, count = count);
    let fields = &Fields::again(view, form.clone(), faults);
    let inside = html! {
        (progress(back(&before, say!(words, "assessments-back")), said, number, count))
        @match at_step(instrument, number).filter(|_| place >= instrument.items.len()) {
            Some(asked) => (question::aside_alone(view, &asked, form, fields)),
            None => (question::alone(view, instrument, place, form, fields)),
        }
        (sheet::drawn_for(fields, instrument))
        (actions(html! {
            (Button::submit(say!(words, "assessments-continue")))
            (Button::submit(say!(words, "assessments-skip")).quiet().named("skip", "yes"))
            (Button::link("/me", say!(words, "assessments-stop")).quiet())
        }))
        (who_reads(view, &begun.readers))
        @if let Some(kept_at) = begun.kept_at { p.soft { (say!(words, "assessments-kept", time = view.time(kept_at))) } }
        (question::attribution(view, instrument))
    };
    // Each question is kept under an address of its own, so that what stayed on this device goes back to where it was typed.
    let body = kept_while_typing(
        &format!("/me/check-in/{id}/draft?question={number}"),
        &say!(words, "assessments-offline"),
        fields.form(&format!("/me/check-in/{id}/{number}"), inside),
    );
    Ok(Page::new(view, "assessments-title-check-in").own_heading().without_places().body(body))
}

fn together(view: &View, begun: &Begun, fields: &Fields<'_>) -> Page {
    let (id, instrument, words) = (begun.assignment.id, begun.assignment.instrument, view.words);
    let inside = html! {
        (every_question(view, fields, instrument))
        (actions(html! {
            (Button::submit(say!(words, "assessments-to-review")))
            (Button::link("/me", say!(words, "assessments-stop")).quiet())
        }))
    };
    let body = html! {
        (who_reads(view, &begun.readers))
        (kept_while_typing(
            &format!("/me/check-in/{id}/draft"),
            &say!(words, "assessments-offline"),
            fields.form(&format!("/me/check-in/{id}/all"), &inside),
        ))
        (question::attribution(view, instrument))
    };
    Page::new(view, "assessments-title-check-in").width(Width::Mid).without_places().body(body)
}

/// Everything that the form asks, for one page.
pub(super) fn every_question(view: &View, fields: &Fields<'_>, instrument: &'static measures::Instrument) -> Markup {
    html! {
        @if let Some(instruction) = &instrument.instruction { p.lead { (instruction) } }
        @for place in 0..instrument.items.len() {
            @let above = instrument.items[place].lead.as_deref();
            @if let Some(above) = above { p.soft { (above) } }
            (question::among(view, fields, instrument, place))
        }
        @for asked in at_the_end(instrument) { (question::aside_among(view, fields, &asked)) }
        (sheet::drawn_for(fields, instrument))
    }
}

/// Five questions take about a minute.
const fn minutes(questions: usize) -> usize {
    questions.div_ceil(5)
}
