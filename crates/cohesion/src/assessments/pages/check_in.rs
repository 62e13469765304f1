//! A member's check-in: one question a page or all on one, kept while answering, looked over, sent.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Assignment, AssignmentId, AssignmentState, Draft, Sheet, assignment, draft, keep_draft, submit};
use super::{question, sheet};
use crate::app::App;
use crate::clock::Timestamp;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Tone, actions, back, callout, draft as kept_while_typing, progress, seen};
use crate::web::{Fields, Form, Page, View, Width, go};
use crate::{Error, Result, id, say};

/// An assignment with what has been answered so far and when that was kept.
type Begun = (Assignment, Draft, Option<Timestamp>);

async fn begun(app: &App, who: &Who, id: AssignmentId) -> Result<Begun> {
    let reading = app.read(who.actor, async move |work| {
        let assignment = assignment(work, id).await?;
        let (draft, kept_at) = draft(work, id).await?.unzip();
        Ok((assignment, draft.unwrap_or_default(), kept_at))
    });
    let begun = reading.await?;
    match begun.0.state {
        AssignmentState::Asked => Ok(begun),
        _ => Err(Error::Conflict("assessments-conflict-answered")),
    }
}

/// What is asked, how long it takes and who reads it: said before the first question.
pub(super) async fn begin(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let (assignment, draft, _) = begun(&app, &who, id).await?;
    let (words, count) = (who.view.words, assignment.instrument.items.len());
    let first = sheet::first_open(&draft, assignment.instrument);
    let body = html! {
        p.lead { (say!(words, "assessments-begin", count = count, minutes = minutes(count))) }
        (who_reads(&who.view))
        (actions(html! {
            (Button::link(format!("/me/check-in/{id}/{first}"), say!(words, "assessments-begin-one")))
            (Button::link(format!("/me/check-in/{id}/all"), say!(words, "assessments-begin-all")).outline())
        }))
        p.soft { (say!(words, "assessments-begin-skip")) }
    };
    Ok(Page::new(&who.view, "assessments-title-check-in").body(body).into_response())
}

/// One question.
pub(super) async fn ask(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(AssignmentId, usize)>,
) -> Result<Response> {
    let (assignment, draft, kept_at) = begun(&app, &who, id).await?;
    let count = assignment.instrument.items.len();
    let place = number.checked_sub(1).filter(|place| *place < count).ok_or(Error::NotFound)?;
    let words = who.view.words;
    let before = if place == 0 { format!("/me/check-in/{id}") } else { format!("/me/check-in/{id}/{place}") };
    let body = html! {
        form.stack method="post" action={ "/me/check-in/" (id) "/" (number) } novalidate {
            (progress(back(&before, say!(words, "assessments-back")), say!(words, "assessments-question-of", number = number, count = count), number, count))
            (question::alone(assignment.instrument, place, &sheet::filled(&draft)))
            (actions(html! {
                (Button::submit(say!(words, "assessments-continue")))
                (Button::submit(say!(words, "assessments-skip")).quiet().named("skip", "yes"))
                (Button::link("/me", say!(words, "assessments-stop")).quiet())
            }))
            (who_reads(&who.view))
            @if let Some(kept_at) = kept_at { p.soft { (say!(words, "assessments-kept", time = who.view.time(kept_at))) } }
            (question::attribution(&who.view, assignment.instrument))
        }
    };
    Ok(Page::new(&who.view, "assessments-title-check-in").own_heading().without_places().body(body).into_response())
}

/// Keeps one answer and goes on; a question that is skipped loses the answer it had.
pub(super) async fn keep_one(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(AssignmentId, usize)>,
    form: Form,
) -> Result<Response> {
    let (assignment, draft, _) = begun(&app, &who, id).await?;
    let instrument = assignment.instrument;
    let place = number.checked_sub(1).filter(|place| *place < instrument.items.len()).ok_or(Error::NotFound)?;
    let mut answered = sheet::over(draft, instrument, &form);
    if form.ticked("skip") {
        answered.positions[place] = None;
    }
    let stops_here = instrument.answers(&answered.positions[..number]).is_ok();
    app.write(who.actor, async move |work| keep_draft(work, id, &answered).await).await?;
    Ok(go(&if stops_here { format!("/me/check-in/{id}/review") } else { format!("/me/check-in/{id}/{}", number + 1) }))
}

