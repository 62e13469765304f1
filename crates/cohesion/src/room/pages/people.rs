//! Who is at the floor, and who belongs to the group and is not.

use ::floor::{Place, Presence};
use maud::{Markup, html};

use super::super::{Desk, seat_of};
use super::order::{about, named, plain};
use crate::groups::Capability;
use crate::say;
use crate::web::View;
use crate::web::parts::{Button, Icon, Tone, avatar, empty, fold, tag};

/// Everybody who is here; and those who are not, for whoever has no phone.
pub(super) fn here(view: &View, shown: &Desk) -> Markup {
    let (words, floor) = (view.words, shown.table.floor());
    let keeps = shown.group.charter.allow(Capability::MemberAttendance).is_ok();
    let others = html! { ul.queue { @for (person, name) in &shown.others { (other(view, shown, *person, name)) } } };
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-here")) " " span.count { (floor.heads()) } }
            @if floor.heads() == 0 { (empty(say!(words, "room-nobody-here"))) }
            ul.queue { @for place in floor.places() { (one(view, shown, place)) } }
            @if !shown.others.is_empty() { (fold(say!(words, "room-not-here", count = shown.others.len()), others)) }
            p.soft.small { @if keeps { (say!(words, "room-here-marked")) } @else { (say!(words, "room-here-kept")) } }
            @if floor.heads() > 0 {
                (plain(shown, "end", &Button::submit(say!(words, "room-end")).quiet()))
            }
        }
    }
}

fn one(view: &View, shown: &Desk, place: &Place) -> Markup {
    let (words, name) = (view.words, shown.table.called(place.seat));
    let gone = named(&say!(words, "room-gone-of", name = name), say!(words, "room-gone"));
    html! {
        li {
            (avatar(name)) " " (name)
            @match place.presence {
                Presence::Here => {}
                Presence::Aside => { " " (tag(Tone::Help, Some(Icon::Leaf), say!(words, "room-is-aside"))) }
                Presence::Lost => { " " (tag(Tone::Note, None, say!(words, "room-is-lost"))) }
            }
            span.cluster { (about(shown, "leave", place.seat, &Button::submit(gone).quiet().small())) }
        }
    }
}

fn other(view: &View, shown: &Desk, person: crate::id::PersonId, name: &str) -> Markup {
    let words = view.words;
    let bring = named(&say!(words, "room-bring-of", name = name), say!(words, "room-bring"));
    html! { li { (avatar(name)) " " (name) span.cluster { (about(shown, "bring", seat_of(person), &Button::submit(bring).outline().small())) } } }
}
