//! Sound and pictures flow, for those who are there and those who come late.

use std::collections::HashSet;

use floor::Seat;
use sfu::{Act, Event, Kind};

use crate::browser::{Got, Setup};
use crate::world::{ANA, BEN, CLEO, DANA, ROOM, World, ms, secs};

/// One stream without a break in its numbers, as a receiver of a perfect line must see it.
pub fn assert_unbroken(slot: &[Got]) {
    for pair in slot.windows(2) {
        assert_eq!(pair[1].seq, pair[0].seq + 1, "a sequence number is missing or twice: {pair:?}");
        assert!(pair[1].time.wrapping_sub(pair[0].time) < 1 << 31, "media time went back: {pair:?}");
        if let (Some(before), Some(after)) = (pair[0].picture, pair[1].picture) {
            assert_eq!(after, (before + 1) % 32_768, "a picture id is missing: {pair:?}");
        }
    }
    assert!(slot[0].seq < 65_536, "a fresh receiver knows no rollover");
}

#[test]
fn everybody_hears_and_sees_everybody_else_and_never_themselves() {
    let seats = [ANA, BEN, CLEO, DANA];
    let mut world = World::with(&seats);
    let since = world.now;
    world.pass(secs(4));
    for receiver in seats {
        let browser = world.browser(receiver);
        for speaker in seats {
            let (heard, seen) = (browser.heard(speaker, since).len(), browser.seen(speaker, since).len());
            if speaker == receiver {
                assert_eq!((heard, seen), (0, 0));
            } else {
                assert!((195..=205).contains(&heard), "{heard} packets of sound in four seconds");
                assert!((35..=45).contains(&seen), "{seen} pictures in four seconds");
            }
        }
        browser.by_slot().values().for_each(|slot| assert_unbroken(slot));
    }
    assert!(seats.iter().all(|seat| world.was_told(*seat, &Event::Connected)));
}

#[test]
fn the_level_of_a_voice_is_not_passed_on() {
    let mut world = World::with(&[ANA, BEN]);
    world.pass(secs(1));
    assert!(world.browser(BEN).got.iter().all(|got| got.level.is_none()));
}

#[test]
fn a_picture_begins_with_a_key_frame_at_each_receiver() {
    let mut world = World::with(&[ANA, BEN]);
    world.pass(secs(2));
    world.join(CLEO, Setup::default());
    world.pass(secs(2));
    for speaker in [ANA, BEN] {
        let began = world.began;
        let seen = world.browser(CLEO).seen(speaker, began);
        assert!(seen[0].is_key, "the first picture of {speaker:?}");
    }
    assert!(world.browser(ANA).key_frames_asked > 0);
}

#[test]
fn whoever_comes_late_is_told_the_slots_and_sees_all_within_a_second() {
    let mut world = World::with(&[ANA, BEN, CLEO]);
    world.pass(secs(3));
    let came = world.now;
    world.join(DANA, Setup::default());
    world.pass(secs(1));
    let slots = world.sfu.slots(ROOM, DANA).unwrap();
    let behind = |kind| slots.iter().filter(|slot| slot.kind == kind).filter_map(|slot| slot.seat).collect::<Vec<_>>();
    assert_eq!(behind(Kind::Audio), [ANA, BEN, CLEO]);
    assert_eq!(behind(Kind::Video), [ANA, BEN, CLEO]);
    assert!(world.was_told(DANA, &Event::Slots(slots)));
    for speaker in [ANA, BEN, CLEO] {
        assert!(!world.browser(DANA).heard(speaker, came).is_empty());
        assert!(!world.browser(DANA).seen(speaker, came).is_empty());
    }
    assert!([ANA, BEN, CLEO].iter().all(|seat| !world.browser(*seat).seen(DANA, came).is_empty()));
}

#[test]
fn a_slot_that_somebody_leaves_goes_to_whoever_comes_next_in_one_unbroken_stream() {
    let mut world = World::with(&[ANA, BEN]);
    world.pass(secs(2));
    world.sfu.leave(ROOM, BEN, world.now).unwrap();
    world.browsers.retain(|browser| browser.seat != BEN);
    world.pass(secs(1));
    world.join(CLEO, Setup::default());
    world.pass(secs(3));
    let slots = world.browser(ANA).by_slot();
    assert_eq!(slots.len(), 2, "one slot for sound and one for pictures");
    for slot in slots.values() {
        assert_unbroken(slot);
        let whose: HashSet<Seat> = slot.iter().map(|got| got.from).collect();
        assert_eq!(whose, HashSet::from([BEN, CLEO]));
        let first = slot.iter().find(|got| got.from == CLEO).unwrap();
        assert!(first.is_key || first.picture.is_none(), "the new picture begins with a key frame");
    }
}

#[test]
fn with_too_few_slots_for_pictures_the_page_says_who_is_seen() {
    let mut world = World::new();
    for seat in [ANA, BEN, CLEO] {
        world.join(seat, Setup::default());
    }
    world.join(DANA, Setup { slots: 1, ..Setup::default() });
    world.pass(secs(2));
    let view = |first: Vec<Seat>| Act::View { seat: DANA, view: sfu::View { first, pictures: sfu::Pictures::All } };
    for wished in [CLEO, BEN, ANA] {
        world.act(view(vec![wished]));
        world.pass(ms(600));
        let since = world.now;
        world.pass(secs(1));
        let seen: HashSet<Seat> =
            world.browser(DANA).since(since).filter(|got| got.picture.is_some()).map(|got| got.from).collect();
        assert_eq!(seen, HashSet::from([wished]));
    }
    world.browser(DANA).by_slot().values().for_each(|slot| assert_unbroken(slot));
}

#[test]
fn a_worker_may_take_it_to_its_own_thread() {
    let world = World::with(&[ANA]);
    let sfu = world.sfu;
    let slots = std::thread::spawn(move || sfu.slots(ROOM, ANA).unwrap().len()).join().unwrap();
    assert_eq!(slots, 8);
}
