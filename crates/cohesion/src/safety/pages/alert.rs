//! One concern: what was seen, what is to be done now, and its whole story.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{AlertId, Behaviour, Level, Mark, Outcomes, Path as RiskPath, Proposal, Stage, deeds, store};
use super::cards::take;
use super::phrases;
use super::shown::{self, Shown};
use crate::app::App;
use crate::error::Fault;
use crate::identity::Who;
use crate::web::forms::Choice;
use crate::web::parts::{
    Button, Item, State as Tick, Tone, When, actions, callout, checklist, fold, post, seen, story,
};
use crate::web::{Fields, Form, Page, Path, View, Width};
use crate::{Error, Result, say};

/// The forms of the page; each is filled again by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Handing it over.
    HandOver,
    /// The level.
    Level,
    /// A review.
    Review,
    /// Closing.
    Close,
    /// Added words.
    Words,
}

/// A form that was sent and is shown again.
pub(super) struct Again {
    pub part: Part,
    pub form: Form,
    pub error: Option<Error>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<AlertId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| shown::one(work, id).await).await?;
    Ok(page(&who.view, &shown, None).into_response())
}

/// The page with a form as it was sent, for whoever may do what the form does: what needs mending is said, and not a word
/// is lost.
pub(super) async fn show_again(app: &App, who: &Who, id: AlertId, again: Again) -> Result<Response> {
    let status = match &again.error {
        None => StatusCode::OK,
        Some(Error::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Error::Conflict(_)) => StatusCode::CONFLICT,
        Some(other) => return Err(other.clone()),
    };
    let part = again.part;
    let reading = app.read(who.actor, async move |work| {
        let kept = store::find_alert(work, id).await?;
        match part {
            Part::Level => deeds::may_decide(work, &kept).await?,
            Part::HandOver | Part::Review | Part::Close | Part::Words => deeds::may_answer(work, &kept).await?,
        };
        shown::one(work, id).await
    });
    let shown = reading.await?;
    Ok(page(&who.view, &shown, Some(&again)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, again: Option<&Again>) -> Page {
    let (words, alert) = (view.words, &shown.alert);
    let conflict = again.and_then(|again| match again.error {
        Some(Error::Conflict(key)) => Some(words.say(key, None)),
        _ => None,
    });
    let body = html! {
        @if let Some(conflict) = conflict { (callout(Tone::Note, html! { p { (conflict) } })) }
        (callout(Tone::Help, html! {
            p { strong { (phrases::label(view, &alert.cause.sign)) } " " (phrases::why(view, &alert.cause.sign)) }
            p { (phrases::source(view, shown)) }
        }))
        (links(view, shown))
        @match alert.state.stage {
            Stage::Waiting if shown.may.answer() => (actions(take(view, shown))),
            Stage::Taken if shown.is_mine() => (to_do(view, shown, again)),
            Stage::Waiting | Stage::Taken | Stage::Closed => {},
        }
        @if shown.may.answer() && alert.state.stage != Stage::Closed { (hand_over(view, shown, again)) }
        (so_far(view, shown))
        @if shown.may.answer() { (add_words(view, shown, again)) }
    };
    Page::new(view, "safety-title-concern")
        .width(Width::Mid)
        .crumb("/care/risk", say!(words, "safety-title-concerns"))
        .crumb("", say!(words, "safety-title-concern"))
        .heading(whom(view, shown))
        .body(body)
}

/// Whom it is about, with the way to their page for whoever may open it.
fn whom(view: &View, shown: &Shown) -> Markup {
    let person = shown.alert.cause.person;
    let name = phrases::called(view, &shown.names, person);
    html! {
        @if shown.may.open_person() { a href={ "/care/people/" (person) } { (name) } } @else { (name) }
    }
}

fn links(view: &View, shown: &Shown) -> Markup {
    let (words, person) = (view.words, shown.alert.cause.person);
    let plan = Button::link(format!("/care/people/{person}/safety-plan"), say!(words, "safety-plan-open"));
    let scores = Button::link(format!("/care/people/{person}/progress"), say!(words, "safety-person-open"));
    html! {
        @if shown.may.read_plan() || shown.may.read_scores() {
            (actions(html! {
                @if shown.may.read_plan() { (plan.outline()) }
                @if shown.may.read_scores() { (scores.quiet()) }
            }))
        }
    }
}

/// What whoever has it does now.
fn to_do(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let state = &shown.alert.state;
    html! {
        @if state.terms.path == RiskPath::Clinical && shown.may.set_levels() { (level(view, shown, again)) }
        @if state.level.is_some() {
            (to_mark(view, shown))
            (review(view, shown, again))
        }
        @if state.level.is_some() || state.terms.path == RiskPath::DutyContact { (close(view, shown, again)) }
    }
}

fn level(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    let fields = fields(view, Part::Level, again);
    let outcomes = again.filter(|again| again.part == Part::Level).and_then(|again| outcomes(&again.form));
    let levels = Level::ALL.iter().map(|level| Choice::new(level.code(), words.say(level.name_key(), None))).collect();
    let form = html! {
        @if let Some(proposal) = Proposal::from(&shown.alert.cause.sign, outcomes.as_ref()) {
            (callout(Tone::Plain, html! { p { (proposed(view, proposal)) } }))
        }
        (fold(say!(words, "safety-outcomes"), six_outcomes(view, &fields)))
        (fields.radios("level", say!(words, "safety-level"), levels).hint(say!(words, "safety-level-hint")))
        (fields.area("rationale", say!(words, "safety-rationale")).hint(say!(words, "safety-rationale-hint")))
        (actions(html! {
            (Button::submit(say!(words, "safety-level-set")))
            (Button::submit(say!(words, "safety-level-propose")).named("do", "propose").outline())
        }))
    };
    html! {
        section.stack {
            h2 { (say!(words, "safety-level-heading")) }
            @if let Some(level) = shown.alert.state.level {
                p { (say!(words, "safety-level-now", level = words.say(level.name_key(), None))) }
            }
            (fields.form(&format!("/care/risk/{}/level", shown.alert.id), &form))
        }
    }
}

fn proposed(view: &View, proposal: Proposal) -> crate::web::Said {
    let level = view.words.say(proposal.level.name_key(), None);
    match proposal.basis {
        super::super::Basis::Outcomes => say!(view.words, "safety-typical-outcomes", level = level),
        super::super::Basis::Asq => say!(view.words, "safety-typical-asq", level = level),
    }
}

/// Six fields for the outcomes of a form that the clinician has; its wording is not ours to show.
fn six_outcomes(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let times = [
        ("never", say!(words, "safety-sixth-never")),
        ("longer_ago", say!(words, "safety-sixth-longer")),
        ("past_three_months", say!(words, "safety-sixth-recent")),
    ];
    html! {
        p.soft { (say!(words, "safety-outcomes-lead")) }
        @for number in 1..=5 {
            (fields.tick(&format!("q{number}"), say!(words, "safety-outcome", number = number)))
        }
        (fields.radios("q6", say!(words, "safety-sixth"), times.map(|(value, text)| Choice::new(value, text)).to_vec()))
    }
}

/// The outcomes that were entered; nothing where the fold was left as it was.
pub(super) fn outcomes(form: &Form) -> Option<Outcomes> {
    let sixth = match form.value("q6") {
        "past_three_months" => Behaviour::PastThreeMonths,
        "longer_ago" => Behaviour::LongerAgo,
        _ => Behaviour::Never,
    };
    let [first, second, third, fourth, fifth] = ["q1", "q2", "q3", "q4", "q5"].map(|name| form.ticked(name));
    let was_used = !form.value("q6").is_empty() || first || second || third || fourth || fifth;
    was_used.then_some(Outcomes { first, second, third, fourth, fifth, sixth })
}

fn to_mark(view: &View, shown: &Shown) -> Markup {
    let (words, state) = (view.words, &shown.alert.state);
    let action = format!("/care/risk/{}/mark", shown.alert.id);
    let items = state.level.map_or(&[][..], Level::actions).iter().map(|to_do| {
        let mark = state.mark_of(*to_do);
        let text = match mark {
            Some(Mark::Done) => say!(words, "safety-mark-done"),
            Some(Mark::NotNeeded) => say!(words, "safety-mark-not-needed"),
            Some(Mark::Open) | None => say!(words, "safety-mark-open"),
        };
        let send =
            |mark: &str, button: Button| post(&action, &[("action", to_do.code()), ("mark", mark)], &button.small());
        Item {
            state: if mark.is_some() { Tick::Done } else { Tick::Open },
            name: html! { (words.say(to_do.name_key(), None)) },
            text: html! { (text) },
            action: Some(html! {
                @if mark.is_none() {
                    (send("done", Button::submit(say!(words, "safety-mark-done")).outline()))
                    (send("not_needed", Button::submit(say!(words, "safety-mark-not-needed")).outline()))
                } @else { (send("open", Button::submit(say!(words, "safety-mark-again")).quiet())) }
            }),
        }
    });
    html! {
        section.stack {
            h2 { (say!(words, "safety-actions-heading")) }
            (checklist(&items.collect::<Vec<_>>()))
        }
    }
}

fn review(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let (words, state) = (view.words, &shown.alert.state);
    let fields = fields(view, Part::Review, again);
    let form = html! {
        (fields.area("review", say!(words, "safety-review-words")))
        (actions(Button::submit(say!(words, "safety-review-keep")).outline()))
    };
    let wanted = state.level.map_or(0, Level::reviews_before_closing);
    html! {
        section.stack {
            h2 { (say!(words, "safety-review-heading")) }
            @if let Some(at) = state.review_by { p { (say!(words, "safety-review-by", at = view.moment(at))) } }
            p.soft { (say!(words, "safety-review-count", held = state.reviews, wanted = wanted)) }
            (fields.form(&format!("/care/risk/{}/review", shown.alert.id), &form))
        }
    }
}

fn close(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    let fields = fields(view, Part::Close, again);
    let form = html! {
        (fields.area("closing", say!(words, "safety-close-words")).hint(say!(words, "safety-close-hint")))
        (actions(Button::submit(say!(words, "safety-close")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "safety-close-heading")) }
            (fields.form(&format!("/care/risk/{}/close", shown.alert.id), &form))
        }
    }
}

fn hand_over(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    let fields = fields(view, Part::HandOver, again);
    let not_owner = |person: &&crate::id::PersonId| !(shown.is_mine() && **person == shown.me);
    let choice =
        |person: &crate::id::PersonId| Choice::new(person.to_string(), phrases::called(view, &shown.names, *person));
    let takers = shown.takers.iter().filter(not_owner).map(choice).collect();
    let form = html! {
        (fields.select("to", say!(words, "safety-hand-over-to"), takers))
        (fields.area("reason", say!(words, "safety-hand-over-words")))
        (actions(Button::submit(say!(words, "safety-hand-over-send")).outline()))
    };
    let form = fields.form(&format!("/care/risk/{}/hand-over", shown.alert.id), &form);
    html! {
        section.stack {
            @if again.is_some_and(|again| again.part == Part::HandOver) {
                h2 { (say!(words, "safety-hand-over")) } (form)
            } @else {
                (fold(say!(words, "safety-hand-over"), form))
            }
        }
    }
}

fn so_far(view: &View, shown: &Shown) -> Markup {
    let raised = (
        When::Done,
        phrases::short(view, shown.alert.state.terms.raised_at),
        html! { p { (say!(view.words, "safety-raised-entry")) } },
    );
    let entries = shown
        .alert
        .entries
        .iter()
        .map(|entry| (When::Done, phrases::short(view, entry.at), phrases::entry(view, &shown.names, entry)));
    html! {
        section.stack {
            h2 { (say!(view.words, "safety-story-heading")) }
            (story([raised].into_iter().chain(entries)))
        }
    }
}

fn add_words(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    let fields = fields(view, Part::Words, again);
    let form = html! {
        (seen(say!(words, "safety-who-sees")))
        (fields.area("added", say!(words, "safety-add-words")))
        (actions(Button::submit(say!(words, "safety-add-keep")).outline()))
    };
    html! { section.stack { (fields.form(&format!("/care/risk/{}/words", shown.alert.id), &form)) } }
}

/// The fields of one form: as they were sent if it is this one, otherwise blank.
fn fields<'a>(view: &'a View, part: Part, again: Option<&Again>) -> Fields<'a> {
    let Some(again) = again.filter(|again| again.part == part) else { return Fields::blank(view) };
    let faults: Vec<Fault> = match &again.error {
        Some(Error::Invalid(faults)) => faults.clone(),
        _ => Vec::new(),
    };
    Fields::again(view, again.form.clone(), faults)
}
