//! Everyone who works here.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Colleague, Role, staff};
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, Tone, rows, tag};
use crate::web::{Page, Said, View, Words};
use crate::{Result, say};

/// The list, those at work first.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let staff = app.read(who.actor, async |work| staff(work).await).await?;
    let words = who.view.words;
    let (here, gone): (Vec<_>, Vec<_>) = staff.iter().partition(|colleague| colleague.ended.is_none());
    let add = Button::link("/admin/people/new", say!(words, "practice-admit")).icon(Icon::Plus);
    let page = Page::new(&who.view, "practice-title-people").tools(html! { (add) }).body(html! {
        (list(&who.view, &here))
        @if !gone.is_empty() {
            section.stack.stack--tight { h2 { (say!(words, "practice-gone")) } (list(&who.view, &gone)) }
        }
    });
    Ok(page.into_response())
}

/// "Therapist, plans the calendar".
pub(super) fn roles_in_words(words: Words, roles: &[Role]) -> String {
    let names: Vec<Said> = roles.iter().map(|role| words.say(role.name_key(), None)).collect();
    names.join(", ")
}

fn list(view: &View, staff: &[&Colleague]) -> Markup {
    let words = view.words;
    rows(staff.iter().map(|colleague| {
        let row = Row::link(format!("/admin/people/{}", colleague.person), &colleague.profile.called)
            .avatar(&colleague.profile.called);
        match colleague.ended {
            None => row.small(roles_in_words(words, &colleague.roles)),
            Some(ended) => row.end(tag(Tone::Plain, None, say!(words, "practice-left", day = view.day(ended)))),
        }
    }))
}
