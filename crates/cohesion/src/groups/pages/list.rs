//! The groups that the actor works with.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use maud::html;

use super::super::{
    Format, Group, Session, SessionState, calendar, groups_at_work, leading, may_found_under, may_see, places_left,
};
use super::ahead::{next_of, on_now};
use super::on_the_clock_of;
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::identity::{AccountKind, Who};
use crate::practice;
use crate::web::parts::{Button, Icon, Row, Tone, empty, rows, tag};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

struct AtWork {
    group: Group,
    left: u32,
    next: Option<Session>,
    /// Whether the actor leads it; who only plans its dates is not told what it is about.
    leads: bool,
}

/// All of them, each with its places and its next session.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let reading = app.read(who.actor, async |work| {
        let mut groups = Vec::new();
        for group in groups_at_work(work).await? {
            let grant = may_see(work, group.id).await?;
            let left = places_left(work, &grant, group.id).await?;
            let next = next_of(calendar(work, &grant, group.id).await?, group.state, work.now()).into_iter().next();
            let leads = leading(work, group.id).await? != Standing::NONE;
            groups.push(AtWork { group, left, next, leads });
        }
        let may_found = !may_found_under(work).await?.is_empty();
        Ok((groups, practice::roles(work).await?, may_found))
    });
    let (groups, roles, may_found) = reading.await?;
    let words = who.view.words;
    let body = match groups.as_slice() {
        [] => empty(words.say(why_none(roles, may_found), None)),
        groups => rows(groups.iter().map(|at_work| row(&who.view, at_work))),
    };
    let found = Button::link("/care/groups/new", say!(words, "groups-found")).icon(Icon::Plus);
    Ok(Page::new(&who.view, "groups-title-list")
        .width(Width::Mid)
        .tools(html! { @if may_found { (found) } })
        .body(body)
        .into_response())
}

/// What is said where there is no group, by what the reader could do about it.
fn why_none(roles: Standing, may_found: bool) -> &'static str {
    match (may_found, roles.allows(Deed::SeeSeats)) {
        (true, _) => "groups-none",
        (false, true) => "groups-none-here",
        (false, false) => "groups-none-led",
    }
}

fn row(view: &View, at_work: &AtWork) -> Row {
    let (words, group) = (view.words, &at_work.group);
    let state = words.say(group.state.name_key(), None);
    let taken = group.capacity - at_work.left.min(group.capacity);
    let places = say!(words, "groups-places", taken = taken, capacity = group.capacity);
    let next = match &at_work.next {
        Some(session) if session.state == SessionState::Open => on_now(&on_the_clock_of(view, group), session),
        Some(session) => on_the_clock_of(view, group).moment(session.starts_at),
        None => say!(words, "groups-no-session"),
    };
    let picture = if group.format == Format::Open { Icon::People } else { Icon::Circle };
    let tone = if group.state.takes_members() && at_work.left > 0 { Tone::Brand } else { Tone::Plain };
    Row::link(format!("/care/groups/{}", group.id), &group.words.name)
        .icon(picture)
        .small(html! { @if at_work.leads && !group.words.approach.is_empty() { (group.words.approach) " · " } (places) " · " (next) })
        .end(tag(tone, Some(Icon::Seat), state))
}
