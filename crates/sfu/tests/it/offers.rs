//! What a browser may ask for, and what it may not.

use floor::Seat;
use proptest::prelude::*;
use sfu::{Consent, LINES_MAX, OFFER_BYTES_MAX, OFFER_EVERY, OFFERS_AT_ONCE, Refusal, RoomId, SEATS_MAX};

use crate::browser::{Browser, Setup};
use crate::world::{ANA, BEN, ROOM, World};

fn offer(world: &mut World, setup: Setup<'_>) -> String {
    let here = world.address();
    Browser::new(ANA, here, setup, world.now).1
}

fn answer(world: &mut World, offer: &str, consent: Consent) -> Result<String, Refusal> {
    // None is too soon after the last.
    world.now += OFFER_EVERY;
    world.sfu.join(ROOM, ANA, offer, consent, world.now).map(|joined| joined.answer)
}

#[test]
fn the_answer_is_full_ice_with_opus_and_vp8_only() {
    let mut world = World::new();
    let offer = offer(&mut world, Setup { slots: 14, layers: &[300, 600, 900], ..Setup::default() });
    assert!(offer.contains("H264") && offer.len() < OFFER_BYTES_MAX, "{} bytes", offer.len());
    let answer = answer(&mut world, &offer, Consent::Agreed).unwrap();
    for wanted in [
        "a=candidate:",
        "198.51.100.1 3478",
        "a=setup:passive",
        "a=fingerprint:sha-256",
        "opus/48000",
        "VP8/90000",
        "useinbandfec=1;usedtx=1",
    ] {
        assert!(answer.contains(wanted), "the answer lacks {wanted}");
    }
    for refused in ["ice-lite", "H264", "VP9", "AV1", "PCMU", "m=application"] {
        assert!(!answer.contains(refused), "the answer holds {refused}");
    }
    assert_eq!(answer.matches("a=sendonly").count(), 28);
    assert_eq!(answer.matches("a=recvonly").count(), 2);
    assert!(answer.contains("a=simulcast:recv q;h;f"));
}

#[test]
fn whoever_does_not_want_to_be_counted_is_not_asked_for_levels() {
    const LEVEL: &str = "ssrc-audio-level";
    let mut world = World::new();
    let offer = offer(&mut world, Setup::default());
    assert!(offer.contains(LEVEL));
    assert!(!answer(&mut world, &offer, Consent::Refused).unwrap().contains(LEVEL));
    world.sfu.leave(ROOM, ANA, world.now).unwrap();
    assert!(answer(&mut world, &offer, Consent::Agreed).unwrap().contains(LEVEL));
}

#[test]
fn each_bad_offer_is_refused_in_its_own_words() {
    let mut world = World::new();
    let good = offer(&mut world, Setup::default());
    let huge = offer(&mut world, Setup { slots: 17, ..Setup::default() });
    let full = offer(&mut world, Setup { slots: 16, ..Setup::default() });
    let (most, last) = full.rsplit_once("m=video").unwrap();
    let lopsided = format!("{most}m=audio{last}");
    let without = |what: &str| good.lines().filter(|line| !line.contains(what)).collect::<Vec<_>>().join("\r\n");
    for (bad, refusal) in [
        (String::new(), Refusal::OfferUnreadable),
        ("v=0".to_owned(), Refusal::OfferUnreadable),
        ("\u{fffd}\n".repeat(300), Refusal::OfferUnreadable),
        ("x".repeat(OFFER_BYTES_MAX + 1), Refusal::OfferTooLarge),
        (without("a=fingerprint"), Refusal::OfferUnreadable),
        (without("a=mid"), Refusal::OfferUnreadable),
        (without("a=ice-ufrag"), Refusal::OfferUnreadable),
        (good.replace("m=video", "m=application"), Refusal::OfferForeign),
        (good.replace("a=recvonly", "a=sendrecv"), Refusal::OfferForeign),
        (good.replace("a=recvonly", "a=sendonly"), Refusal::TooManySources),
        (good.replace("a=recvonly", "a=inactive"), Refusal::TooFewSlots),
        (huge, Refusal::TooManyLines),
        (lopsided, Refusal::TooManySlots),
        (good.replace("opus/48000", "speex/16000"), Refusal::NoCodec),
        (good.replace("VP8/90000", "theora/90000"), Refusal::NoCodec),
    ] {
        assert_eq!(answer(&mut world, &bad, Consent::Agreed), Err(refusal), "{:?}", bad.get(..60));
        assert_eq!(world.sfu.slots(ROOM, ANA), Err(Refusal::NoSeat), "a refusal leaves nothing behind");
    }
    assert!(answer(&mut world, &good, Consent::Agreed).is_ok());
}

