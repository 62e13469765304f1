//! A minute of eight people over real connections that lose three packets in a hundred, with joins, leaves and all the rest.
//! A whole hour is run below the connections, in the room's own tests.

use std::collections::HashMap;
use std::time::Instant;

use floor::Seat;
use sfu::{Act, Circle, Kind, Loss};

use crate::browser::Setup;
use crate::world::{ROOM, World, ms, secs};

const SETUP: Setup<'_> = Setup { slots: 8, layers: &[400, 1_500], audio_seq: 65_000 };

/// When somebody was last moved or muted, so that what was on its way by then is not held against them.
type Since = HashMap<Seat, Instant>;

fn seats() -> impl Iterator<Item = Seat> {
    (1..=8).map(Seat)
}

#[test]
fn a_minute_of_eight_with_losses_joins_and_leaves_keeps_every_promise() {
    let mut world = World::new();
    (world.wire.loss, world.wire.jitter_ms) = (3, 10);
    world.join_all(&seats().collect::<Vec<_>>(), SETUP);
    world.pass(secs(5));
    let mut muted = Since::new();
    let mut apart = Since::new();
    for round in 0..10_u128 {
        let seat = Seat(round % 8 + 1);
        match round % 5 {
            0 => mute(&mut world, seat, &mut muted),
            1 => part(&mut world, seat, &mut apart),
            2 => world.join(seat, SETUP),
            3 => world.wander(seat),
            _ => {
                leave_and_come_back(&mut world, seat);
                // Whoever leaves the seat leaves circle and silence with it.
                muted.remove(&seat);
                apart.remove(&seat);
                // Those with whom it was apart are so from now on only.
                for since in apart.values_mut() {
                    *since = world.now + ms(50);
                }
            }
        }
        world.pass(ms(5_500));
        check(&mut world, &muted, &apart);
    }
    assert!(!world.told.iter().any(|(_, told)| matches!(told.event, sfu::Event::Lost(Loss::Failed))));
    assert_eq!(world.sfu.talk(ROOM, world.now).unwrap().members.len(), 8);
}

fn mute(world: &mut World, seat: Seat, muted: &mut Since) {
    world.act(Act::Mute { seat, kind: Kind::Audio });
    muted.insert(seat, world.now + ms(50));
}

fn part(world: &mut World, seat: Seat, apart: &mut Since) {
    world.act(Act::Move(vec![(seat, Circle(1))]));
    apart.insert(seat, world.now + ms(50));
}

fn leave_and_come_back(world: &mut World, seat: Seat) {
    world.sfu.leave(ROOM, seat, world.now).unwrap();
    world.browsers.retain(|browser| browser.seat != seat);
    world.pass(secs(1));
    world.join(seat, SETUP);
}

/// Everybody hears whom they must, and nobody whom they must not. Four packets in five, over two seconds: over one, chance alone loses more.
fn check(world: &mut World, muted: &Since, apart: &Since) {
    let late = world.ago(secs(2));
    for (listener, speaker) in seats().flat_map(|listener| seats().map(move |speaker| (listener, speaker))) {
        let browser = world.browser(listener);
        let is_apart = apart.contains_key(&listener) != apart.contains_key(&speaker);
        let may_hear = listener != speaker && !is_apart;
        if may_hear && !muted.contains_key(&speaker) {
            let heard = browser.heard(speaker, late).len();
            assert!(heard >= 80, "{listener:?} heard {heard} packets of {speaker:?} in two seconds");
        }
        if let Some(since) = muted.get(&speaker) {
            assert_eq!(browser.heard(speaker, *since), [], "muted means no packet");
        }
        if let Some(since) = apart.get(&listener).or(apart.get(&speaker)).filter(|_| is_apart) {
            assert!(browser.since(*since).all(|got| got.from != speaker), "{listener:?} is apart from {speaker:?}");
        }
    }
}
