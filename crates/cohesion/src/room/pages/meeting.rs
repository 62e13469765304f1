//! A meeting on the phone of somebody who takes part.

use ::floor::{Phase, Presence};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Meeting, Press, Whose, deeds, meeting, press};
use super::quiet::quiet;
use super::shown;
use crate::access::Actor;
use crate::app::App;
use crate::groups::{Capability, SessionState, on_the_clock_of};
use crate::id::SessionId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Tone, actions, avatar, callout, fold, post, seen};
use crate::web::words::Said;
use crate::web::{Check, Form, Page, Path, Region, View, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| meeting(work, id).await).await?;
    Ok(page(&who.view, &shown, None).into_response())
}

/// A press of a button. What came to nothing is said, and the page is shown as it is now.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let pressing = app.write(who.actor, async move |work| {
        deeds::may_take_part_at(work, id).await?;
        let mut check = Check::new(&form);
        let pressed = check.choice::<Press>("do");
        press(work, id, check.done(|| pressed)?).await
    });
    let (status, words) = match pressing.await {
        Ok(()) => return Ok(go(&format!("/me/sessions/{id}/meeting"))),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, words),
        Err(Error::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, "room-fault-press"),
        Err(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| meeting(work, id).await).await?;
    Ok(page(&who.view, &shown, Some(words)).status(status).into_response())
}

/// What renews itself of the page, for one viewer.
pub async fn floor_region(app: &App, actor: Actor, view: &View, id: SessionId) -> Result<Region> {
    let shown = app.read(actor, async move |work| meeting(work, id).await).await?;
    Ok(region(view, &shown))
}

fn page(view: &View, shown: &Meeting, conflict: Option<&'static str>) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let (words, session) = (view.words, &shown.session);
    let (start, end) = (view.moment_alone(session.starts_at), view.time(session.ends_at));
    let body = html! {
        @if let Some(key) = conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        live-region src={ "/live/floor." (session.id) } { (region(view, shown)) }
        p { a href={ "/me/sessions/" (session.id) "/meeting" } { (say!(words, "room-look-again")) } }
        (rules(view, shown))
        (help(view, shown))
    };
    Page::new(view, "room-title-meeting")
        .back(&format!("/me/sessions/{}", session.id), say!(words, "room-the-session"))
        .heading(&shown.group.words.name)
        .lead(say!(words, "room-when", start = start, end = end))
        .body(body)
}

fn region(view: &View, shown: &Meeting) -> Region {
    let words = view.words;
    let body = match shown.session.state {
        SessionState::Open if shown.whose == Whose::Rooms => in_room(view, shown),
        SessionState::Open if shown.is_at_it() => {
            html! { (aside(view, shown)) (turn(view, shown)) (order(view, shown)) (here(view, shown)) }
        }
        SessionState::Open => come(view, shown),
        SessionState::Planned => html! { p { (say!(words, "room-not-begun")) } },
        SessionState::Held | SessionState::Cancelled => html! { p { (say!(words, "room-phase-over")) } },
    };
    Region::new("floor", html! { div.stack.stack--loose { (body) } })
        .announcing(announced(view, shown).unwrap_or_default())
}

/// One's own turn and the one before it are said aloud; whose turn it is otherwise too.
fn announced(view: &View, shown: &Meeting) -> Option<String> {
    if !shown.is_at_it() || shown.whose == Whose::Rooms {
        return None;
    }
    let (table, me) = (&shown.table, Some(shown.me));
    let is_mine = table.floor().holder() == me;
    let am_next = table.floor().holder().is_some() && table.floor().upcoming() == me;
    let said = if am_next && !is_mine { shown::next(view, table, me) } else { shown::turn(view, table, me) };
    said.map(Said::into_owned)
}

/// The meeting goes on in its live room: whoever is in the room with the group says so at its door.
fn in_room(view: &View, shown: &Meeting) -> Markup {
    let (words, room) = (view.words, format!("/me/sessions/{}/room", shown.session.id));
    let sentences = html! { p { strong { (say!(words, "room-in-room")) } } p { (say!(words, "room-in-room-member")) } };
    callout(Tone::Well, html! { (sentences) (actions(Button::link(room, say!(words, "room-in-room-go")))) })
}

/// Before somebody has come: what the others will see, and what is kept.
fn come(view: &View, shown: &Meeting) -> Markup {
    let words = view.words;
    let keeps = shown.group.charter.allow(Capability::MemberAttendance).is_ok();
    html! {
        section.card.stack {
            h2 { (shown::phase(view, &shown.table)) }
            (seen(say!(words, "room-come-seen", name = shown.called.as_str())))
            @if !keeps { p.soft { (say!(words, "room-come-kept")) } }
            (button(shown, Press::Come, &Button::submit(say!(words, "room-come")).icon(Icon::Seat)))
        }
    }
}

