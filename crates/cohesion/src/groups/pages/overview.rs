//! One group at a glance: where it is in its life, who leads it, its places and its next sessions.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::deeds::may_see_seats;
use super::super::{
    Group, GroupState, Leader, Session, SessionState, advance as move_on, calendar, group, leading, may_run,
    missing_to_lead_today, named_leaders, places_left, standing,
};
use super::ahead::{next_of, on_now};
use super::{group_page, on_the_clock_of};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, card, empty, facts, fold, post, rows, tag};
use crate::web::{Form, Path, View, go};
use crate::{Error, Reason, Result, say};

/// Sessions shown as the next ones.
const NEXT: usize = 3;

struct Shown {
    group: Group,
    leaders: Vec<(Leader, String)>,
    left: u32,
    next: Vec<Session>,
    missing: Vec<Reason>,
    standing: Standing,
    /// Whether the actor works with the group itself; who only plans its dates is not told what it is about.
    leads: bool,
}

impl Shown {
    fn may_run(&self) -> bool {
        self.standing.allows(Deed::RunGroup)
    }
}

/// The overview.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let grant = may_see_seats(work, id).await?;
        let (standing, leads) = (standing(work, id).await?, leading(work, id).await? != Standing::NONE);
        let group = group(work, &grant, id).await?;
        let mut next = next_of(calendar(work, &grant, id).await?, group.state, work.now());
        next.truncate(NEXT);
        let missing = if group.state.is_over() { Vec::new() } else { missing_to_lead_today(work, &grant, id).await? };
        let (leaders, left) = (named_leaders(work, &grant, id).await?, places_left(work, &grant, id).await?);
        Ok(Shown { group, leaders, left, next, missing, standing, leads })
    });
    let shown = reading.await?;
    let view = &on_the_clock_of(&who.view, &shown.group);
    let words = view.words;
    let body = html! {
        @if !shown.missing.is_empty() { (what_is_missing(view, &shown.missing)) }
        div.split {
            section.stack { h2 { (say!(words, "groups-next")) } (next_sessions(view, &shown)) }
            section.stack { h2 { (say!(words, "groups-leaders")) } (leaders(view, &shown)) (about(view, &shown)) }
        }
        @if shown.may_run() { (life(view, &shown.group)) }
    };
    let change = Button::link(format!("/care/groups/{id}/words"), say!(words, "groups-change")).outline();
    Ok(group_page(view, &shown.group, shown.standing, "groups-title-overview")
        .lead(lead(view, &shown))
        .tools(html! { @if shown.may_run() { (change.icon(Icon::Pen)) } })
        .body(body)
        .into_response())
}

/// The group moves on in its life.
pub(super) async fn advance(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let wanted = form.value("state").parse().ok().and_then(|code| GroupState::from_code(code).ok());
    let moving = app.write(who.actor, async move |work| {
        may_run(work, id).await?;
        let next = wanted.ok_or_else(|| Error::invalid("state", "fault-choose"))?;
        move_on(work, id, next).await
    });
    moving.await?;
    Ok(go(&format!("/care/groups/{id}")))
}

fn lead(view: &View, shown: &Shown) -> Markup {
    let (words, group) = (view.words, &shown.group);
    let format = words.say(group.format.word_keys().0, None);
    let kind = words.say(group.charter.name_key(), None);
    html! {
        (say!(words, "groups-lead", kind = kind, format = format))
        @if shown.leads { " " (group.words.focus) @if !group.words.approach.is_empty() { ". " (group.words.approach) } "." }
    }
}

/// What is missing before a group may take members or meet.
pub(super) fn what_is_missing(view: &View, missing: &[Reason]) -> Markup {
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(view.words, "groups-missing")) } }
            ul.prose { @for reason in missing { li { (view.words.reason(reason)) } } }
        },
    )
}

fn next_sessions(view: &View, shown: &Shown) -> Markup {
    let (words, id) = (view.words, shown.group.id);
    let row = |session: &Session| {
        Row::link(format!("/care/sessions/{}", session.id), view.moment(session.starts_at)).icon(Icon::Calendar).small(
            html! {
                (say!(words, "groups-session-number", number = session.number))
                @if session.state == SessionState::Open { " · " (on_now(view, session)) }
            },
        )
    };
    html! {
        @if shown.next.is_empty() {
            (empty(say!(words, "groups-no-session")))
        } @else {
            (rows(shown.next.iter().map(row)))
        }
        p { a href={ "/care/groups/" (id) "/sessions" } { (say!(words, "groups-all-sessions")) } }
    }
}

fn leaders(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    html! {
        (rows(shown.leaders.iter().map(|(leader, called)| {
            Row::plain(called).avatar(called).small(words.say(leader.role.name_key(), None))
        })))
        @if shown.may_run() {
            p { a href={ "/care/groups/" (shown.group.id) "/leaders" } { (say!(words, "groups-change-leaders")) } }
        }
        @if shown.leads { p { a href="/breaches" { (say!(words, "groups-confidence")) } } }
    }
}

fn about(view: &View, shown: &Shown) -> Markup {
    let (words, group) = (view.words, &shown.group);
    let taken = group.capacity - shown.left.min(group.capacity);
    let known = facts([
        (say!(words, "groups-seats"), say!(words, "groups-places", taken = taken, capacity = group.capacity)),
        (say!(words, "groups-place"), group.words.place.clone().into()),
        (say!(words, "groups-zone"), group.zone.clone().into()),
    ]);
    html! {
        (card(known))
        @if shown.standing.allows(Deed::LeadFloor) {
            p { a href={ "/care/groups/" (group.id) "/room" } { (say!(words, "room-title-ways")) } }
        }
    }
}

/// Where the group is, and the steps that can follow: at most one is the next in an ordinary life.
fn life(view: &View, group: &Group) -> Markup {
    let words = view.words;
    let next = GroupState::ALL.into_iter().filter(|next| *next != GroupState::Ended && group.state.may_become(*next));
    html! {
        section.stack {
            h2 { (say!(words, "groups-life")) " " (tag(Tone::Brand, Some(Icon::Circle), words.say(group.state.name_key(), None))) }
            p.soft { (say!(words, "groups-life-hint")) }
            (actions(html! {
                @for (place, next) in next.enumerate() {
                    @let said = Button::submit(words.say(next.step_key(), None));
                    @let button = match (place, next) {
                        (_, GroupState::Archived) => said.quiet(),
                        (0, _) => said,
                        _ => said.outline(),
                    };
                    (step(group, next, &button))
                }
            }))
            @if group.state.may_become(GroupState::Ended) { (ending(view, group)) }
        }
    }
}

/// The end, with what follows from it. Of a group that has not met yet it says another word.
fn ending(view: &View, group: &Group) -> Markup {
    let words = view.words;
    let (summary, what) = if group.state.meets() {
        (say!(words, "groups-step-ended"), say!(words, "groups-step-ended-what"))
    } else {
        (say!(words, "groups-step-never"), say!(words, "groups-step-never-what"))
    };
    let button = Button::submit(say!(words, "groups-step-ended-do")).danger();
    fold(summary, html! { p { (what) } (actions(step(group, GroupState::Ended, &button))) })
}

fn step(group: &Group, next: GroupState, button: &Button) -> Markup {
    post(&format!("/care/groups/{}/state", group.id), &[("state", &next.code().to_string())], button)
}
