//! The page of a group that is shown.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{ShownGroup, shown_group};
use super::open_for;
use super::welcome::joins_lightly;
use crate::app::App;
use crate::enrolment::WhoJoins;
use crate::id::GroupId;
use crate::identity::Visitor;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, card, facts, rows};
use crate::web::{Page, Path, Said, View};
use crate::{Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<GroupId>) -> Result<Response> {
    let listing = open_for(&app, &visitor).await?;
    let group = app.read(visitor.actor, async move |work| shown_group(work, id).await).await?;
    Ok(page(&visitor.view, &group).listing(listing).into_response())
}

/// Groups as rows, each leading to its page.
pub(super) fn rows_of(view: &View, groups: &[&ShownGroup]) -> Markup {
    let row = |group: &&ShownGroup| {
        let kind = view.words.say(group.charter.name_key(), None);
        let when = if group.words.meets.is_empty() { kind } else { format!("{kind} · {}", group.words.meets).into() };
        Row::link(format!("/welcome/groups/{}", group.id), &group.words.title).icon(Icon::Circle).small(when)
    };
    rows(groups.iter().map(row))
}

fn page(view: &View, group: &ShownGroup) -> Page {
    let words = view.words;
    let at = format!("/welcome/groups/{}", group.id);
    let is_light = joins_lightly(group);
    let kind = words.say(if is_light { "door-support-is" } else { "door-therapy-is" }, None);
    let ask = || Button::link(format!("{at}/ask"), say!(words, "door-ask"));
    let body = html! {
        @for paragraph in group.words.about.split("\n\n") { p.lines { (paragraph) } }
        @if !about(view, group).is_empty() { (card(facts(about(view, group)))) }
        @if is_light { (callout(Tone::Plain, html! { p { (say!(words, "door-not-treatment")) } })) }
        @if !group.takes_members {
            (callout(Tone::Note, html! { p { (say!(words, "door-takes-nobody")) } }))
        } @else if group.joins == WhoJoins::Everybody {
            (actions(html! {
                (Button::link(format!("{at}/join"), say!(words, "door-join")))
                (ask().outline())
            }))
            p.soft { (say!(words, "door-join-about")) }
        } @else {
            (actions(ask()))
            p.soft { (say!(words, "door-ask-about")) }
        }
    };
    Page::new(view, "door-title-group")
        .back("/welcome", say!(words, "door-title"))
        .heading(&group.words.title)
        .lead(kind)
        .body(body)
}

fn about(view: &View, group: &ShownGroup) -> Vec<(Said, String)> {
    let words = view.words;
    let lines = [
        (say!(words, "door-meets"), &group.words.meets),
        (say!(words, "door-place"), &group.words.place),
        (say!(words, "door-cost"), &group.words.cost),
    ];
    lines.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, text.clone())).collect()
}
