//! Absences to follow up: what is to be done until when, and a line to say what was done.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::super::{AbsenceId, FollowUp, Outreach, deeds, reach_out, store};
use super::session::{Again, Part, show_again};
use super::shown::Shown;
use crate::app::App;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::web::parts::{Button, Icon, Tone, When, actions, person, story, tag};
use crate::web::{Check, Fields, Form, Next, Path, View, go};
use crate::{Error, Result, say};

/// The open tasks as cards, each with a line to say what was done; sending it leads back to the page they stand on.
pub fn absence_rows(view: &View, follow_ups: &[FollowUp]) -> Markup {
    cards(view, follow_ups, &Fields::blank(view))
}

/// The group's open tasks, and what was done about this session's.
pub(super) fn section(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    let fields = match again {
        Some(again) => Fields::again(view, again.form.clone(), again.faults()),
        None => Fields::blank(view),
    };
    html! {
        @if !shown.follow_ups.is_empty() {
            section.stack { h2 { (say!(words, "sessions-absences")) } (cards(view, &shown.follow_ups, &fields)) }
        }
        @if !shown.outreach.is_empty() {
            section.stack {
                h2 { (say!(words, "sessions-outreach")) }
                (story(shown.outreach.iter().map(|done| (When::Done, view.time(done.at), sentence(view, shown, done)))))
            }
        }
    }
}

/// Puts on record what was done.
pub(super) async fn answer(
    State(app): State<App>,
    who: Who,
    Path((session, absence)): Path<(SessionId, AbsenceId)>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let line = check.text(&field(absence), 0..=LINE_CHARS_MAX);
    let read = check.done(|| line);
    let answering = app.write(who.actor, async move |work| {
        let asked = store::find_absence(work, absence).await?;
        deeds::may_answer_absence(work, &asked).await?;
        reach_out(work, absence, read.as_ref().map_err(Error::clone)?).await
    });
    match answering.await {
        Ok(()) => Ok(go(Next::read(form.value("next")).path())),
        Err(error) => show_again(&app, &who, session, Again { part: Part::Absence, form, error }).await,
    }
}

fn cards(view: &View, follow_ups: &[FollowUp], fields: &Fields<'_>) -> Markup {
    let cards = html! { @for task in follow_ups { (card(view, task, fields)) } };
    html! { (fields.summary()) (cards) }
}

fn card(view: &View, task: &FollowUp, fields: &Fields<'_>) -> Markup {
    let (words, absence) = (view.words, &task.absence);
    let until = view.moment(absence.due_at);
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (person(&task.called, None)) }
                @if absence.due_at < view.now { (tag(Tone::Note, Some(Icon::Clock), say!(words, "sessions-absence-late"))) }
            }
            p { (words.say(absence.kind.name_key(), None)) }
            p.soft.small { (say!(words, "sessions-absence-until", number = task.session_number, until = until)) }
            @if task.is_theirs {
                form.stack.stack--tight method="post" action={ "/care/sessions/" (absence.session) "/absences/" (absence.id) } novalidate {
                    (fields.hidden("next", &view.path))
                    (fields.text(&field(absence.id), say!(words, "sessions-absence-line", name = task.called.as_str())))
                    (actions(Button::submit(say!(words, "sessions-absence-done")).outline().small()))
                }
            }
        }
    }
}

fn sentence(view: &View, shown: &Shown, done: &Outreach) -> Markup {
    let words = view.words;
    let called = shown.roll.iter().find(|one| one.person == done.person).map(|one| one.called.as_str());
    html! {
        strong { (called.unwrap_or_default()) } " "
        @if let Some(said) = &done.words { (said) } @else { (say!(words, "sessions-outreach-damaged")) }
        small {
            (view.day(done.at))
            ", "
            @if let Some(by) = &done.by { (by) } @else { (say!(words, "sessions-somebody")) }
            ". " (words.say(done.kind.name_key(), None))
        }
    }
}

/// The name of the field of one task; the act names it in its fault.
fn field(absence: AbsenceId) -> String {
    format!("words-{absence}")
}
