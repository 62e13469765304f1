//! One member's worksheets, as far as they show them to those who lead, and the answer to each.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Listed, Replies, Sheet, SheetId, answer_sheet, diary_of, sheets_shown_by, shown_sheet};
use super::values::whole;
use crate::access::{About, Deed};
use crate::app::App;
use crate::enrolment::{PersonTabs, person_tabs};
use crate::error::Fault;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Icon, Row, Tone, actions, empty, rows, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, groups, identity, say};

struct Shown {
    person: PersonId,
    sheet: Sheet,
    replies: Replies,
    called: String,
    tabs: PersonTabs,
    may_answer: bool,
}

/// Every sheet that this person shows to whoever asks.
pub(super) async fn list(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let standing = groups::standing_with(work, person).await?;
        let grant = work.ask(Deed::ReadSheet, standing, About::person(person))?;
        let called = identity::called(work, &grant, person).await?;
        let has_diary = diary_of(work, person, None).await.is_ok();
        Ok((sheets_shown_by(work, person).await?, called, person_tabs(work, person).await?, has_diary))
    });
    let (sheets, called, tabs, has_diary) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        @if sheets.is_empty() { (empty(say!(words, "techniques-shows-none"))) } @else {
            (rows(sheets.iter().map(|listed| row(view, person, listed))))
        }
        @if has_diary { (rows([Row::link(format!("/care/people/{person}/diary"), say!(words, "techniques-diary")).icon(Icon::Calendar)])) }
        (seen(say!(words, "techniques-read-seen")))
    };
    Ok(frame(view, person, &called, tabs).body(body).into_response())
}

/// One sheet, with room for a few words to each page.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path((person, id)): Path<(PersonId, SheetId)>,
) -> Result<Response> {
    let shown = look(&app, &who, person, id).await?;
    let form = filled(&shown.replies);
    Ok(page(&who.view, &shown, form, Vec::new()).into_response())
}

/// Keeps the answer.
pub(super) async fn answer(
    State(app): State<App>,
    who: Who,
    Path((person, id)): Path<(PersonId, SheetId)>,
    form: Form,
) -> Result<Response> {
    let shown = look(&app, &who, person, id).await?;
    if !shown.may_answer {
        return Err(Error::NotFound);
    }
    let answered = match replies(&form, &shown.sheet) {
        Ok(replies) => app.write(who.actor, async move |work| answer_sheet(work, person, id, &replies).await).await,
        Err(error) => Err(error),
    };
    match answered {
        Ok(()) => Ok(go(&format!("/care/people/{person}/sheets/{id}"))),
        Err(error) => mend(error, |faults| page(&who.view, &shown, form, faults)),
    }
}

async fn look(app: &App, who: &Who, person: PersonId, id: SheetId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let (sheet, replies, called) = shown_sheet(work, person, id).await?;
        let may_answer = groups::standing(work, sheet.group).await?.allows(Deed::AnswerSheet);
        Ok(Shown { person, sheet, replies, called, tabs: person_tabs(work, person).await?, may_answer })
    });
    reading.await
}

fn replies(form: &Form, sheet: &Sheet) -> Result<Replies> {
    let mut check = Check::new(form);
    let mut to_pages = BTreeMap::new();
    for step in &sheet.form.steps {
        let said = check.area(&field(&step.id), 0..=REMARK_CHARS_MAX);
        if let Some(said) = said.filter(|said| !said.is_empty()) {
            to_pages.insert(step.id.clone(), said);
        }
    }
    let to_all = check.area("all", 0..=REMARK_CHARS_MAX);
    check.done(|| Some(Replies { to_pages, to_all: to_all?, by: None }))
}

fn filled(replies: &Replies) -> Form {
    let pages = replies.to_pages.iter().map(|(step, said)| (field(step), said.clone()));
    Form::of(pages.chain([("all".to_owned(), replies.to_all.clone())]))
}

fn field(step: &str) -> String {
    format!("to-{step}")
}

fn page(view: &View, shown: &Shown, form: Form, faults: Vec<Fault>) -> Page {
    let (words, sheet) = (view.words, &shown.sheet);
    let fields = Fields::again(view, form, faults);
    let inside = html! {
        @for step in &sheet.form.steps {
            (fields.area(&field(&step.id), say!(words, "techniques-reply-to", title = step.title.as_str())))
        }
        (fields.area("all", say!(words, "techniques-reply-all")))
        (actions(Button::submit(say!(words, "techniques-reply-keep", name = shown.called.as_str()))))
    };
    let body = html! {
        h2 { (sheet.form.title) }
        @if let Some(at) = sheet.finished_at { p.soft { (say!(words, "techniques-finished-at", moment = view.moment(at))) } }
        (whole(view, sheet.form, &sheet.answers, &shown.replies))
        @if shown.may_answer {
            section.stack.no-print {
                h2 { (say!(words, "techniques-reply")) }
                p.soft { (say!(words, "techniques-reply-lead")) }
                (fields.form(&format!("/care/people/{}/sheets/{}", shown.person, sheet.id), inside))
            }
        }
        (seen(say!(words, "techniques-read-seen")))
    };
    frame(view, shown.person, &shown.called, shown.tabs).body(body)
}

fn frame(view: &View, person: PersonId, called: &str, tabs: PersonTabs) -> Page {
    Page::new(view, "techniques-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(view.words, "place-people"))
        .crumb(format!("/care/people/{person}"), called)
        .heading(called)
        .tabs(tabs.draw(view))
}

fn row(view: &View, person: PersonId, listed: &Listed) -> Row {
    let words = view.words;
    let Some(sheet) = &listed.sheet else { return Row::plain(say!(words, "techniques-gone")) };
    let state: Markup = match sheet.answered_at {
        Some(_) => tag(Tone::Well, None, say!(words, "techniques-answered")),
        None => tag(Tone::Plain, None, say!(words, "techniques-not-answered")),
    };
    Row::link(format!("/care/people/{person}/sheets/{}", sheet.id), &sheet.form.title)
        .small(view.moment_alone(listed.saved_at))
        .icon(Icon::Pen)
        .end(state)
}
