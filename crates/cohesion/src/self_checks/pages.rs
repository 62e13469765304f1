//! One's own self-checks: the questions, and what one answered before.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::keep::may_begin;
use super::{Answer, Kept, QUESTIONS, SelfCheck, SelfCheckId, Tells, delete_check, keep_check, own_checks};
use crate::access::Deed;
use crate::app::App;
use crate::groups::{self, Capability};
use crate::id::GroupId;
use crate::identity::{AccountKind, Who};
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, actions, empty, facts, fold, post, rows, seen};
use crate::web::{Check, Fields, Form, Needs, Page, Path, Routes, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/me/self-checks", Needs::Login, show).post("/me/self-checks", Needs::Login, take).post(
        "/me/self-checks/{check}/delete",
        Needs::Deed(Deed::KeepOwnChecks),
        delete,
    )
}

/// What stands on the page of a member's group: the way here.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, group: GroupId) -> Result<Markup> {
    if groups::charter_of(work, group).await?.allow(Capability::PrivateSelfCheck).is_err() {
        return Ok(Markup::default());
    }
    let row = Row::link("/me/self-checks", say!(view.words, "self-checks-title")).icon(Icon::Leaf);
    Ok(rows([row.small(say!(view.words, "self-checks-small"))]))
}

struct Shown {
    may_begin: bool,
    checks: Vec<Kept>,
}

async fn read(app: &App, who: &Who) -> Result<Shown> {
    if who.kind != AccountKind::Member {
        return Err(Error::NotFound);
    }
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        Ok(Shown { may_begin: may_begin(work, person).await?, checks: own_checks(work).await? })
    });
    reading.await
}

async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let shown = read(&app, &who).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// Keeps it. Whoever may not be safe sees help next; nobody else hears of it.
async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let shown = read(&app, &who).await?;
    if !shown.may_begin {
        return Err(Error::NotFound);
    }
    let done = match read_form(&form) {
        Ok(check) => {
            let tells = check.tells();
            app.write(who.actor, async move |work| keep_check(work, &check).await).await.map(|_| tells)
        }
        Err(faults) => Err(faults),
    };
    match done {
        Ok(Tells::OfDanger) => Ok(go("/help")),
        Ok(Tells::Nothing) => Ok(go("/me/self-checks")),
        Err(error) => mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults))),
    }
}

fn read_form(form: &Form) -> Result<SelfCheck> {
    let mut check = Check::new(form);
    let mut answers = [None; QUESTIONS.len()];
    let mut all_read = Some(());
    for (at, answer) in answers.iter_mut().enumerate() {
        let field = field_of(at);
        match check.optional(&field, |check| check.choice::<Answer>(&field)) {
            Some(read) => *answer = read,
            None => all_read = None,
        }
    }
    let words = check.area("words", 0..=REMARK_CHARS_MAX);
    check.done(|| all_read.and(words).map(|words| SelfCheck { answers, words }))
}

fn field_of(at: usize) -> String {
    format!("answer-{at}")
}

async fn delete(State(app): State<App>, who: Who, Path(id): Path<SelfCheckId>) -> Result<Response> {
    app.write(who.actor, async move |work| delete_check(work, id).await).await?;
    Ok(go("/me/self-checks"))
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let choices = || Answer::ALL.map(|one| Choice::new(one.word(), words.say(one.name_key(), None))).to_vec();
    let form = html! {
        @for (at, key) in QUESTIONS.iter().enumerate() {
            (fields.radios(&field_of(at), words.say(key, None), choices()).question())
        }
        (fields.area("words", say!(words, "self-checks-words")).hint(say!(words, "self-checks-words-hint")).voice())
        (actions(Button::submit(say!(words, "self-checks-keep"))))
    };
    let page = Page::new(view, "self-checks-title").back("/me/group", say!(words, "place-group"));
    page.lead(say!(words, "self-checks-lead")).body(html! {
        (seen(say!(words, "self-checks-seen")))
        @if shown.may_begin { (fields.form("/me/self-checks", &form)) }
        @if !shown.checks.is_empty() {
            section.stack {
                h2 { (say!(words, "self-checks-before")) }
                @for kept in &shown.checks { (one(view, kept)) }
            }
        } @else if !shown.may_begin {
            (empty(say!(words, "self-checks-none")))
        }
    })
}

fn one(view: &View, kept: &Kept) -> Markup {
    let words = view.words;
    let gone = Button::submit(say!(words, "self-checks-delete")).danger().small();
    let delete = post(&format!("/me/self-checks/{}/delete", kept.id), &[], &gone);
    let Some(check) = &kept.check else {
        return fold(view.day(kept.at), html! { p { (say!(words, "self-checks-damaged")) } (delete) });
    };
    let answered = QUESTIONS
        .iter()
        .zip(&check.answers)
        .filter_map(|(key, answer)| answer.map(|answer| (words.say(key, None), words.say(answer.name_key(), None))));
    fold(
        view.day(kept.at),
        html! {
            (facts(answered))
            @if !check.words.is_empty() { p.voice.lines { (check.words) } }
            (delete)
        },
    )
}
