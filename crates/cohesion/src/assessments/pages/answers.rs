//! What a member has answered: the list, one questionnaire with its versions, and correcting it.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Answered, AssignmentId, Cursor, Draft, Response as Given, Sheet, answered, correct, my_answers, own_alert,
};
use super::result::{Reader, earlier, total_in_words, version};
use super::{check_in, question, sheet};
use crate::app::App;
use crate::clock::Timestamp;
use crate::identity::Who;
use crate::limits::PAGE_ROWS_MAX;
use crate::safety::AlertId;
use crate::web::forms::mend;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, rows, seen};
use crate::web::{Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, id, say};

/// Everything one has answered, the newest first. `after` asks for what is older.
pub(super) async fn list(State(app): State<App>, who: Who, RawQuery(query): RawQuery) -> Result<Response> {
    let asked = Form::parse(query.as_deref().unwrap_or_default());
    let after = cursor(asked.value("after"));
    let answers = app.read(who.actor, async move |work| my_answers(work, after).await).await?;
    let words = who.view.words;
    let older = answers.last().filter(|_| answers.len() == PAGE_ROWS_MAX as usize).map(address_of);
    let body = html! {
        @if answers.is_empty() { (empty(say!(words, "assessments-answers-none"))) } @else {
            (rows(answers.iter().filter_map(|given| row(&who.view, given))))
        }
        (actions(html! {
            @if let Some(older) = older {
                (Button::link(format!("/me/answers?after={older}"), say!(words, "assessments-answers-older")).outline())
            }
            @if after.is_some() { (Button::link("/me/answers", say!(words, "assessments-answers-newest")).quiet()) }
        }))
        (seen(say!(words, "assessments-answers-seen")))
    };
    let page = Page::new(&who.view, "assessments-title-answers").back("/me/practice", say!(words, "place-practice"));
    Ok(page.body(body).into_response())
}

/// One's own answers to one questionnaire.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let (answered, alert) = own(&app, &who, id).await?;
    Ok(page(&who.view, &answered, alert).into_response())
}

/// The form once more, filled in with what counts now.
pub(super) async fn amend(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let (answered, _) = own(&app, &who, id).await?;
    if !answered.can_correct {
        return Err(Error::NotFound);
    }
    let filled = sheet::filled(&kept(&answered)?);
    Ok(form_page(&who.view, &answered, &Fields::filled(&who.view, filled)).into_response())
}

/// Keeps the correction beside what was sent before.
pub(super) async fn keep(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<Response> {
    let key = id::from_text(form.value("once")).map_or_else(id::random, Ok)?;
    let (answered, _) = own(&app, &who, id).await?;
    let corrected = match sheet::part(&form) {
        Ok(part) if part.form != answered.assignment.instrument.id => Err(Error::NotFound),
        Err(error) => Err(error),
        Ok(part) => {
            let mut whole = kept(&answered)?;
            whole.lay(&part, answered.assignment.instrument);
            let sheet = Sheet { key, positions: whole.positions, asides: whole.asides };
            app.write(who.actor, async move |work| correct(work, id, &sheet).await).await
        }
    };
    match corrected {
        Ok(submitted) => Ok(match submitted.alert {
            Some(alert) => go(&format!("/me/alerts/{alert}")),
            None => go(&format!("/me/answers/{id}")),
        }),
        Err(error) => mend(error, |faults| form_page(&who.view, &answered, &Fields::again(&who.view, form, faults))),
    }
}

async fn own(app: &App, who: &Who, id: AssignmentId) -> Result<(Answered, Option<AlertId>)> {
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let answered = answered(work, id).await?;
        if answered.assignment.person != person {
            return Err(Error::NotFound);
        }
        let alert = own_alert(work, &answered).await?;
        Ok((answered, alert))
    });
    reading.await
}

/// The version that counts, as a form holds it.
fn kept(answered: &Answered) -> Result<Draft> {
    let record = &answered.latest().ok_or(Error::NotFound)?.record;
    Ok(Draft { positions: record.positions.clone(), asides: record.asides.clone() })
}

