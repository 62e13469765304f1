//! A practice's own copy of a curriculum: read whole, and changed session by session.

use ::techniques::Session;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{CurriculumId, OwnCurriculum, SessionEdit, change_session, copy_curriculum, own_curriculum};
use super::library::{frame, staff_only};
use super::programme::whole;
use crate::access::Deed;
use crate::app::App;
use crate::error::Fault;
use crate::identity::Who;
use crate::limits::{LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::forms::mend;
use crate::web::parts::{Button, Icon, Row, actions, rows};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, practice, say};

/// Minutes of the longest block.
const MINUTES_MAX: u32 = 600;

/// Copies a curriculum of the library.
pub(super) async fn copy(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    let copy = app.write(who.actor, async move |work| copy_curriculum(work, &id).await).await?;
    Ok(go(&format!("/care/library/own/{copy}")))
}

/// The copy as it is now.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<CurriculumId>) -> Result<Response> {
    staff_only(&who)?;
    let reading = app.read(who.actor, async move |work| {
        let may_change = practice::roles(work).await?.allows(Deed::ChangeCurriculum);
        Ok((own_curriculum(work, id).await?, may_change))
    });
    let (own, may_change) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let row = |session: &Session| {
        let title = say!(words, "techniques-session-title", number = session.number, title = session.title.as_str());
        Row::link(format!("/care/library/own/{id}/sessions/{}", session.number), title).icon(Icon::Pen)
    };
    let body = html! {
        p.soft { (say!(words, "techniques-own-is", version = own.version)) }
        @if may_change {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-own-change")) }
                (rows(own.curriculum.agenda.iter().map(row)))
            }
        }
        (whole(view, &own.curriculum))
    };
    Ok(frame(view, &own.curriculum.title).body(body).into_response())
}

/// One session, to be changed.
pub(super) async fn ask(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(CurriculumId, u32)>,
) -> Result<Response> {
    let own = to_change(&app, &who, id).await?;
    let session = own.curriculum.session(number).ok_or(Error::NotFound)?;
    Ok(page(&who.view, &own, session, filled(&own, session), Vec::new()).into_response())
}

/// Keeps the change, as a further version.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path((id, number)): Path<(CurriculumId, u32)>,
    form: Form,
) -> Result<Response> {
    let own = to_change(&app, &who, id).await?;
    let session = own.curriculum.session(number).ok_or(Error::NotFound)?;
    let kept = match edit(&form, session) {
        Ok((based_on, edit)) => {
            app.write(who.actor, async move |work| change_session(work, id, number, based_on, &edit).await).await
        }
        Err(error) => Err(error),
    };
    match kept {
        Ok(()) => Ok(go(&format!("/care/library/own/{id}"))),
        Err(error) => mend(error, |faults| page(&who.view, &own, session, form, faults)),
    }
}

async fn to_change(app: &App, who: &Who, id: CurriculumId) -> Result<OwnCurriculum> {
    staff_only(who)?;
    let reading = app.read(who.actor, async move |work| {
        if !practice::roles(work).await?.allows(Deed::ChangeCurriculum) {
            return Err(Error::NotFound);
        }
        own_curriculum(work, id).await
    });
    reading.await
}

fn filled(own: &OwnCurriculum, session: &Session) -> Form {
    let mut pairs = vec![
        ("version".to_owned(), own.version.to_string()),
        ("title".to_owned(), session.title.clone()),
        ("aim".to_owned(), session.aim.clone()),
        ("practice".to_owned(), session.practice.clone()),
    ];
    for (number, block) in (1..).zip(&session.blocks) {
        pairs.push((format!("minutes-{number}"), block.minutes.to_string()));
        pairs.push((format!("block-{number}"), block.title.clone()));
        pairs.push((format!("notes-{number}"), block.notes.clone()));
    }
    Form::of(pairs)
}

fn edit(form: &Form, session: &Session) -> Result<(u32, SessionEdit)> {
    let mut check = Check::new(form);
    let version = check.number("version", 1..=u32::MAX);
    let title = check.text("title", 1..=LINE_CHARS_MAX);
    let aim = check.area("aim", 1..=TEXT_CHARS_MAX);
    let practice = check.area("practice", 1..=TEXT_CHARS_MAX);
    let mut blocks = Vec::new();
    for number in 1..=session.blocks.len() {
        let minutes = check.number(&format!("minutes-{number}"), 1..=MINUTES_MAX);
        let title = check.text(&format!("block-{number}"), 1..=LINE_CHARS_MAX);
        let notes = check.area(&format!("notes-{number}"), 1..=TEXT_CHARS_MAX);
        blocks.push(minutes.zip(title).zip(notes));
    }
    check.done(|| {
        let blocks: Option<Vec<_>> = blocks.into_iter().collect();
        let blocks = blocks?.into_iter().map(|((minutes, title), notes)| (minutes, title, notes)).collect();
        Some((version?, SessionEdit { title: title?, aim: aim?, practice: practice?, blocks }))
    })
}

fn page(view: &View, own: &OwnCurriculum, session: &Session, form: Form, faults: Vec<Fault>) -> Page {
    let words = view.words;
    let version = form.value("version").to_owned();
    let fields = Fields::again(view, form, faults);
    let inside = html! {
        (fields.hidden("version", &version))
        (fields.text("title", say!(words, "techniques-session-name")))
        (fields.area("aim", say!(words, "techniques-session-aim")).hint(say!(words, "techniques-session-aim-hint")))
        (fields.area("practice", say!(words, "techniques-session-practice")))
        @for number in 1..=session.blocks.len() { (block(view, &fields, number)) }
        (actions(Button::submit(say!(words, "techniques-own-keep"))))
    };
    let at = format!("/care/library/own/{}", own.id);
    Page::new(view, "techniques-title-library")
        .back(&at, own.curriculum.title.clone())
        .heading(say!(words, "techniques-session-title", number = session.number, title = session.title.as_str()))
        .lead(say!(words, "techniques-own-minutes", minutes = own.curriculum.minutes))
        .body(fields.form(&format!("{at}/sessions/{}", session.number), inside))
}

fn block(view: &View, fields: &Fields<'_>, number: usize) -> Markup {
    let words = view.words;
    html! {
        fieldset.card.stack.stack--tight {
            legend { (say!(words, "techniques-block-number", number = number)) }
            (fields.number(&format!("minutes-{number}"), say!(words, "techniques-block-minutes")))
            (fields.text(&format!("block-{number}"), say!(words, "techniques-block")))
            (fields.area(&format!("notes-{number}"), say!(words, "techniques-block-notes")))
        }
    }
}
