//! More people than slots, over real connections: whoever speaks is heard, though nobody agreed to be counted.

use floor::Seat;
use sfu::{Consent, Event, Kind};

use crate::browser::Setup;
use crate::world::{ROOM, World, ms, secs};

const TWELVE: Setup<'_> = Setup { slots: 12, layers: &[300], audio_seq: 1 };

/// So many, nobody counted, all cameras off, all microphones open.
fn uncounted(seats: u128) -> World {
    let mut world = World::new();
    for seat in (1..=seats).map(Seat) {
        world.join_agreeing(seat, TWELVE, Consent::Refused);
        world.browser(seat).camera = false;
    }
    world
}

#[test]
fn the_last_of_sixteen_is_heard_by_all_within_a_third_of_a_second() {
    let mut world = uncounted(16);
    let last = Seat(16);
    world.browser(last).mic = false;
    world.pass(secs(5));
    world.browser(last).mic = true;
    let began = world.now;
    world.pass(ms(300));
    for seat in (1..16).map(Seat) {
        let heard = world.browser(seat).heard(last, began).len();
        assert!(heard >= 5, "{seat:?} heard {heard} packets");
    }
    assert!(world.sfu.talk(ROOM, world.now).unwrap().members.is_empty(), "and nobody has a number");
}

#[test]
fn the_only_camera_is_seen_by_all() {
    let mut world = uncounted(14);
    world.pass(secs(1));
    let last = Seat(14);
    world.browser(last).camera = true;
    let began = world.now;
    world.pass(secs(1));
    for seat in (1..14).map(Seat) {
        let seen = world.browser(seat).seen(last, began);
        assert!(seen.len() >= 5 && seen[0].is_key, "{seat:?} saw {}", seen.len());
    }
}

#[test]
fn a_slot_of_whoever_sends_no_more_is_told_to_be_empty() {
    let mut world = uncounted(2);
    world.pass(secs(1));
    world.browser(Seat(2)).mic = false;
    world.pass(secs(3));
    let told = world.told.iter().rev().find_map(|(_, told)| match &told.event {
        Event::Slots(slots) if told.seat == Seat(1) => Some(slots.clone()),
        _ => None,
    });
    assert!(told.unwrap().iter().all(|slot| slot.seat.is_none() && [Kind::Audio, Kind::Video].contains(&slot.kind)));
}
