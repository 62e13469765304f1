//! A member's practice: homework, drafts, finished sheets, and what can be begun.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{DIARY_CARD, Listed, MyTask, SheetState, form_for, my_tasks, own_sheets};
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Icon, Row, Tone, empty, missing, rows, tag};
use crate::web::{Page, View};
use crate::work::Work;
use crate::{Error, Result, groups, say};

/// Finished sheets on the page of practice; the others stand on a page of their own.
const RECENT: usize = 5;

/// What of a member's practice is homework and worksheets, for the page that joins it with what is asked.
pub(crate) async fn practice_part(work: &mut Work<'_>, view: &View) -> Result<Markup> {
    let (tasks, sheets) = (my_tasks(work).await?, own_sheets(work).await?);
    let diary = has_cards(work).await?.then(|| diary_row(view));
    Ok(html! { (missing(view, tasks.damaged)) (part(view, &tasks.readable, &sheets, diary)) })
}

/// Whether the actor sits in a group that has diary cards: for everybody else their page is not there.
async fn has_cards(work: &mut Work<'_>) -> Result<bool> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    for group in groups::seated_in(work, person).await? {
        if form_for(&groups::charter_of(work, group).await?, DIARY_CARD).is_ok() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// All of one's own sheets.
pub(super) async fn older(State(app): State<App>, who: Who) -> Result<Response> {
    let sheets = app.read(who.actor, async |work| own_sheets(work).await).await?;
    let words = who.view.words;
    let body = html! {
        @if sheets.is_empty() { (empty(say!(words, "techniques-no-sheets"))) } @else {
            (rows(sheets.iter().map(|listed| row(&who.view, listed))))
        }
    };
    let page = Page::new(&who.view, "techniques-title-sheets").back("/me/practice", say!(words, "place-practice"));
    Ok(page.body(body).into_response())
}

fn part(view: &View, tasks: &[MyTask], sheets: &[Listed], diary: Option<Row>) -> Markup {
    let words = view.words;
    let (open, over): (Vec<&MyTask>, Vec<&MyTask>) = tasks.iter().partition(|task| !task.state.is_over());
    let is_begun = |listed: &&Listed| listed.sheet.as_ref().is_some_and(|sheet| sheet.state == SheetState::Begun);
    let (begun, done): (Vec<&Listed>, Vec<&Listed>) = sheets.iter().partition(is_begun);
    html! {
        @if !open.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-homework-mine")) }
                p.soft { (say!(words, "techniques-homework-lead")) }
                (rows(open.iter().map(|task| task_row(view, task))))
            }
        }
        @if !begun.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-drafts")) }
                (rows(begun.iter().map(|listed| row(view, listed))))
            }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-sheets")) }
            (rows(diary.into_iter().chain([
                Row::link("/me/practice/forms", say!(words, "techniques-begin-one")).icon(Icon::Plus),
                Row::link("/me/practice/skills", say!(words, "techniques-title-skills")).small(say!(words, "techniques-skills-about")).icon(Icon::Leaf),
            ])))
        }
        @if !done.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-finished")) }
                (rows(done.iter().take(RECENT).map(|listed| row(view, listed))))
                @if done.len() > RECENT { p { a href="/me/practice/sheets" { (say!(words, "techniques-all-sheets")) } } }
            }
        }
        @if !over.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-homework-over")) }
                (rows(over.iter().take(RECENT).map(|task| task_row(view, task))))
            }
        }
    }
}

fn diary_row(view: &View) -> Row {
    Row::link("/me/practice/diary", say!(view.words, "techniques-title-diary"))
        .small(say!(view.words, "techniques-diary-about"))
        .icon(Icon::Calendar)
}

fn task_row(view: &View, task: &MyTask) -> Row {
    let words = view.words;
    let title = task.homework.material.title().map_or_else(|| say!(words, "techniques-gone"), Into::into);
    let state = words.say(task.state.name_key(), None);
    Row::link(format!("/me/practice/tasks/{}", task.id), title)
        .small(say!(words, "techniques-until", moment = view.moment(task.homework.due_at)))
        .icon(Icon::Practice)
        .end(tag(if task.state.is_over() { Tone::Well } else { Tone::Plain }, None, state))
}

/// One sheet in a list.
fn row(view: &View, listed: &Listed) -> Row {
    let words = view.words;
    let Some(sheet) = &listed.sheet else {
        return Row::plain(say!(words, "techniques-gone")).small(say!(words, "techniques-gone-kept"));
    };
    let when = sheet.date().map_or_else(|| view.moment(listed.saved_at), |date| words.day(date));
    let row = Row::link(format!("/me/practice/sheets/{}", sheet.id), &sheet.form.title).small(when).icon(Icon::Pen);
    if sheet.answered_at.is_some() {
        row.end(tag(Tone::Brand, Some(Icon::Speech), say!(words, "techniques-answered")))
    } else {
        row
    }
}