fn row(view: &View, given: &Given) -> Option<Row> {
    let instrument = given.record.instrument()?;
    let words = view.words;
    let moment = view.moment_alone(given.answered_at);
    let small = match total_in_words(view, instrument, &given.record.score, Reader::Member) {
        Some(total) => say!(words, "assessments-answers-line", moment = moment, total = total),
        None => moment,
    };
    let row = Row::link(format!("/me/answers/{}", given.assignment), &instrument.short_title);
    let row = row.small(small).icon(Icon::Practice);
    Some(if given.version > 1 { row.end(html! { span.soft { (say!(words, "assessments-corrected")) } }) } else { row })
}

fn page(view: &View, answered: &Answered, alert: Option<AlertId>) -> Page {
    let (words, assignment) = (view.words, &answered.assignment);
    let correct = format!("/me/answers/{}/correct", assignment.id);
    let body = html! {
        @if let Some(alert) = alert {
            (callout(Tone::Help, html! {
                p { (say!(words, "assessments-help")) }
                (actions(Button::link(format!("/me/alerts/{alert}"), say!(words, "assessments-help-open")).outline()))
            }))
        }
        @if let Some(latest) = answered.latest() { (version(view, assignment.instrument, &latest.record, Reader::Member)) }
        (who_reads(view, answered))
        @if answered.can_correct {
            (actions(Button::link(correct, say!(words, "assessments-correct")).outline().icon(Icon::Pen)))
        }
        (earlier(view, answered, Reader::Member))
        (question::attribution(view, assignment.instrument))
    };
    Page::new(view, "assessments-title-answered")
        .back("/me/answers", say!(words, "assessments-title-answers"))
        .heading(&assignment.instrument.short_title)
        .lead(when(view, answered))
        .body(body)
}

/// When it was answered, and when it was corrected last.
pub(super) fn when(view: &View, answered: &Answered) -> Markup {
    let words = view.words;
    let first = say!(words, "assessments-answered-at", moment = view.moment(answered.answered_at()));
    let corrected = answered.latest().filter(|latest| latest.number > 1);
    html! {
        (first)
        @if let Some(latest) = corrected { " " (say!(words, "assessments-corrected-at", moment = view.moment(latest.at))) }
    }
}

fn who_reads(view: &View, answered: &Answered) -> Markup {
    html! {
        (check_in::who_reads(view, &answered.readers))
        @if answered.assignment.instrument.extras.iter().any(|extra| extra.leader_only) {
            p.soft { (say!(view.words, "assessments-leader-only-kept")) }
        }
    }
}

fn form_page(view: &View, answered: &Answered, fields: &Fields<'_>) -> Page {
    let (words, assignment) = (view.words, &answered.assignment);
    let own = format!("/me/answers/{}", assignment.id);
    let inside = html! {
        (check_in::every_question(view, fields, assignment.instrument))
        (actions(html! {
            (Button::submit(say!(words, "assessments-correct-send")).icon(Icon::Check))
            (Button::link(&own, say!(words, "assessments-correct-leave")).quiet())
        }))
    };
    let body = html! {
        (check_in::who_reads(view, &answered.readers))
        (fields.form(&format!("{own}/correct"), &inside))
        (question::attribution(view, assignment.instrument))
    };
    Page::new(view, "assessments-title-correct")
        .width(Width::Mid)
        .without_places()
        .back(&own, say!(words, "assessments-back"))
        .lead(say!(words, "assessments-correct-lead"))
        .body(body)
}

fn address_of(given: &Given) -> String {
    format!("{}.{}", given.answered_at.0, given.assignment)
}

fn cursor(text: &str) -> Option<Cursor> {
    let (at, assignment) = text.split_once('.')?;
    Some(Cursor { at: Timestamp(at.parse().ok()?), assignment: assignment.parse().ok()? })
}
