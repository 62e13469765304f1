//! A facilitator looks back at a meeting.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{KeptDebrief, debrief, deeds, keep_debrief};
use super::session_page;
use crate::app::App;
use crate::error::Fault;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, callout, facts, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let kept = app.read(who.actor, async move |work| debrief(work, id).await).await?;
    let form = filled(&kept);
    Ok(page(&who.view, &kept, form, Vec::new(), None).into_response())
}

/// Keeps it. Where somebody else has kept another one meanwhile, both are shown and nothing is lost.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_look_back_at(work, id).await?;
        let questions = debrief(work, id).await?.debrief.answers.len();
        let (seen, answers) = read(&sent, questions)?;
        keep_debrief(work, id, seen, &answers).await
    });
    let (status, faults, conflict) = match keeping.await {
        Ok(()) => return Ok(go(&format!("/care/sessions/{id}/debrief"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults, None),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, Vec::new(), Some(words)),
        Err(other) => return Err(other),
    };
    let kept = app.read(who.actor, async move |work| debrief(work, id).await).await?;
    let form = if conflict.is_some() { super::sheet::typed_over(&form, kept.version) } else { form };
    Ok(page(&who.view, &kept, form, faults, conflict).status(status).into_response())
}

fn read(form: &Form, questions: usize) -> Result<(u32, Vec<String>)> {
    let mut check = Check::new(form);
    let seen = check.number("seen", 0..=u32::MAX);
    let mut answers = Vec::new();
    for at in 0..questions {
        answers.extend(check.area(&format!("answer-{at}"), 0..=TEXT_CHARS_MAX));
    }
    check.done(|| Some((seen?, answers)))
}

fn filled(kept: &KeptDebrief) -> Form {
    let seen = ("seen".to_owned(), kept.version.to_string());
    let answers = kept.debrief.answers.iter().enumerate();
    let answers = answers.map(|(at, (_, answer))| (format!("answer-{at}"), answer.clone()));
    Form::of(std::iter::once(seen).chain(answers))
}

fn page(view: &View, kept: &KeptDebrief, form: Form, faults: Vec<Fault>, conflict: Option<&'static str>) -> Page {
    let (words, id) = (view.words, kept.session.id);
    let seen_version = form.value("seen").to_owned();
    let fields = Fields::again(view, form, faults);
    let body = html! {
        (seen(say!(words, "plans-debrief-seen")))
        @if let Some(key) = conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } (answers(kept)) })) }
        p { (say!(words, "plans-debrief-what")) }
        (fields.form(&format!("/care/sessions/{id}/debrief"), html! {
            (fields.hidden("seen", &seen_version))
            @for (at, (question, _)) in kept.debrief.answers.iter().enumerate() { (fields.area(&format!("answer-{at}"), question)) }
            (actions(Button::submit(say!(words, "plans-debrief-keep"))))
        }))
    };
    session_page(view, &kept.session, &kept.group, kept.standing, "plans-title-debrief")
        .width(Width::Mid)
        .tools(html! { @if let Some(at) = kept.written_at.filter(|_| conflict.is_none()) { (saved(say!(words, "plans-kept", time = view.moment(at)))) } })
        .body(body)
}

fn answers(kept: &KeptDebrief) -> Markup {
    let answered = kept.debrief.answers.iter().filter(|(_, answer)| !answer.trim().is_empty());
    facts(answered.map(|(question, answer)| (question.as_str(), html! { span.lines { (answer) } })))
}
