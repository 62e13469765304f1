//! Those who are here: a tile each, with a picture where one is passed on.

use ::floor::hall::{PersonView, Role, SeatKind, Where};
use maud::{Markup, html};

use super::Scene;
use super::talk::reaction;
use crate::say;
use crate::web::Region;
use crate::web::parts::{Icon, avatar, icon};

pub(super) fn region(scene: &Scene<'_>) -> Region {
    let words = scene.view.words;
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        scene.inside.people.iter().partition(|person| person.place == Where::Here || person.seat == scene.inside.seat);
    let body = html! {
        ul.stage tabindex="0" aria-label=(say!(words, "room-here")) { @for person in here { (tile(scene, person)) } }
        @if !elsewhere.is_empty() {
            p.soft.small { (say!(words, "room-elsewhere", count = elsewhere.len())) }
        }
    };
    Region::new("room-stage", body)
}

fn tile(scene: &Scene<'_>, person: &PersonView) -> Markup {
    let words = scene.view.words;
    let number = scene.number(person.seat);
    let [speaks, shows] = person.passes;
    // Whoever wants no pictures has none that stands still either.
    let shows = shows && (scene.pictures != sfu::Pictures::None || person.seat == scene.inside.seat);
    let has_turn = scene.inside.floor.holder == Some(person.seat);
    let is_first = scene.inside.spotlight == Some(person.seat);
    html! {
        li.tile.tile--turn[has_turn].tile--shown[shows].tile--first[is_first] id={ "tile-" (number) } {
            (avatar(scene.called(person.seat)))
            div.picture data-own data-seat=(number) {}
            @if let Some(given) = person.reaction { span.tile__word { (reaction(scene, given)) } }
            span.name {
                b { (scene.name(person.seat)) }
                @match person.role {
                    Role::Leader | Role::CoLeader => span.soft { " · " (say!(words, "room-leads")) },
                    Role::Supervisor => span.soft { " · " (say!(words, "room-listens")) },
                    Role::Member => {},
                }
                @if person.role == Role::Supervisor { (icon(Icon::Eye)) }
                @else if person.kind == SeatKind::InPerson { span.unseen { ", " (say!(words, "room-is-in-person")) } (icon(Icon::Seat)) }
                @else if person.kind == SeatKind::TextOnly { span.unseen { ", " (say!(words, "room-writes-only")) } (icon(Icon::Pen)) }
                @else {
                    @if person.kind == SeatKind::AudioOnly { span.unseen { ", " (say!(words, "room-door-sound")) } (icon(Icon::CamOff)) }
                    @if !speaks { span.unseen { ", " (say!(words, "room-mic-is-off")) } (icon(Icon::MicOff)) }
                }
            }
        }
    }
}
