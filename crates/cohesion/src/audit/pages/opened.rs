//! *Who opened my record*: by day, who, in which part, what, and how often.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::opened::{Opener, Opening, openings};
use super::super::plain::{Reader, did, is_own_way_in, was_refused};
use super::who;
use crate::app::App;
use crate::identity::Who;
use crate::limits::PAGE_ROWS_MAX;
use crate::web::parts::When;
use crate::web::parts::{Button, Icon, Tone, actions, empty, story, tag};
use crate::web::{Form, Page, View};
use crate::{Result, say};

/// The page. `before` asks for what is older.
pub(super) async fn show(State(app): State<App>, asker: Who, RawQuery(query): RawQuery) -> Result<Response> {
    let before = Form::parse(query.as_deref().unwrap_or_default()).value("before").parse().ok();
    let openings = app.read(asker.actor, async move |work| openings(work, before).await).await?;
    let (view, words) = (&asker.view, asker.view.words);
    let older = openings.last().filter(|_| openings.len() == PAGE_ROWS_MAX as usize).map(|last| last.seq);
    let body = html! {
        @if openings.is_empty() { (empty(say!(words, "audit-opened-none"))) }
        @for day in by_day(view, &openings) { (one_day(view, &day)) }
        (actions(html! {
            @if let Some(older) = older {
                (Button::link(format!("/me/record/opened?before={older}"), say!(words, "audit-older")).outline())
            }
            @if before.is_some() { (Button::link("/me/record/opened", say!(words, "audit-newest")).quiet()) }
        }))
        p.soft { (say!(words, "audit-opened-how")) }
    };
    let lead = say!(words, "audit-opened-lead");
    let back = say!(words, "shell-settings");
    Ok(Page::new(view, "audit-title-opened").back("/me/settings", back).lead(lead).body(body).into_response())
}

/// Entries that say the same on one day are one line with a count.
struct Told<'a> {
    newest: &'a Opening,
    count: usize,
}

fn by_day<'a>(view: &View, openings: &'a [Opening]) -> Vec<Vec<Told<'a>>> {
    let mut days: Vec<Vec<Told<'a>>> = Vec::new();
    for opening in openings {
        let same_day =
            |day: &Vec<Told<'a>>| day.last().is_some_and(|told| view.day(told.newest.at) == view.day(opening.at));
        if !days.last().is_some_and(same_day) {
            days.push(Vec::new());
        }
        let Some(day) = days.last_mut() else { continue };
        let same = day.iter_mut().find(|told| {
            let newest = told.newest;
            newest.who == opening.who && newest.outcome == opening.outcome && did(&newest.deed) == did(&opening.deed)
        });
        match same {
            Some(told) => told.count += 1,
            None => day.push(Told { newest: opening, count: 1 }),
        }
    }
    days
}

fn one_day(view: &View, day: &[Told<'_>]) -> Markup {
    let words = view.words;
    let line = |told: &Told<'_>| {
        let Opening { at, deed, outcome, .. } = told.newest;
        let sentence = html! {
            p { (whoever(view, told.newest)) ": " (words.say(did(deed), None)) }
            @if told.count > 1 { p.soft { (say!(words, "audit-times", count = told.count)) } }
            @if was_refused(outcome) { (tag(Tone::Plain, Some(Icon::Lock), say!(words, "audit-refused"))) }
        };
        (When::Done, view.time(*at), sentence)
    };
    html! {
        section.stack {
            @if let Some(first) = day.first() { h2 { (view.day(first.newest.at)) } }
            (story(day.iter().map(line)))
        }
    }
}

/// Who it was. Nobody is signed in yet at the moment of signing in: whoever did it knew what it takes.
fn whoever(view: &View, opening: &Opening) -> Markup {
    if opening.who == Opener::Visitor && is_own_way_in(&opening.deed) {
        return html! { strong { (say!(view.words, "audit-who-knew")) } };
    }
    who(view, &opening.who, &opening.outcome, Reader::Oneself)
}