/// All questions on one page, for wide screens and paper.
pub(super) async fn all(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let (assignment, draft, _) = begun(&app, &who, id).await?;
    let (instrument, words) = (assignment.instrument, who.view.words);
    let fields = Fields::filled(&who.view, sheet::filled(&draft));
    let questions = html! {
        @if let Some(instruction) = &instrument.instruction { p.lead { (instruction) } }
        @for place in 0..instrument.items.len() {
            @let above = instrument.items[place].lead.as_deref();
            @if let Some(above) = above { p.soft { (above) } }
            (question::among(&fields, instrument, place))
        }
        (actions(html! {
            (Button::submit(say!(words, "assessments-to-review")))
            (Button::link("/me", say!(words, "assessments-stop")).quiet())
        }))
    };
    let body = html! {
        (who_reads(&who.view))
        (kept_while_typing(
            &format!("/me/check-in/{id}/draft"),
            &say!(words, "assessments-offline"),
            fields.form(&format!("/me/check-in/{id}/all"), &questions),
        ))
        (question::attribution(&who.view, instrument))
    };
    Ok(Page::new(&who.view, "assessments-title-check-in").width(Width::Mid).without_places().body(body).into_response())
}

/// Keeps all that is answered and goes to the review.
pub(super) async fn keep_all(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<Response> {
    keep(&app, &who, id, &form).await?;
    Ok(go(&format!("/me/check-in/{id}/review")))
}

/// Keeps what is being typed, and says when.
pub(super) async fn keep_typed(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<String> {
    keep(&app, &who, id, &form).await?;
    Ok(say!(who.view.words, "assessments-kept", time = who.view.time(who.view.now)).to_string())
}

async fn keep(app: &App, who: &Who, id: AssignmentId, form: &Form) -> Result<()> {
    let (assignment, draft, _) = begun(app, who, id).await?;
    let answered = sheet::over(draft, assignment.instrument, form);
    app.write(who.actor, async move |work| keep_draft(work, id, &answered).await).await
}

/// All answers once more, before they are sent. A sensitive question's words are not said again.
pub(super) async fn review(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let (assignment, draft, _) = begun(&app, &who, id).await?;
    let words = who.view.words;
    let fields = Fields::blank(&who.view);
    let send = html! {
        (fields.once())
        (who_reads(&who.view))
        (actions(Button::submit(say!(words, "assessments-send")).icon(Icon::Check)))
    };
    let body = html! {
        (answers(&who.view, &assignment, &draft))
        (fields.form(&format!("/me/check-in/{id}/review"), &send))
    };
    let page = Page::new(&who.view, "assessments-title-review").without_places();
    Ok(page.lead(say!(words, "assessments-review-lead")).body(body).into_response())
}

fn answers(view: &View, assignment: &Assignment, draft: &Draft) -> Markup {
    let instrument = assignment.instrument;
    html! {
        dl.facts {
            @for (place, item) in instrument.items.iter().enumerate() {
                @let position = draft.positions.get(place).copied().flatten();
                @let chosen = position.and_then(|position| instrument.options(item).get(position));
                dt { a href={ "/me/check-in/" (assignment.id) "/" (place + 1) } { (say!(view.words, "assessments-question", number = place + 1)) } }
                dd {
                    @match chosen {
                        Some(option) => (question::label(option)),
                        None => span.soft { (say!(view.words, "assessments-no-answer")) },
                    }
                }
            }
        }
    }
}

/// Sends the answers. The page that was reviewed carries a key, so that sending it twice is sending it once.
pub(super) async fn send(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<Response> {
    let key = id::from_text(form.value("once")).map_or_else(id::random, Ok)?;
    let sending = app.write(who.actor, async move |work| {
        let positions = match draft(work, id).await? {
            Some((draft, _)) => draft.positions,
            None => Vec::new(),
        };
        submit(work, id, &Sheet { key, positions }).await
    });
    let submitted = sending.await?;
    Ok(match submitted.alert {
        Some(alert) => go(&format!("/me/alerts/{alert}")),
        None => go(&format!("/me/check-in/{id}/done")),
    })
}

/// Thanks, and what happens with the answers.
pub(super) async fn done(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    app.read(who.actor, async move |work| assignment(work, id).await.map(|_| ())).await?;
    let words = who.view.words;
    let body = html! {
        (callout(Tone::Well, html! { p { (say!(words, "assessments-done")) } }))
        (who_reads(&who.view))
        (actions(html! {
            (Button::link("/me", say!(words, "assessments-done-today")))
            (Button::link("/me/progress", say!(words, "assessments-done-progress")).outline())
        }))
    };
    Ok(Page::new(&who.view, "assessments-title-done").body(body).into_response())
}

fn who_reads(view: &View) -> Markup {
    seen(say!(view.words, "assessments-who-reads"))
}

/// Five questions take about a minute.
const fn minutes(questions: usize) -> usize {
    questions.div_ceil(5)
}
