//! The turn that is going on and those to come, with what whoever leads can do about them.

use ::floor::{Phase, Round, Seat, Stick};
use maud::{Markup, Render, html};

use super::super::Desk;
use super::super::table::{ms, person_at};
use super::shown;
use crate::say;
use crate::web::View;
use crate::web::parts::{Button, Icon, actions, avatar, empty, icon, post};
use crate::web::words::Said;

/// The turn that is going on.
pub(super) fn turn(view: &View, shown: &Desk) -> Markup {
    let (words, table) = (view.words, &shown.table);
    html! {
        section.card.stack {
            h2 { (shown::phase(view, table)) }
            @if let Some(said) = shown::turn(view, table, None) { p.lead { strong { (said) } } }
            @if table.floor().stick() == Stick::WithLeader { p { (say!(words, "room-with-you")) } }
            @if let Some(said) = shown::next(view, table, None) { p { (said) } }
            (shown::time(view, table))
            @if shown::is_timer_shown(table) { p.soft.small { (say!(words, "room-timer-everybody")) } }
            (buttons(view, shown))
        }
    }
}

fn buttons(view: &View, shown: &Desk) -> Markup {
    let (words, floor) = (view.words, shown.table.floor());
    let is_under_way = !matches!(floor.phase(), Phase::Rest | Phase::Over);
    let has_end = floor.turn().is_some_and(|turn| turn.length_ms.is_some());
    html! {
        (actions(html! {
            @if let Some(holder) = floor.holder() {
                (about(shown, "finish", holder, &Button::submit(say!(words, "room-end-turn"))))
                @if has_end { (plain(shown, "add", &Button::submit(say!(words, "room-add")).outline())) }
                (plain(shown, "take-back", &Button::submit(say!(words, "room-take-back")).outline()))
                (about(shown, "skip", holder, &Button::submit(say!(words, "room-skip")).quiet()))
            } @else if floor.upcoming().is_some() {
                (plain(shown, "next", &Button::submit(say!(words, "room-next"))))
            }
        }))
        (actions(html! {
            @if is_under_way {
                @if floor.is_paused() { (plain(shown, "resume", &Button::submit(say!(words, "room-resume")).outline())) }
                @else { (plain(shown, "pause", &Button::submit(say!(words, "room-pause")).quiet().icon(Icon::Pause))) }
                (plain(shown, "rest", &Button::submit(say!(words, "room-rest")).quiet()))
            }
        }))
    }
}

/// Those to come in a round and hands that are up.
pub(super) fn queue(view: &View, shown: &Desk) -> Markup {
    let (words, floor) = (view.words, shown.table.floor());
    let ahead = floor.round().map(Round::ahead).unwrap_or_default();
    html! {
        div.stack.stack--loose {
            section.stack.stack--tight {
                h2 { (say!(words, "room-to-come")) }
                @if ahead.is_empty() { (empty(say!(words, "room-nobody-to-come"))) }
                ol.queue { @for (at, seat) in ahead.iter().enumerate() { (in_order(view, shown, *seat, (at, ahead.len()))) } }
            }
            @if !floor.hands().is_empty() {
                section.stack.stack--tight {
                    h2 { (say!(words, "room-hands")) " " span.count { (floor.hands().len()) } }
                    ol.queue { @for hand in floor.hands() { (raised(view, shown, hand)) } }
                }
            }
        }
    }
}

fn in_order(view: &View, shown: &Desk, seat: Seat, (at, of): (usize, usize)) -> Markup {
    let (words, name) = (view.words, shown.table.called(seat));
    let up = named(&say!(words, "room-up-of", name = name), icon(Icon::Up));
    let down = named(&say!(words, "room-down-of", name = name), icon(Icon::Down));
    html! {
        li {
            (avatar(name)) " " (name)
            span.cluster {
                @if shown.table.floor().is_here(seat) { (give(view, shown, seat)) }
                @if at > 0 { (moved(shown, seat, at - 1, &Button::submit(up).quiet().small())) }
                @if at + 1 < of { (moved(shown, seat, at + 1, &Button::submit(down).quiet().small())) }
            }
        }
    }
}

fn raised(view: &View, shown: &Desk, hand: &::floor::Hand) -> Markup {
    let (words, name) = (view.words, shown.table.called(hand.seat));
    let minutes = hand.waited_ms(ms(view.now)) / 60_000;
    let lower = named(&say!(words, "room-lower-of", name = name), say!(words, "room-lower-short"));
    html! {
        li {
            (avatar(name)) " " span { (name) " " span.soft.small { (say!(words, "room-waits", minutes = minutes)) } }
            span.cluster {
                (give(view, shown, hand.seat))
                (about(shown, "lower", hand.seat, &Button::submit(lower).quiet().small()))
            }
        }
    }
}

/// The turn for somebody, while anything is under way.
fn give(view: &View, shown: &Desk, seat: Seat) -> Markup {
    let words = view.words;
    let is_under_way = !matches!(shown.table.floor().phase(), Phase::Rest | Phase::Over);
    let give = named(&say!(words, "room-give-of", name = shown.table.called(seat)), say!(words, "room-give"));
    html! { @if is_under_way { (about(shown, "give", seat, &Button::submit(give).outline().small())) } }
}

/// Short words on a button, and the whole ones for whoever does not see whose it is.
pub(super) fn named(whole: &Said, short: impl Render) -> Markup {
    html! { span aria-hidden="true" { (short) } span.unseen { (whole) } }
}

pub(super) fn plain(shown: &Desk, word: &str, button: &Button) -> Markup {
    post(&action(shown), &[("do", word)], button)
}

/// A button about somebody's seat: pressed twice, it finds that somebody else has the turn.
pub(super) fn about(shown: &Desk, word: &str, seat: Seat, button: &Button) -> Markup {
    post(&action(shown), &[("do", word), ("member", &person_at(seat).to_string())], button)
}

fn moved(shown: &Desk, seat: Seat, to: usize, button: &Button) -> Markup {
    let (member, to) = (person_at(seat).to_string(), to.to_string());
    post(&action(shown), &[("do", "move"), ("member", &member), ("to", &to)], button)
}

fn action(shown: &Desk) -> String {
    format!("/care/sessions/{}/floor", shown.session.id)
}