#[test]
fn a_bad_offer_leaves_the_connection_that_one_has() {
    let mut world = World::with(&[ANA, BEN]);
    let slots = world.sfu.slots(ROOM, ANA).unwrap();
    assert_eq!(answer(&mut world, "v=0\r\n", Consent::Agreed), Err(Refusal::OfferUnreadable));
    let since = world.now;
    world.pass(crate::world::secs(1));
    assert_eq!(world.sfu.slots(ROOM, ANA).unwrap(), slots);
    assert!(!world.browser(ANA).heard(BEN, since).is_empty());
}

#[test]
fn a_room_takes_as_many_as_a_hall_and_an_unknown_room_nobody() {
    let mut world = World::new();
    let offer = offer(&mut world, Setup { slots: 1, ..Setup::default() });
    let join = |world: &mut World, room: RoomId, seat: u128| {
        world.sfu.join(room, Seat(seat), &offer, Consent::Refused, world.now).map(|_| ())
    };
    assert_eq!(join(&mut world, RoomId(99), 1), Err(Refusal::NoRoom));
    let all = floor::SEATS_MAX as u128;
    assert_eq!(SEATS_MAX, floor::SEATS_MAX, "whoever has a seat in the hall has one here");
    for seat in 1..=all {
        assert_eq!(join(&mut world, ROOM, seat), Ok(()));
    }
    assert_eq!(join(&mut world, ROOM, all + 1), Err(Refusal::Full));
    assert_eq!(join(&mut world, ROOM, all), Ok(()), "whoever has a seat may come again");
}

#[test]
fn lines_that_carry_nothing_are_counted_too() {
    let mut world = World::new();
    let setup = Setup { slots: 16, ..Setup::default() };
    let full = offer(&mut world, setup);
    assert_eq!(full.matches("m=").count(), LINES_MAX);
    assert!(answer(&mut world, &full, Consent::Agreed).is_ok(), "all that there may be");
    let small = offer(&mut world, Setup::default());
    let idle = |number: usize| format!("m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:x{number}\r\na=inactive\r\n");
    let hostile: String = small + &(0..300).map(idle).collect::<String>();
    assert_eq!(answer(&mut world, &hostile, Consent::Agreed), Err(Refusal::TooManyLines));
}

#[test]
fn offers_of_one_seat_come_at_a_pace_that_leaving_does_not_quicken() {
    let mut world = World::new();
    let join = |world: &mut World, seat: Seat| {
        let offer = offer(world, Setup { slots: 1, ..Setup::default() });
        world.sfu.join(ROOM, seat, &offer, Consent::Refused, world.now).map(|_| ())
    };
    for _ in 0..OFFERS_AT_ONCE {
        assert_eq!(join(&mut world, ANA), Ok(()));
        world.sfu.leave(ROOM, ANA, world.now).unwrap();
    }
    assert_eq!(join(&mut world, ANA), Err(Refusal::TooManyOffers));
    assert_eq!(join(&mut world, BEN), Ok(()), "nobody else waits for it");
    world.now += OFFER_EVERY;
    assert_eq!(join(&mut world, ANA), Ok(()));
    assert_eq!(join(&mut world, ANA), Err(Refusal::TooManyOffers));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_description_however_broken_is_a_fault(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..400_usize, any::<Vec<u8>>()), 1..6),
    ) {
        let mut world = World::new();
        let mut bytes = offer(&mut world, Setup { slots: 2, layers: &[1, 1], ..Setup::default() }).into_bytes();
        for (at, length, noise) in cuts {
            let from = at.index(bytes.len());
            let until = (from + length).min(bytes.len());
            bytes.splice(from..until, noise.into_iter().take(20));
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let answered = answer(&mut world, &text, Consent::Agreed);
        prop_assert_ne!(answered.as_ref().err(), Some(&Refusal::Engine));
        world.poll();
    }
}
