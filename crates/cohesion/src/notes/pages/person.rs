//! A person's notes, session by session, for those who lead their group.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Note, NoteState, deeds, notes_of};
use crate::app::App;
use crate::enrolment::{PersonTabs, person_tabs};
use crate::id::{GroupId, PersonId};
use crate::identity::{self, Who};
use crate::web::parts::{Icon, Row, Tone, empty, missing, rows, tag};
use crate::web::{Page, Path, View, Width};
use crate::{Legible, Result, say};

/// The list, the newest session first.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let notes = notes_of(work, person).await?;
        let groups: Vec<GroupId> = notes.readable.iter().map(|note| note.group).collect();
        let grant = deeds::may_read_person(work, person, &groups).await?;
        let called = identity::still_called(work, &grant, person).await?.unwrap_or_default();
        Ok((notes, called, person_tabs(work, person).await?))
    });
    let (notes, called, tabs) = reading.await?;
    Ok(page(&who.view, person, &called, tabs, &notes).into_response())
}

fn page(view: &View, person: PersonId, called: &str, tabs: PersonTabs, notes: &Legible<Note>) -> Page {
    let words = view.words;
    Page::new(view, "notes-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(words, "place-people"))
        .crumb(format!("/care/people/{person}"), called)
        .heading(called)
        .tabs(tabs.draw(view))
        .body(html! {
            section.stack {
                h2 { (say!(words, "notes-person")) }
                (missing(view, notes.damaged))
                @if notes.readable.is_empty() { (empty(say!(words, "notes-person-none"))) }
                @else { (rows(notes.readable.iter().map(|note| row(view, note)))) }
            }
        })
}

fn row(view: &View, note: &Note) -> Row {
    let words = view.words;
    let href = match note.state {
        NoteState::Draft => format!("/care/sessions/{}/notes#note-{}", note.session, note.person),
        NoteState::Waiting | NoteState::Signed => format!("/care/notes/{}", note.id),
    };
    let format = words.say(note.body.format.name_key(), None);
    Row::link(href, view.day(note.session_at)).icon(Icon::Practice).small(format).end(state(view, note))
}

fn state(view: &View, note: &Note) -> Markup {
    let words = view.words;
    match note.state {
        NoteState::Draft => tag(Tone::Plain, None, say!(words, "notes-state-draft")),
        NoteState::Waiting => tag(Tone::Note, None, say!(words, "notes-state-waiting")),
        NoteState::Signed if note.is_late => tag(Tone::Note, None, say!(words, "notes-late")),
        NoteState::Signed => tag(Tone::Well, None, say!(words, "notes-state-signed")),
    }
}
