//! One matter: what was written, why it is here, what others thought, and what is decided.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Matter, MatterId, Reason, Stage, Verdict, decide, deeds, matter as look, store};
use super::{draw, queue};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, on_the_clock_of};
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout, facts, own, post, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

struct Shown {
    matter: Matter,
    group: Group,
    standing: Standing,
    may_decide: bool,
}

async fn read(app: &App, who: &Who, id: MatterId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let (matter, group) = look(work, id).await?;
        let standing = groups::standing(work, matter.group).await?;
        let is_passed_on = matter.passed_on_at.is_some();
        // Whoever sees it and does not lead is on duty, or looks on as a supervisor.
        let may_decide = standing.allows(Deed::Moderate) || (is_passed_on && !standing.allows(Deed::SeeThreads));
        Ok(Shown { may_decide: may_decide && matter.is_theirs, matter, group, standing })
    });
    reading.await
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<MatterId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// Decides.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<MatterId>, form: Form) -> Result<Response> {
    let verdict = verdict(&form);
    let deciding = app.write(who.actor, async move |work| {
        let row = store::find_matter(work, id).await?;
        deeds::may_decide(work, &row).await?;
        decide(work, id, verdict.as_ref().map_err(Error::clone)?).await
    });
    let (faults, status) = match deciding.await {
        Ok(()) => return Ok(go(&format!("/care/matters/{id}"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn verdict(form: &Form) -> Result<Verdict> {
    let mut check = Check::new(form);
    match form.value("do") {
        "stands" => Ok(Verdict::Stands),
        "take-out" => {
            let (reason, words) = (check.choice::<Reason>("reason"), check.area("words", 1..=REMARK_CHARS_MAX));
            check.done(|| reason.zip(words).map(|(reason, words)| Verdict::TakenOut(reason, words)))
        }
        "ask" => {
            let words = check.area("words", 1..=REMARK_CHARS_MAX);
            check.done(|| words.map(Verdict::AskSecond))
        }
        _ => Err(Error::invalid("", "sharing-fault-decide")),
    }
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let zoned = &on_the_clock_of(view, &shown.group);
    let matter = &shown.matter;
    let body = html! {
        div.cluster {
            (queue::tier(view, matter.tier))
            (tag(Tone::Plain, None, words.say(matter.stage.name_key(), None)))
        }
        (what(zoned, matter))
        (why(view, matter))
        @if shown.may_decide { (deciding(view, shown, fields)) }
        @else if matter.stage.is_open() { (fields.summary()) (callout(Tone::Plain, html! { p { (say!(words, "sharing-another-decides")) } })) }
        @else { (fields.summary()) (outcome(view, matter)) }
    };
    let page = Page::new(view, "sharing-title-matter");
    let page = if shown.standing.allows(Deed::SeeThreads) {
        page.back(&format!("/care/groups/{}/moderation", matter.group), say!(words, "sharing-title-queue"))
    } else {
        page
    };
    page.lead(shown.group.words.name.as_str()).body(body)
}

/// What was written, by whom, and when.
fn what(view: &View, matter: &Matter) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "sharing-what")) }
            @match &matter.said {
                Some((by, text, note)) => {
                    p { b { (by) } ", " (view.moment(matter.raised_at)) ". " (words.say(matter.state.name_key(), None)) ", " (words.say(matter.audience.name_key(), None)) "." }
                    @if let Some(note) = note { p.soft { (say!(words, "sharing-note-before", note = note.as_str())) } }
                    (own(html! { span.lines { (text) } }))
                },
                None => p.soft { (words.say(draw::gap_key(matter.state), None)) },
            }
        }
    }
}

/// Why it is here, and what was said about it.
fn why(view: &View, matter: &Matter) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "sharing-why")) }
            p { (words.say(matter.cause.name_key(), None)) ". " (queue::due(view, matter)) }
            @if !matter.found.is_empty() {
                ul { @for finding in &matter.found { li { (words.say(finding.sort.name_key(), None)) ": " q { (finding.words) } } } }
            }
            @for (reason, told) in &matter.reports {
                p { b { (words.say(reason.name_key(), None)) } }
                @if !told.is_empty() { (own(html! { span.lines { (told) } })) }
            }
            @for opinion in &matter.opinions {
                p { (say!(words, "sharing-opinion", name = opinion.by.as_str())) }
                (own(html! { span.lines { (opinion.words) } }))
            }
            @if let Some((reason, told)) = &matter.reason {
                (facts([(say!(words, "sharing-reason"), words.say(reason.name_key(), None)), (say!(words, "sharing-told"), told.clone().into())]))
            }
            @if let Some(appeal) = &matter.appeal {
                p { (say!(words, "sharing-appealed")) }
                (own(html! { span.lines { (appeal) } }))
            }
        }
    }
}

fn outcome(view: &View, matter: &Matter) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "sharing-outcome")) }
            @if let Some(outcome) = matter.outcome { p { (words.say(outcome.name_key(), None)) } }
            @if !matter.answer.is_empty() { (own(html! { span.lines { (matter.answer) } })) }
        }
    }
}

fn deciding(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, matter) = (view.words, &shown.matter);
    let action = format!("/care/matters/{}", matter.id);
    let reasons =
        Reason::ALL.iter().map(|reason| Choice::new(reason.word(), words.say(reason.name_key(), None))).collect();
    let can_ask = matter.stage == Stage::Waiting && shown.group.charter.allow(Capability::ModerationTeam).is_ok();
    let form = html! {
        (fields.radios("reason", say!(words, "sharing-reason"), reasons))
        (fields.area("words", say!(words, "sharing-told")).hint(say!(words, "sharing-decide-hint")))
        (actions(html! {
            (Button::submit(say!(words, "sharing-take-out")).named("do", "take-out"))
            @if can_ask { (Button::submit(say!(words, "sharing-ask-second")).outline().named("do", "ask")) }
        }))
    };
    html! {
        section.stack {
            h2 { (say!(words, "sharing-decide")) }
            (post(&action, &[("do", "stands")], &Button::submit(say!(words, "sharing-let-stand")).outline()))
            (fields.form(&action, form))
        }
    }
}