fn turn(view: &View, shown: &Meeting) -> Markup {
    let (words, table, me) = (view.words, &shown.table, Some(shown.me));
    let is_round = table.floor().round().is_some();
    let is_quiet = is_round && shown.group.charter.allow(Capability::MeetingScript).is_ok();
    html! {
        section.card.stack {
            h2 { (shown::phase(view, table)) }
            @if let Some(topic) = topic(shown) { p { (say!(words, "room-topic-is", topic = topic)) } }
            @if let Some(said) = shown::turn(view, table, me) { p.lead { strong { (said) } } }
            @if let Some(said) = shown::next(view, table, me) { p { (said) } }
            @if shown.shows_time() { (shown::time(view, table)) }
            @if is_quiet { p.soft { (say!(words, "room-quiet")) } }
            (buttons(view, shown))
        }
    }
}

/// For whoever needs a moment, before anything of the meeting.
fn aside(view: &View, shown: &Meeting) -> Markup {
    let words = view.words;
    if shown.table.floor().is_here(shown.me) {
        return Markup::default();
    }
    let ways = html! {
        (button(shown, Press::Come, &Button::submit(say!(words, "room-back"))))
        (Button::link("/help", say!(words, "room-help-now")).help().icon(Icon::Help))
    };
    quiet(view, (say!(words, "room-aside-said"), say!(words, "room-aside-kept")), ways)
}

fn topic(shown: &Meeting) -> Option<&str> {
    shown.running.as_ref().map(|running| running.topic.as_str()).filter(|topic| !topic.is_empty())
}

fn buttons(view: &View, shown: &Meeting) -> Markup {
    let (words, floor, me) = (view.words, shown.table.floor(), shown.me);
    let is_here = floor.is_here(me);
    let has_turn = floor.holder() == Some(me);
    let round = floor.round().filter(|round| has_turn || round.ahead().contains(&me));
    let hand = floor.hands().iter().any(|hand| hand.seat == me);
    let may_raise = is_here && !has_turn && !matches!(floor.phase(), Phase::Rest | Phase::Over);
    html! {
        (actions(html! {
            @if has_turn { (button(shown, Press::Finish, &Button::submit(say!(words, "room-finish")))) }
            @if let Some(round) = round {
                (button(shown, Press::Pass, &Button::submit(say!(words, "room-pass")).outline()))
                @if round.may_put_off(me) { (button(shown, Press::NotReady, &Button::submit(say!(words, "room-not-ready")).outline())) }
            }
            @if may_raise && hand { (button(shown, Press::Lower, &Button::submit(say!(words, "room-lower")).outline().icon(Icon::Hand))) }
            @if may_raise && !hand { (button(shown, Press::Raise, &Button::submit(say!(words, "room-raise")).outline().icon(Icon::Hand))) }
        }))
        (actions(html! {
            @if is_here { (button(shown, Press::StepAside, &Button::submit(say!(words, "room-aside")).quiet().icon(Icon::Leaf))) }
            (button(shown, Press::Leave, &Button::submit(say!(words, "room-leave")).quiet()))
        }))
    }
}

fn button(shown: &Meeting, press: Press, button: &Button) -> Markup {
    post(&format!("/me/sessions/{}/meeting", shown.session.id), &[("do", press.word())], button)
}

/// Those to come in a round, by name.
fn order(view: &View, shown: &Meeting) -> Markup {
    let (words, table) = (view.words, &shown.table);
    let ahead = table.floor().round().map(::floor::Round::ahead).unwrap_or_default();
    html! {
        @if !ahead.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "room-to-come")) }
                ol.queue {
                    @for seat in ahead {
                        @if *seat == shown.me { li.you { (avatar(table.called(*seat))) " " (say!(words, "room-you")) } }
                        @else { li { (avatar(table.called(*seat))) " " (table.called(*seat)) } }
                    }
                }
            }
        }
    }
}

/// Those who are here, by the names that they chose.
fn here(view: &View, shown: &Meeting) -> Markup {
    let (words, table) = (view.words, &shown.table);
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-here")) " " span.count { (table.floor().heads()) } }
            ul.queue {
                @for place in table.floor().places() {
                    li {
                        (avatar(table.called(place.seat))) " "
                        @if place.seat == shown.me { (say!(words, "room-you")) } @else { (table.called(place.seat)) }
                        @if place.presence == Presence::Aside { " " span.soft.small { (say!(words, "room-is-aside")) } }
                    }
                }
            }
        }
    }
}

/// How people treat each other here, one tap away.
fn rules(view: &View, shown: &Meeting) -> Markup {
    let words = view.words;
    html! {
        @if let Some(readings) = &shown.readings {
            (fold(say!(words, "room-guidelines"), html! { p.lines { (readings.guidelines) } }))
            (fold(say!(words, "room-principles"), html! { p.lines { (readings.principles) } }))
        }
    }
}

/// Help, and whom one can reach.
fn help(view: &View, shown: &Meeting) -> Markup {
    let words = view.words;
    callout(
        Tone::Help,
        html! {
            p { strong { (say!(words, "room-help")) } }
            @if let Some(readings) = &shown.readings { p { (readings.help) } }
            @if !shown.contact.is_empty() { p { (say!(words, "room-contact")) " " (shown.contact) } }
            (actions(Button::link("/help", say!(words, "room-help-now")).help().icon(Icon::Help)))
        },
    )
}
