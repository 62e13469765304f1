//! Going on: from a group that is over to one of company, or from a support group to a talk with a therapist. The member alone
//! takes each step, and nothing of one group is told to the other.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::public::words_of;
use super::super::{PublicWords, ShownGroup, shown_group, shown_groups};
use super::welcome::joins_lightly;
use crate::app::App;
use crate::enrolment::{ask_for_oneself, join_oneself, open_to_me};
use crate::id::GroupId;
use crate::identity::{AccountKind, Who};
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Icon, Row, actions, card, empty, facts, post, rows, seen};
use crate::web::{Check, Fields, Form, Page, Path, Said, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

struct Onward {
    /// Groups that one may join alone.
    company: Vec<(GroupId, PublicWords)>,
    /// Therapy groups that the practice shows.
    therapy: Vec<ShownGroup>,
}

/// What stands on the page of a member's group: the way here, where it leads anywhere.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, _: GroupId) -> Result<Markup> {
    let onward = read(work).await?;
    if onward.company.is_empty() && onward.therapy.is_empty() {
        return Ok(Markup::default());
    }
    let row = Row::link("/me/onward", say!(view.words, "door-title-onward")).icon(Icon::Circle);
    Ok(rows([row.small(say!(view.words, "door-onward-small"))]))
}

async fn read(work: &mut Work<'_>) -> Result<Onward> {
    let mut company = Vec::new();
    for group in open_to_me(work).await? {
        if let Some(words) = words_of(work, group).await? {
            company.push((group, words));
        }
    }
    let therapy = match shown_groups(work).await {
        Ok(shown) => shown.into_iter().filter(|group| !joins_lightly(group)).collect(),
        Err(Error::NotFound) => Vec::new(),
        Err(other) => return Err(other),
    };
    Ok(Onward { company, therapy })
}

/// Whoever works here goes on in no group of their own.
fn for_members(who: &Who) -> Result<()> {
    if who.kind == AccountKind::Member { Ok(()) } else { Err(Error::NotFound) }
}

/// Where one can go on.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    for_members(&who)?;
    let onward = app.read(who.actor, async |work| read(work).await).await?;
    let words = who.view.words;
    let joinable = |(id, said): &(GroupId, PublicWords)| {
        Row::link(format!("/me/onward/{id}"), &said.title).icon(Icon::People).small(&said.meets)
    };
    let therapy = |group: &ShownGroup| {
        Row::link(format!("/me/onward/{}/ask", group.id), &group.words.title)
            .icon(Icon::Circle)
            .small(&group.words.meets)
    };
    let body = html! {
        section.stack {
            h2 { (say!(words, "door-onward-company")) }
            p { (say!(words, "door-onward-company-about")) }
            @if onward.company.is_empty() { (empty(say!(words, "door-onward-none"))) } @else {
                (rows(onward.company.iter().map(joinable)))
            }
        }
        section.stack {
            h2 { (say!(words, "door-onward-therapy")) }
            p { (say!(words, "door-onward-therapy-about")) }
            @if onward.therapy.is_empty() { (empty(say!(words, "door-onward-none"))) } @else {
                (rows(onward.therapy.iter().map(therapy)))
            }
        }
    };
    let page = Page::new(&who.view, "door-title-onward").back("/me/group", say!(words, "place-group"));
    Ok(page.lead(say!(words, "door-onward-lead")).body(body).into_response())
}

/// A group that one may join alone.
pub(super) async fn look(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    for_members(&who)?;
    let reading = app.read(who.actor, async move |work| {
        let onward = read(work).await?;
        onward.company.into_iter().find(|(group, _)| *group == id).map(|(_, said)| said).ok_or(Error::NotFound)
    });
    let said = reading.await?;
    let words = who.view.words;
    let lines: Vec<(Said, &String)> = [
        (say!(words, "door-meets"), &said.meets),
        (say!(words, "door-place"), &said.place),
        (say!(words, "door-cost"), &said.cost),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .collect();
    let button = Button::submit(say!(words, "door-onward-join"));
    let body = html! {
        p.lines { (said.about) }
        @if !lines.is_empty() { (card(facts(lines))) }
        (seen(say!(words, "door-onward-seen")))
        (post(&format!("/me/onward/{id}/join"), &[], &button))
    };
    let page = Page::new(&who.view, "door-title-group").back("/me/onward", say!(words, "door-title-onward"));
    Ok(page.heading(&said.title).body(body).into_response())
}

/// Begins one's own way into it.
pub(super) async fn join(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    for_members(&who)?;
    let enrolment = app.write(who.actor, async move |work| join_oneself(work, id).await).await?;
    Ok(go(&format!("/me/joining/{enrolment}")))
}

/// Asking for a talk with a therapist.
pub(super) async fn show_ask(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let group = therapy_group(&app, &who, id).await?;
    Ok(ask_page(&who.view, &group, &Fields::blank(&who.view)).into_response())
}

async fn therapy_group(app: &App, who: &Who, id: GroupId) -> Result<ShownGroup> {
    for_members(who)?;
    let group = app.read(who.actor, async move |work| shown_group(work, id).await).await?;
    if joins_lightly(&group) { Err(Error::NotFound) } else { Ok(group) }
}

/// Asks, in words of one's own.
pub(super) async fn take_ask(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let group = therapy_group(&app, &who, id).await?;
    let mut check = Check::new(&form);
    let words = check.area("words", 1..=TEXT_CHARS_MAX);
    let done = match check.done(|| words) {
        Ok(words) => app.write(who.actor, async move |work| ask_for_oneself(work, id, &words).await).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(_) => Ok(go("/welcome/thanks")),
        Err(error) => mend(error, |faults| ask_page(&who.view, &group, &Fields::again(&who.view, form, faults))),
    }
}

fn ask_page(view: &View, group: &ShownGroup, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let form = html! {
        (fields.area("words", say!(words, "door-words")).hint(say!(words, "door-words-hint")).voice())
        (actions(Button::submit(say!(words, "door-send"))))
    };
    let page = Page::new(view, "door-title-ask").back("/me/onward", say!(words, "door-title-onward"));
    page.heading(&group.words.title).lead(say!(words, "door-onward-ask-lead")).body(html! {
        (seen(say!(words, "door-ask-seen")))
        (fields.form(&format!("/me/onward/{}/ask", group.id), &form))
    })
}
