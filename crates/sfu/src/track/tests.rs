//! What a receiver sees of a slot, whoever is behind it.

use std::time::{Duration, Instant};

use floor::Seat;
use proptest::prelude::*;

use super::{Feed, Passage, SEQ_FIRST, Track};
use crate::packet::{Head, Picture, Rewritten, Start};
use crate::seat::{Kind, Layer};

const ANA: Feed = Feed { seat: Seat(1), layer: Layer::SMALLEST };
const BEN: Feed = Feed { seat: Seat(2), layer: Layer::SMALLEST };

fn large(feed: Feed) -> Feed {
    Feed { layer: Layer::at(1).unwrap(), ..feed }
}

/// A picture of this number; every hundredth is a key frame.
fn picture(seq: u64, began: Instant) -> Head {
    let number = u16::try_from(seq % 32_768).unwrap();
    Head {
        kind: Kind::Video,
        layer: Layer::SMALLEST,
        stream: 1,
        seq,
        time: u32::try_from(seq * 3_000 % (1 << 32)).unwrap(),
        marker: true,
        start: if seq.is_multiple_of(100) { Start::Here } else { Start::Later },
        picture: Picture { id: Some(number), base: Some(number.to_be_bytes()[1]) },
        bytes: 1_000,
        level_dbov: None,
        at: began + Duration::from_micros(seq * 33_333),
    }
}

fn passed(passage: Passage) -> Rewritten {
    match passage {
        Passage::Passed(rewritten) => rewritten,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_picture_begins_with_a_key_frame_and_low_however_long_the_source_has_run() {
    let began = Instant::now();
    let mut track = Track::default();
    track.want(Some(ANA));
    assert_eq!(track.pass(ANA, &picture(5_000_001, began)), Passage::NeedsKeyFrame);
    assert!(track.waits());
    assert_eq!(passed(track.pass(ANA, &picture(5_000_100, began))).seq, SEQ_FIRST);
    assert!(!track.waits());
    assert_eq!(passed(track.pass(ANA, &picture(5_000_103, began))).seq, SEQ_FIRST + 3, "a gap stays a gap");
    assert_eq!(passed(track.pass(ANA, &picture(5_000_102, began))).seq, SEQ_FIRST + 2, "and can be filled");
    assert_eq!(track.pass(ANA, &picture(5_000_099, began)), Passage::Dropped, "from before the beginning");
}

#[test]
fn another_members_picture_goes_on_with_the_next_numbers() {
    let began = Instant::now();
    let mut track = Track::default();
    track.want(Some(ANA));
    let last = (300..=350).map(|seq| passed(track.pass(ANA, &picture(seq, began)))).last().unwrap();
    track.want(Some(BEN));
    assert_eq!(track.pass(ANA, &picture(351, began)), Passage::Dropped, "the one before ends at once");
    let mut head = picture(77_700, began);
    head.at = picture(350, began).at + Duration::from_millis(200);
    let first = passed(track.pass(BEN, &head));
    assert_eq!(first.seq, last.seq + 1);
    assert_eq!(first.time, last.time + 18_000, "a fifth of a second at 90 kHz");
    assert_eq!(first.picture.id, last.picture.id.map(|id| id + 1));
    assert_eq!(first.picture.base, last.picture.base.map(|base| base.wrapping_add(1)));
}

#[test]
fn another_size_of_the_same_member_takes_over_at_its_key_frame_without_a_hole() {
    let began = Instant::now();
    let mut track = Track::default();
    track.want(Some(ANA));
    passed(track.pass(ANA, &picture(100, began)));
    track.want(Some(large(ANA)));
    assert_eq!(passed(track.pass(ANA, &picture(101, began))).seq, SEQ_FIRST + 1, "the old size goes on meanwhile");
    assert_eq!(track.pass(large(ANA), &picture(901, began)), Passage::NeedsKeyFrame);
    assert_eq!(passed(track.pass(large(ANA), &picture(1_000, began))).seq, SEQ_FIRST + 2);
    assert_eq!(track.pass(ANA, &picture(102, began)), Passage::Dropped);
}

#[test]
fn after_silence_at_the_server_the_numbers_go_on_and_a_picture_begins_anew() {
    let began = Instant::now();
    let mut track = Track::default();
    track.want(Some(ANA));
    passed(track.pass(ANA, &picture(100, began)));
    track.halt();
    assert_eq!(track.pass(ANA, &picture(150, began)), Passage::NeedsKeyFrame);
    assert_eq!(passed(track.pass(ANA, &picture(200, began))).seq, SEQ_FIRST + 1);
}

#[test]
fn a_new_stream_of_the_same_member_has_nothing_to_do_with_the_old_numbers() {
    let began = Instant::now();
    let mut track = Track::default();
    track.want(Some(ANA));
    passed(track.pass(ANA, &picture(9_000, began)));
    let again = Head { stream: 2, ..picture(100, began) };
    assert_eq!(passed(track.pass(ANA, &again)).seq, SEQ_FIRST + 1);
    assert_eq!(passed(track.pass(ANA, &Head { stream: 2, ..picture(101, began) })).seq, SEQ_FIRST + 2);
}

#[test]
fn what_is_not_wanted_is_dropped() {
    let began = Instant::now();
    let mut track = Track::default();
    assert_eq!(track.pass(ANA, &picture(100, began)), Passage::Dropped);
    track.want(Some(ANA));
    passed(track.pass(ANA, &picture(100, began)));
    track.want(None);
    assert_eq!(track.pass(ANA, &picture(101, began)), Passage::Dropped);
}

proptest! {
    #[test]
    fn no_number_stands_for_two_packets_however_sources_change(
        steps in prop::collection::vec((0..3_u8, 0..400_u64, 0..2_u8), 1..300),
    ) {
        let began = Instant::now();
        let mut track = Track::default();
        let mut numbers = std::collections::HashSet::new();
        let mut newest = [0_u64; 2];
        for (what, ahead, who) in steps {
            let feed = [ANA, BEN][usize::from(who)];
            match what {
                0 => track.want(Some(feed)),
                1 => track.halt(),
                _ => {
                    let seq = newest[usize::from(who)] + ahead;
                    newest[usize::from(who)] = seq + 1;
                    if let Passage::Passed(rewritten) = track.pass(feed, &picture(seq, began)) {
                        prop_assert!(numbers.insert(rewritten.seq), "twice: {}", rewritten.seq);
                        prop_assert!(rewritten.picture.id.unwrap() < 32_768);
                    }
                }
            }
        }
    }
}
