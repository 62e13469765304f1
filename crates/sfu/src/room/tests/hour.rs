//! An hour of eight people with everything that happens in one.

use floor::Seat;

use super::village::Village;
use crate::seat::Kind;

const HOUR_MS: u64 = 60 * 60 * 1_000;

/// One after another, three seconds in four.
fn talks(seat: Seat, at_ms: u64) -> bool {
    u128::from(at_ms / 4_000 % 8) + 1 == seat.0 && at_ms % 4_000 < 3_000
}

fn behind(village: &Village, seat: Seat) -> Vec<(Kind, Option<Seat>)> {
    village.room.member(seat).unwrap().slots().into_iter().map(|slot| (slot.kind, slot.seat)).collect()
}

/// Something that happens every few seconds.
fn happen(village: &mut Village) {
    let seat = Seat(u128::from(village.throw(8)) + 1);
    let is_away = village.villager(seat).is_away;
    match village.throw(6) {
        _ if is_away => village.sit(seat),
        0 if village.villager(seat).is_muted => village.unmute(seat),
        0 => village.mute(seat),
        1 => {
            let circle = [0, 0, 1, 2][usize::try_from(village.throw(4)).unwrap()];
            village.go(seat, circle);
        }
        2 => {
            let before = behind(village, seat);
            village.sit(seat);
            assert_eq!(behind(village, seat), before, "whoever comes back finds the seat as it was");
        }
        3 => village.leave(seat),
        _ => {
            let kbps = u32::try_from(village.throw(4_000)).unwrap();
            village.room.member_mut(seat).unwrap().set_estimate(kbps);
        }
    }
}

#[test]
fn an_hour_of_eight_with_losses_joins_and_leaves_keeps_every_promise() {
    let mut village = Village::new(8);
    while village.elapsed_ms() < HOUR_MS {
        village.beat(talks);
        if village.elapsed_ms().is_multiple_of(5_000) {
            happen(&mut village);
        }
    }
    assert!(village.forwarded > 2_500_000, "{} packets", village.forwarded);
    let talk = village.room.end(village.now);
    assert_eq!(talk.members.len(), 8, "no count is lost over joins and leaves");
    for (seat, tally) in talk.members {
        let truth = village.villager(seat).talked_ms;
        assert!(tally.talk_ms.abs_diff(truth) <= truth / 100, "{seat:?}: {} ms for {truth} ms", tally.talk_ms);
    }
    let together = talk.together;
    assert!((together.single_ms + together.overlap_ms + together.silence_ms).abs_diff(HOUR_MS) < 1_000);
}
