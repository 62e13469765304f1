//! Lines that lose, mix up, are narrow, and are full.

use std::collections::HashSet;
use std::time::Instant;

use floor::Seat;
use sfu::{Act, Event, Pictures, View};

use crate::browser::{Got, Setup};
use crate::world::{ANA, BEN, CLEO, World, ms, secs};

/// A camera of three sizes: about 40, 160 and 480 kbit/s.
const THREE: &[usize] = &[500, 2_000, 6_000];

fn layered(seats: &[Seat]) -> World {
    let mut world = World::new();
    world.join_all(seats, Setup { layers: THREE, ..Setup::default() });
    world.pass(secs(1));
    world
}

/// The sizes in which one sees another from then on.
fn layers(world: &mut World, seer: Seat, shower: Seat, since: Instant) -> HashSet<u8> {
    world.browser(seer).seen(shower, since).iter().map(|got| got.layer).collect()
}

#[test]
fn eight_in_a_room_on_good_lines_see_each_other_all_the_time() {
    let mut world = World::new();
    let seats: Vec<Seat> = (1..=8).map(Seat).collect();
    world.join_all(&seats, Setup { slots: 8, layers: &[600, 2_500], ..Setup::default() });
    world.pass(secs(10));
    assert!(!world.told.iter().any(|(_, told)| told.event == Event::AudioOnly));
    let since = world.now;
    world.pass(secs(2));
    assert!(world.browser(seats[0]).seen(seats[7], since).len() >= 18);
}

#[test]
fn on_a_good_line_pictures_grow_to_the_largest_size_in_one_unbroken_stream() {
    let mut world = layered(&[ANA, BEN]);
    let since = world.now;
    world.pass(secs(10));
    let late = world.ago(secs(2));
    assert_eq!(layers(&mut world, ANA, BEN, late), HashSet::from([2]));
    assert!(layers(&mut world, ANA, BEN, since).contains(&0), "it began small");
    let seen = world.browser(ANA).seen(BEN, since);
    for pair in seen.windows(2).filter(|pair| pair[0].layer != pair[1].layer) {
        assert!(pair[1].is_key, "a size begins with a key frame: {pair:?}");
    }
    assert_each_frame_is_next(&seen);
}

/// Packets of a frame have one picture id; the next frame has the next.
fn assert_each_frame_is_next(seen: &[Got]) {
    for pair in seen.windows(2) {
        let (before, after) = (pair[0].picture.unwrap(), pair[1].picture.unwrap());
        assert!(after == before || after == (before + 1) % 32_768, "{pair:?}");
        assert_eq!(pair[1].seq, pair[0].seq + 1);
    }
}

#[test]
fn whoever_saves_data_sees_small_pictures_and_whoever_wants_sound_only_sees_none() {
    let mut world = layered(&[ANA, BEN]);
    world.pass(secs(8));
    let view = |pictures| Act::View { seat: ANA, view: View { first: Vec::new(), pictures } };
    for (pictures, expected) in [
        (Pictures::Smallest, HashSet::from([0])),
        (Pictures::None, HashSet::new()),
        (Pictures::All, HashSet::from([2])),
    ] {
        world.act(view(pictures));
        world.pass(secs(2));
        let since = world.now;
        world.pass(secs(2));
        assert_eq!(layers(&mut world, ANA, BEN, since), expected, "{pictures:?}");
        assert_eq!(world.browser(ANA).heard(BEN, since).len(), 100);
    }
    assert!(!world.was_told(ANA, &Event::AudioOnly), "what one chose is not told as a want of bandwidth");
}

#[test]
fn a_narrow_line_carries_sound_only_and_pictures_come_back_when_it_widens() {
    let mut world = layered(&[ANA, BEN, CLEO]);
    world.pass(secs(8));
    let here = world.browser(ANA).here;
    world.wire.narrow(here, 140);
    world.pass(secs(10));
    assert!(world.was_told(ANA, &Event::AudioOnly));
    let since = world.now;
    world.pass(secs(5));
    for speaker in [BEN, CLEO] {
        let heard = world.browser(ANA).heard(speaker, since).len();
        assert!(heard >= 245, "sound goes on: {heard} of 250 packets");
        assert_eq!(world.browser(ANA).seen(speaker, since), [], "no picture stands in its way");
        assert!(!world.browser(BEN).seen(CLEO, since).is_empty(), "others are not touched");
    }
    world.wire.widen(here);
    world.pass(secs(30));
    assert!(world.was_told(ANA, &Event::PicturesBack));
    let since = world.now;
    world.pass(secs(1));
    assert!(!world.browser(ANA).seen(BEN, since).is_empty());
}

#[test]
fn with_losses_and_in_disorder_nearly_all_sound_and_all_pictures_arrive() {
    let mut world = World::new();
    (world.wire.loss, world.wire.jitter_ms) = (3, 15);
    world.join_all(&[ANA, BEN, CLEO], Setup::default());
    world.pass(secs(3));
    let since = world.now;
    world.pass(secs(10));
    let until = world.now;
    world.pass(ms(500));
    for (listener, speaker) in [(ANA, BEN), (BEN, CLEO), (CLEO, ANA)] {
        let browser = world.browser(listener);
        let heard = browser.heard(speaker, since).iter().filter(|got| got.at < until).count();
        assert!((455..=500).contains(&heard), "{heard} of 500, with three in a hundred lost twice");
        let mut seen: Vec<u32> =
            browser.seen(speaker, since).iter().filter(|got| got.at < until).map(|got| got.counter).collect();
        seen.sort_unstable();
        seen.dedup();
        assert!(seen.len() >= 95, "{} of 100 pictures, sent again where lost", seen.len());
        for slot in browser.by_slot().values() {
            let numbers: HashSet<u64> = slot.iter().map(|got| got.seq).collect();
            assert_eq!(numbers.len(), slot.len(), "no number stands for two packets");
        }
    }
}

#[test]
fn sequence_numbers_go_past_the_end_of_sixteen_bits_unnoticed() {
    let mut world = World::new();
    world.join(ANA, Setup { audio_seq: 65_400, ..Setup::default() });
    world.join(BEN, Setup::default());
    world.pass(secs(6));
    world.join(CLEO, Setup::default());
    world.pass(secs(2));
    let began = world.began;
    let heard = world.browser(BEN).heard(ANA, began);
    assert!(heard.len() > 290, "{} packets over the end", heard.len());
    let late = world.browser(CLEO).heard(ANA, began);
    assert!(late[0].seq < 65_536 && late.len() > 80, "who comes after the end begins low");
}
