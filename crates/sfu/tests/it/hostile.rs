//! Datagrams that nobody should send.

use std::net::SocketAddr;

use proptest::prelude::*;
use sfu::Output;

use crate::browser::Setup;
use crate::world::{ANA, BEN, ROOM, World, ms, ours, secs};

/// A check of connectivity as ICE makes it, for a name that nobody has.
fn check(name: &str) -> Vec<u8> {
    let username = format!("{name}:them");
    let padded = username.len().next_multiple_of(4);
    let mut bytes = vec![0, 1];
    bytes.extend(u16::try_from(padded + 4 + 24 + 8).unwrap().to_be_bytes());
    bytes.extend([0x21, 0x12, 0xa4, 0x42]);
    bytes.extend([7; 12]);
    bytes.extend([0, 6]);
    bytes.extend(u16::try_from(username.len()).unwrap().to_be_bytes());
    bytes.extend(username.bytes());
    bytes.resize(20 + 4 + padded, 0);
    bytes.extend([0, 8, 0, 20]);
    bytes.extend([9; 20]);
    bytes.extend([0x80, 0x28, 0, 4, 1, 2, 3, 4]);
    bytes
}

fn answers(world: &mut World) -> usize {
    let mut count = 0;
    loop {
        match world.sfu.poll(world.now) {
            Output::Timeout(_) => return count,
            _ => count += 1,
        }
    }
}

#[test]
fn checks_from_strangers_are_answered_with_nothing_and_disturb_nobody() {
    let mut world = World::with(&[ANA, BEN]);
    let since = world.now;
    for second in 0..2_u64 {
        for number in 0..20_000_u32 {
            let from = SocketAddr::from(([203, 0, 113, (number % 250) as u8], 1_024 + (number % 60_000) as u16));
            let now = world.now;
            world.sfu.handle(&check(&format!("{second}x{number}")), from, ours(), now);
        }
        assert_eq!(answers(&mut world), 0);
        world.pass(secs(1));
    }
    assert!(world.browser(ANA).heard(BEN, since).len() >= 95);
    world.join(crate::world::CLEO, Setup::default());
    let joined = world.now;
    world.pass(secs(2));
    assert!(!world.browser(crate::world::CLEO).heard(ANA, joined).is_empty(), "the door is open for others again");
}

#[test]
fn a_check_with_the_right_name_and_a_wrong_password_is_nobodys() {
    let mut world = World::with(&[ANA, BEN]);
    let here = world.address();
    let (_, offer) = crate::browser::Browser::new(crate::world::CLEO, here, Setup::default(), world.now);
    let answer = world.sfu.join(ROOM, crate::world::CLEO, &offer, sfu::Consent::Refused, world.now).unwrap();
    let name = answer.answer.lines().find_map(|line| line.strip_prefix("a=ice-ufrag:")).unwrap();
    world.poll();
    let from = SocketAddr::from(([203, 0, 113, 9], 999));
    world.sfu.handle(&check(name), from, ours(), world.now);
    world.poll();
    assert!(!world.sent.iter().any(|(_, to, _)| *to == from));
}

#[test]
fn what_a_member_sent_before_and_sends_again_is_not_forwarded_again() {
    let mut world = World::with(&[ANA, BEN]);
    world.pass(ms(500));
    let (here, now) = (world.browser(BEN).here, world.now);
    world.browser(BEN).audio_now(now);
    let sent = std::mem::take(&mut world.browser(BEN).sent);
    for (from, to, bytes) in sent.iter().chain(&sent).chain(&sent) {
        world.sfu.handle(bytes, *from, *to, now);
    }
    world.poll();
    world.pass(ms(100));
    let mut counters: Vec<u32> = world.browser(ANA).heard(BEN, now).iter().map(|got| got.counter).collect();
    let all = counters.len();
    counters.dedup();
    assert_eq!((counters.len(), here), (all, world.browser(BEN).here));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_datagram_is_a_fault_whoever_sends_it(
        datagrams in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..1_600), 0..4_u8), 1..60),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<prop::sample::Index>()), 1..200),
    ) {
        let mut world = World::with(&[ANA, BEN]);
        let member = world.browser(ANA).here;
        let stranger = SocketAddr::from(([203, 0, 113, 1], 1));
        for (mut bytes, first) in datagrams {
            // The first byte decides whose it is: STUN, DTLS, media or nobody's.
            if let Some(byte) = bytes.first_mut() {
                *byte = [*byte, 0, 20 + *byte % 44, 128 + *byte % 64][usize::from(first)];
            }
            for from in [member, stranger] {
                world.sfu.handle(&bytes, from, ours(), world.now);
                world.poll();
            }
        }
        let now = world.now;
        world.browser(ANA).audio_now(now);
        let sent = std::mem::take(&mut world.browser(ANA).sent);
        for (at, byte, which) in cuts {
            let (from, to, mut bytes) = sent[which.index(sent.len())].clone();
            let place = at.index(bytes.len());
            bytes[place] = byte;
            bytes.truncate(if byte % 3 == 0 { place } else { bytes.len() });
            world.sfu.handle(&bytes, from, to, now);
            world.poll();
        }
        let since = world.now;
        world.pass(secs(2));
        prop_assert!(!world.browser(ANA).heard(BEN, since).is_empty());
        prop_assert!(!world.browser(BEN).heard(ANA, since).is_empty());
    }
}
