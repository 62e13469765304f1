//! Those who sit in one room in person, as those who lead see them: who is there, who could be, and who has gone.

use ::floor::Seat;
use ::floor::hall::Meets;
use maud::{Markup, html};

use super::Scene;
use super::lead::SMALL;
use super::scene::wish;
use crate::room::table::person_at;
use crate::say;
use crate::web::parts::{avatar, fold};

/// Those who belong to the group and have no seat, for whoever has no phone.
pub(super) fn not_here(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let others: Vec<_> = scene.folk.iter().filter(|(seat, _)| scene.person(*seat).is_none()).collect();
    if scene.meets == Meets::Online || others.is_empty() {
        return Markup::default();
    }
    let body = html! {
        p.soft.small { (say!(words, "room-is-here-about")) }
        ul.queue {
            @for (seat, called) in &others {
                li { (avatar(called)) " " (called)
                    (wish("is-here", say!(words, "room-bring-of", name = called.as_str())).choice(person_at(*seat).to_string()).look(SMALL)) }
            }
        }
    };
    fold(say!(words, "room-not-here", count = others.len()), body)
}

/// That somebody is in the room.
pub(super) fn mark(scene: &Scene<'_>, seat: Seat) -> Markup {
    html! { @if scene.is_in_person(seat) { " " span.soft.small { (say!(scene.view.words, "room-is-in-person")) } } }
}

/// That somebody who was in the room has gone.
pub(super) fn gone(scene: &Scene<'_>, seat: Seat) -> Markup {
    let words = scene.view.words;
    html! {
        @if scene.is_in_person(seat) {
            (wish("gone", say!(words, "room-gone-of", name = scene.called(seat))).about(scene.number(seat)).look(SMALL))
        }
    }
}
