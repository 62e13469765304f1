//! The end of a check-in: all answers once more, sending them, and thanks.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::{Cause, Instrument};

use super::super::aside::{at_step, behind};
use super::super::{Aside, AssignmentId, Begun, Sheet, draft, questions, readers, submit};
use super::check_in::{begun, elsewhere, who_reads};
use super::question;
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Tone, actions, callout, own};
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::{Error, Result, id, say};

/// All answers once more, before they are sent. A sensitive question's words are not said again.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let begun = match begun(&app, &who, id).await {
        Err(error) => return elsewhere(id, error),
        Ok(begun) if begun.kept_at.is_none() => return Ok(go(&format!("/me/check-in/{id}"))),
        Ok(begun) => begun,
    };
    let words = who.view.words;
    let fields = Fields::blank(&who.view);
    let send = html! {
        (who_reads(&who.view, &begun.readers))
        (actions(Button::submit(say!(words, "assessments-send")).icon(Icon::Check)))
    };
    let body = html! {
        (answers(&who.view, &begun))
        @if leaves_danger_open(begun.assignment.instrument, &begun.draft.positions) {
            (callout(Tone::Note, html! { p { (say!(words, "assessments-open-danger")) } }))
        }
        (fields.form(&format!("/me/check-in/{id}/review"), &send))
    };
    let page = Page::new(&who.view, "assessments-title-review").without_places();
    Ok(page.lead(say!(words, "assessments-review-lead")).body(body).into_response())
}

/// Whether a question about danger is open: sent so, somebody is told, and that is said before.
fn leaves_danger_open(instrument: &Instrument, positions: &[Option<usize>]) -> bool {
    let Ok(answers) = instrument.answers(positions) else { return false };
    answers.score().signals.iter().any(|signal| signal.cause == Cause::NotAnswered)
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
        let draft = draft(work, id).await?;
        submit(work, id, &Sheet { key, positions: draft.positions, asides: draft.asides }).await
    });
    match sending.await {
        Ok(submitted) => Ok(match submitted.alert {
            Some(alert) => go(&format!("/me/alerts/{alert}")),
            None => go(&format!("/me/check-in/{id}/done")),
        }),
        // Nothing has been answered yet, so there is nothing to send.
        Err(Error::Invalid(_)) => Ok(go(&format!("/me/check-in/{id}"))),
        Err(other) => elsewhere(id, other),
    }
}

/// Thanks, and what happens with the answers.
pub(super) async fn done(State(app): State<App>, who: Who, Path(id): Path<AssignmentId>) -> Result<Response> {
    let readers = app.read(who.actor, async move |work| readers(work, id).await).await?;
    let words = who.view.words;
    let body = html! {
        (callout(Tone::Well, html! { p { (say!(words, "assessments-done")) } }))
        (who_reads(&who.view, &readers))
        (actions(html! {
            (Button::link("/me", say!(words, "assessments-done-today")))
            (Button::link(format!("/me/answers/{id}"), say!(words, "assessments-done-look")).outline())
            (Button::link("/me/progress", say!(words, "assessments-done-progress")).outline())
        }))
    };
    Ok(Page::new(&who.view, "assessments-title-done").body(body).into_response())
}

fn answers(view: &View, begun: &Begun) -> Markup {
    let instrument = begun.assignment.instrument;
    html! {
        dl.facts {
            @for number in 1..=questions(instrument) {
                dt { a href={ "/me/check-in/" (begun.assignment.id) "/" (number) } { (say!(view.words, "assessments-question", number = number)) } }
                dd {
                    @if let Some(asked) = asked(instrument, number) { p.soft { (asked) } }
                    (answer(view, begun, number))
                }
            }
        }
    }
}

/// What a question asks. The words of one about danger are not said again.
fn asked(instrument: &'static Instrument, number: usize) -> Option<&'static str> {
    let item = instrument.items.get(number - 1)?;
    let is_about_danger = instrument.signals.iter().any(|rule| rule.item == item.id);
    (!is_about_danger).then(|| question::wording(item))
}

fn answer(view: &View, begun: &Begun, number: usize) -> Markup {
    let (instrument, draft) = (begun.assignment.instrument, &begun.draft);
    let none = html! { span.soft { (say!(view.words, "assessments-no-answer")) } };
    let Some(item) = instrument.items.get(number - 1) else {
        let asked = at_step(instrument, number);
        let said = asked.and_then(|asked| Some(question::said(asked.options, draft.asides.get(&asked.id)?)));
        return said.unwrap_or(none);
    };
    let position = draft.positions.get(number - 1).copied().flatten();
    let chosen = position.and_then(|position| instrument.options(item).get(position));
    let beside = behind(instrument, number - 1).and_then(|asked| draft.asides.get(&asked.id));
    html! {
        @match chosen { Some(option) => (question::label(option)), None => (none) }
        @if let Some(Aside::Written(words)) = beside { (own(words)) }
    }
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::{asked, leaves_danger_open};

    #[test]
    fn a_question_about_danger_is_open_only_where_one_is_asked_and_has_no_answer() {
        let open = |id: &str, positions: &[Option<usize>]| {
            leaves_danger_open(Catalogue::built_in().get(id).expect("it is built in"), positions)
        };
        let eight: Vec<Option<usize>> = [vec![Some(0); 8], vec![None]].concat();
        assert!(open("phq-9", &eight) && open("phq-9", &[None; 9]));
        assert!(!open("phq-9", &[Some(0); 9]) && !open("phq-9", &[Some(3); 9]));
        assert!(!open("gad-7", &[None; 7]), "it asks about no danger");
        assert!(!open("asq", &[Some(0); 4]), "its fifth question is for those who said yes");
    }

    #[test]
    fn each_question_is_said_again_but_for_one_about_danger() {
        let phq_9 = Catalogue::built_in().get("phq-9").expect("it is built in");
        assert_eq!(asked(phq_9, 1), Some("Little interest or pleasure in doing things"));
        assert_eq!((asked(phq_9, 9), asked(phq_9, 10)), (None, None));
    }
}
