//! "Which fits me?": one question a page. The answers travel in the form and are kept nowhere, not even in an address.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Answers, Care, First, Now, OwnWords, Rhythm, ShownGroup, Suggestion, Way, Wish, shown_groups, suggest,
};
use super::groups::rows_of;
use super::open_for;
use super::welcome::joins_lightly;
use crate::app::App;
use crate::identity::Visitor;
use crate::limits::REMARK_CHARS_MAX;
use crate::safety::{help_cards, tells_of_danger};
use crate::web::parts::{Button, actions, back, empty, progress, seen};
use crate::web::{Form, Page, View};
use crate::{Result, say};

/// Questions, each on a page.
const QUESTIONS: usize = 4;

/// A question: its field, its Fluent key, and the answers to choose from, by word and keys.
type Question = (&'static str, &'static str, Vec<(&'static str, (&'static str, &'static str))>);

/// The first question.
pub(super) async fn begin(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    open_for(&app, &visitor).await?;
    Ok(question(&visitor.view, 0, &Form::default(), None).into_response())
}

/// The next question, or the suggestion after the last one. Whoever has just said that they need help sees it at once, and
/// the next question below it.
pub(super) async fn go_on(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response> {
    open_for(&app, &visitor).await?;
    let at = form.value("at").parse::<usize>().unwrap_or(0).min(QUESTIONS);
    let view = visitor.view.clone();
    if at < QUESTIONS {
        let asks = at.checked_sub(1).is_some_and(|answered| read(&form).ask_for_help_at(answered));
        let help = if asks {
            Some(app.read(visitor.actor, async move |work| help_cards(work, &view).await).await?)
        } else {
            None
        };
        return Ok(question(&visitor.view, at, &form, help.as_ref()).into_response());
    }
    let reading =
        app.read(visitor.actor, async move |work| Ok((shown_groups(work).await?, help_cards(work, &view).await?)));
    let (groups, help) = reading.await?;
    let suggestion = suggest(&read(&form), heard(&form));
    Ok(suggested(&visitor.view, &suggestion, &groups, &help).into_response())
}

fn read(form: &Form) -> Answers {
    Answers {
        wish: form.value("wish").parse().ok(),
        now: form.value("now").parse().ok(),
        care: form.value("care").parse().ok(),
        rhythm: form.value("rhythm").parse().ok(),
    }
}

fn heard(form: &Form) -> OwnWords {
    if tells_of_danger(form.value("words")) { OwnWords::AskForHelp } else { OwnWords::Ordinary }
}

fn questions(at: usize) -> Question {
    match at {
        0 => ("wish", "door-question-wish", Wish::ALL.iter().map(|one| (one.word(), one.word_keys())).collect()),
        1 => ("now", "door-question-now", Now::ALL.iter().map(|one| (one.word(), one.word_keys())).collect()),
        2 => ("care", "door-question-care", Care::ALL.iter().map(|one| (one.word(), one.word_keys())).collect()),
        _ => ("rhythm", "door-question-rhythm", Rhythm::ALL.iter().map(|one| (one.word(), one.word_keys())).collect()),
    }
}

/// A page with one question. What was answered before goes along unseen; a plain form, without a key that could be kept.
fn question(view: &View, at: usize, form: &Form, help: Option<&Markup>) -> Page {
    let words = view.words;
    let (name, asked, answers) = questions(at);
    let before = ["wish", "now", "care", "rhythm"].into_iter().take(at);
    let is_last = at + 1 == QUESTIONS;
    let body = html! {
        @if let Some(help) = help {
            (help)
            p { (say!(words, "door-help-then")) }
        }
        form.stack method="post" action="/welcome/which" novalidate autocomplete="off" {
            (progress(back("/welcome", say!(words, "door-title")), say!(words, "door-question-of", at = at + 1, of = QUESTIONS), at + 1, QUESTIONS))
            @for field in before { input type="hidden" name=(field) value=(form.value(field)); }
            input type="hidden" name="at" value=(at + 1);
            fieldset.stack {
                legend { @if help.is_some() { h2 { (words.say(asked, None)) } } @else { h1 { (words.say(asked, None)) } } }
                div.choices {
                    @for (word, (key, small)) in &answers {
                        label.choice {
                            input type="radio" name=(name) value=(word) checked[form.value(name) == *word];
                            span { (words.say(key, None)) small { (words.say(small, None)) } }
                        }
                    }
                }
            }
            @if is_last {
                div.field {
                    label for="words" { (say!(words, "door-own-words")) }
                    p.hint id="words-hint" { (say!(words, "door-own-words-hint")) }
                    textarea #words name="words" rows="3" maxlength=(REMARK_CHARS_MAX) aria-describedby="words-hint" {}
                }
            }
            (actions(html! {
                (Button::submit(words.say(if is_last { "door-see-suggestion" } else { "door-continue" }, None)))
                (Button::submit(say!(words, "door-skip")).quiet().named("skip", "yes"))
            }))
            (seen(say!(words, "door-nothing-kept")))
        }
    };
    let page = Page::new(view, "door-title-which");
    let page = if help.is_some() { page.heading(say!(words, "door-help-first")) } else { page.own_heading() };
    page.body(body)
}

fn suggested(view: &View, suggestion: &Suggestion, groups: &[ShownGroup], help: &Markup) -> Page {
    let words = view.words;
    let way = match suggestion.way {
        Way::Therapy => "door-suggest-therapy",
        Way::Support => "door-suggest-support",
        Way::Either => "door-suggest-either",
    };
    let fits = |group: &&ShownGroup| match suggestion.way {
        Way::Therapy => !joins_lightly(group),
        Way::Support => joins_lightly(group),
        Way::Either => true,
    };
    let fitting: Vec<&ShownGroup> = groups.iter().filter(fits).collect();
    let body = html! {
        @if suggestion.first == First::Help {
            section.stack { h2 { (say!(words, "door-help-first")) } (help) }
        }
        section.stack {
            h2 { (words.say(way, None)) }
            p { (say!(words, "door-suggest-why")) }
            ul.prose { @for reason in &suggestion.reasons { li { (words.say(reason, None)) } } }
            p.soft { (say!(words, "door-suggest-yours")) }
        }
        section.stack {
            h2 { (say!(words, "door-suggest-groups")) }
            @if fitting.is_empty() { (empty(say!(words, "door-suggest-none"))) } @else { (rows_of(view, &fitting)) }
            p { a href="/welcome" { (say!(words, "door-see-both")) } }
        }
        @if suggestion.first == First::Suggestion {
            p { a href="/help" { (say!(words, "door-help-always")) } }
        }
    };
    Page::new(view, "door-title-which").back("/welcome", say!(words, "door-title")).body(body)
}
