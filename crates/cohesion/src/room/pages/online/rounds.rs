//! Rounds and turns, for those who lead: what is going on, what can begin, and who comes next.

use ::floor::Seat;
use ::floor::hall::{Doing, Heard};
use maud::{Markup, html};

use super::Scene;
use super::lead::SMALL;
use super::scene::wish;
use crate::say;

/// How long a turn can be, in minutes; 0 has no end.
const TURN_MINUTES: [u64; 6] = [0, 1, 2, 3, 5, 10];

pub(super) fn floor(scene: &Scene<'_>) -> Markup {
    let (words, floor) = (scene.view.words, &scene.inside.floor);
    let is_on = !matches!(floor.doing, Doing::Rest | Doing::Over);
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-turns")) }
            @if is_on { (going_on(scene)) } @else { (begin(scene)) }
            div.actions {
                @match scene.inside.heard {
                    Heard::Everybody => (wish("hear-in-turn", say!(words, "room-hear-in-turn")).look(SMALL)),
                    Heard::InTurn => (wish("hear-all", say!(words, "room-hear-all")).look(SMALL)),
                }
            }
            ol.queue {
                @for (place, seat) in floor.ahead.iter().enumerate() { (ahead(scene, *seat, place)) }
                @for (seat, waited_ms) in &floor.hands { (hand(scene, *seat, *waited_ms)) }
            }
        }
    }
}

fn going_on(scene: &Scene<'_>) -> Markup {
    let (words, floor) = (scene.view.words, &scene.inside.floor);
    html! {
        div.actions {
            (wish("next", say!(words, "room-next-one")).look(SMALL))
            @if let Some(holder) = floor.holder {
                (wish("skip", say!(words, "room-skip-one", name = scene.called(holder))).about(scene.number(holder)).look(SMALL))
                (wish("take-back", say!(words, "room-word-back")).look(SMALL))
            }
            @if let Some(time) = floor.time.filter(|time| time.left_ms.is_some()) {
                (wish("add", say!(words, "room-minute-more")).look(SMALL))
                @if time.ends_at_ms.is_some() { (wish("pause", say!(words, "room-pause")).look(SMALL)) }
                @else { (wish("resume", say!(words, "room-resume")).look(SMALL)) }
            }
            (wish("rest", say!(words, "room-rest-round")).look(SMALL))
        }
    }
}

/// A round of any kind, or a talk by raised hands.
fn begin(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        form.stack.stack--tight data-wish="begin" {
            label for="begin-choice" { (say!(words, "room-begin-what")) }
            select #begin-choice.input name="choice" data-own {
                option value="check-in" { (say!(words, "room-begin-check-in")) }
                option value="sharing" { (say!(words, "room-begin-sharing")) }
                option value="closing" { (say!(words, "room-begin-closing")) }
            }
            label for="begin-do" { (say!(words, "room-order")) }
            select #begin-do.input name="do" data-own {
                option value="begin" { (say!(words, "room-order-seats")) }
                option value="begin-drawn" { (say!(words, "room-order-drawn")) }
            }
            label for="begin-number" { (say!(words, "room-length-of")) }
            select #begin-number.input name="number" data-own {
                @for minutes in TURN_MINUTES { option value=(minutes) selected[minutes == 2] { (say!(words, "room-length", minutes = minutes)) } }
            }
            div.actions {
                button.btn.btn--small { (say!(words, "room-begin-do")) }
                (wish("discuss", say!(words, "room-discuss")).look(SMALL))
            }
        }
    }
}

fn ahead(scene: &Scene<'_>, seat: Seat, place: usize) -> Markup {
    let (words, number) = (scene.view.words, scene.number(seat));
    html! {
        li id={ "ahead-" (number) } {
            (scene.called(seat))
            @if place > 0 { (wish("first", say!(words, "room-first")).about(number).look(SMALL)) }
            (wish("give", say!(words, "room-give")).about(number).look(SMALL))
        }
    }
}

fn hand(scene: &Scene<'_>, seat: Seat, waited_ms: u64) -> Markup {
    let (words, number) = (scene.view.words, scene.number(seat));
    html! {
        li id={ "hand-" (number) } {
            (scene.called(seat)) " " span.soft.small { (say!(words, "room-hand-up")) " " (say!(words, "room-waits", minutes = waited_ms / 60_000)) }
            (wish("give", say!(words, "room-give")).about(number).look(SMALL))
        }
    }
}
