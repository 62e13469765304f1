//! Those who left early: what was done, and what is still to do.

use maud::{Markup, html};

use super::super::{Ending, Leaver};
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, When, actions, own, person, story, tag};
use crate::web::{Fields, View};

/// Nothing where nobody left early.
pub(super) fn section(view: &View, ending: &Ending, leavers: &[Leaver], fields: &Fields<'_>) -> Markup {
    html! {
        @if !leavers.is_empty() {
            section.stack {
                h2 { (say!(view.words, "endings-leavers")) }
                p.soft { (say!(view.words, "endings-leavers-what")) }
                @for leaver in leavers { (card(view, ending, leaver, fields)) }
            }
        }
    }
}

fn card(view: &View, ending: &Ending, leaver: &Leaver, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let open: Vec<Choice> =
        leaver.to_do().map(|step| Choice::new(step.code().to_string(), words.say(step.name_key(), None))).collect();
    let done = leaver.done.iter().map(|(step, at, said)| {
        let what = html! {
            (words.say(step.name_key(), None))
            @match said {
                Some(said) => (own(said)),
                None => p.soft { (say!(words, "endings-unreadable")) },
            }
        };
        (When::Done, view.moment(*at), what)
    });
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (person(&leaver.called, None)) }
                @if !leaver.is_open() { (tag(Tone::Well, None, say!(words, "endings-leaver-closed"))) }
            }
            p.soft { (say!(words, "endings-left-on", day = view.day(leaver.left_at))) }
            @if !leaver.done.is_empty() { (story(done)) }
            @if leaver.is_open() && ending.may_run() {
                form.stack.stack--tight method="post" action={ "/care/groups/" (ending.group.id) "/ending/leavers/" (leaver.enrolment) } novalidate {
                    (fields.select(&format!("step-{}", leaver.enrolment), say!(words, "endings-leaver-step"), open))
                    (fields.area(&format!("words-{}", leaver.enrolment), say!(words, "endings-leaver-words")))
                    (actions(Button::submit(say!(words, "endings-leaver-done")).outline().small()))
                }
            }
        }
    }
}
