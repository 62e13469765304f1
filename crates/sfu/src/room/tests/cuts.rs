//! Whose pictures are forgotten at which slots, so that nothing of them is sent again.

use std::time::Instant;

use floor::Seat;

use crate::act::{Act, Consent};
use crate::packet::{Head, Picture, Start};
use crate::room::{Cut, Room};
use crate::seat::{Circle, Kind, Layer};

const ANA: Seat = Seat(1);
const BEN: Seat = Seat(2);
const CLEO: Seat = Seat(3);

/// Three, each with two slots: the others in the order of their seats.
fn three() -> Room {
    let now = Instant::now();
    let mut room = Room::new(now);
    for seat in [ANA, BEN, CLEO] {
        let mids = || vec!["a".to_owned(), "b".to_owned()];
        room.sit(seat, [mids(), mids()], Consent::Refused, now);
    }
    for (seat, kind) in [ANA, BEN, CLEO].into_iter().flat_map(|seat| [(seat, Kind::Audio), (seat, Kind::Video)]) {
        room.pass(seat, &first(kind, now), &mut Vec::new());
    }
    assert_eq!(room.weigh(now).cuts, []);
    room
}

/// The first packet of a source.
const fn first(kind: Kind, at: Instant) -> Head {
    Head {
        kind,
        layer: Layer::SMALLEST,
        stream: 1,
        seq: 1,
        time: 0,
        marker: true,
        start: Start::Here,
        picture: Picture { id: None, base: None },
        bytes: 80,
        level_dbov: None,
        at,
    }
}

fn cuts(room: &mut Room) -> Vec<Cut> {
    let mut cuts = room.weigh(Instant::now()).cuts;
    cuts.sort_unstable();
    cuts
}

#[test]
fn whoever_goes_apart_is_forgotten_on_both_sides() {
    let mut room = three();
    room.act(Act::Move(vec![(CLEO, Circle(1))])).unwrap();
    assert_eq!(cuts(&mut room), [(ANA, 1), (BEN, 1), (CLEO, 0), (CLEO, 1)]);
    assert_eq!(cuts(&mut room), [], "once");
}

#[test]
fn a_camera_that_is_muted_is_forgotten_everywhere_and_a_microphone_leaves_nothing() {
    let mut room = three();
    room.act(Act::Mute { seat: BEN, kind: Kind::Audio }).unwrap();
    assert_eq!(cuts(&mut room), []);
    room.act(Act::Mute { seat: BEN, kind: Kind::Video }).unwrap();
    assert_eq!(cuts(&mut room), [(ANA, 0), (CLEO, 1)]);
}

#[test]
fn whoever_leaves_is_forgotten_by_those_who_stay() {
    let mut room = three();
    room.leave(ANA);
    assert_eq!(cuts(&mut room), [(BEN, 0), (CLEO, 0)]);
}
