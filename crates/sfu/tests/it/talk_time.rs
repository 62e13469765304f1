//! Talk time against a schedule that is known: by levels alone, and through real connections.

use floor::Seat;
use sfu::Consent;
use sfu::levels::{Levels, Talk, Tally};

use crate::browser::Setup;
use crate::world::{ANA, BEN, CLEO, ROOM, World, ms, secs};

const ROOM_NOISE_DBOV: i8 = -71;
const TRUTH_WITHIN_MS: u64 = 100;

/// Who speaks from when to when, in milliseconds.
type Schedule<'a> = &'a [(Seat, &'a [(u64, u64)])];

/// The schedule of the design: two who speak at times together, one who speaks at length, one who is silent.
const HOUR: Schedule<'_> = &[
    (Seat(1), &[(1_000, 4_000), (10_000, 12_000)]),
    (Seat(2), &[(5_000, 9_000), (18_000, 22_000)]),
    (Seat(3), &[(13_000, 20_000)]),
    (Seat(4), &[]),
];
const ENDS_MS: u64 = 25_000;

#[derive(Clone, Copy, PartialEq)]
enum Transmission {
    Steady,
    /// The browser sends next to nothing in silence.
    Dtx,
}

/// The level at a time: bursts of 180 ms with gaps of 70 ms, as syllables come, over the noise of a room. Each schedule begins
/// and ends within a burst.
fn level(times: &[(u64, u64)], at_ms: u64) -> i8 {
    let speaks = times.iter().any(|(from, to)| (*from..*to).contains(&at_ms));
    let wobble = i8::try_from(at_ms / 20 % 5).unwrap();
    if speaks && !(80..150).contains(&(at_ms % 250)) { -34 + wobble } else { ROOM_NOISE_DBOV + wobble % 3 }
}

fn listen(schedule: Schedule<'_>, transmission: Transmission, lost: impl Fn(u64) -> bool) -> Talk {
    let mut levels = Levels::new(0);
    for (seat, _) in schedule {
        levels.agree(*seat);
    }
    for at_ms in (0..ENDS_MS).step_by(20) {
        for (place, (seat, times)) in schedule.iter().enumerate() {
            let level_dbov = level(times, at_ms);
            let is_quiet = level_dbov < -60 && !times.iter().any(|(from, to)| (*from..*to + 100).contains(&at_ms));
            let is_sent = transmission == Transmission::Steady || !is_quiet || at_ms % 400 == 0;
            if is_sent && !lost(at_ms / 20 * 4 + place as u64) {
                levels.hear(*seat, level_dbov, at_ms);
            }
        }
    }
    levels.end(ENDS_MS)
}

fn tally(talk: &Talk, seat: Seat) -> Tally {
    talk.members.iter().find(|(whose, _)| *whose == seat).unwrap().1
}

fn assert_near(found: u64, truth: u64, what: &str) {
    assert!(found.abs_diff(truth) <= TRUTH_WITHIN_MS, "{what}: {found} ms for {truth} ms");
}

fn assert_true(talk: &Talk) {
    for (seat, talk_ms, turns, longest) in
        [(ANA, 5_000, 2, 3_000), (BEN, 8_000, 2, 4_000), (CLEO, 7_000, 1, 7_000), (Seat(4), 0, 0, 0)]
    {
        let found = tally(talk, seat);
        assert_near(found.talk_ms, talk_ms, "talk");
        assert_near(found.longest_turn_ms, longest, "the longest turn");
        assert_eq!(found.turns, turns, "turns of {seat:?}");
    }
    assert_near(talk.together.single_ms, 16_000, "one voice");
    assert_near(talk.together.overlap_ms, 2_000, "two voices");
    assert_near(talk.together.silence_ms, ENDS_MS - 18_000, "silence");
    assert_near(tally(talk, BEN).overlap_ms, 2_000, "the second's overlap");
    assert_near(tally(talk, CLEO).overlap_ms, 2_000, "the third's overlap");
    let interruptions = [ANA, BEN, CLEO, Seat(4)].map(|seat| tally(talk, seat).interruptions);
    assert_eq!(interruptions, [0, 1, 0, 0], "the second began while the third spoke");
    let balance = talk.balance().unwrap();
    assert!((balance - 0.78).abs() < 0.01, "{balance}");
}

#[test]
fn the_known_schedule_is_found_within_a_tenth_of_a_second() {
    assert_true(&listen(HOUR, Transmission::Steady, |_| false));
}

#[test]
fn the_known_schedule_is_found_with_dtx_too() {
    assert_true(&listen(HOUR, Transmission::Dtx, |_| false));
}

#[test]
fn three_lost_packets_in_a_hundred_change_nothing() {
    let lost = |number: u64| number.wrapping_mul(2_654_435_761) % 100 < 3;
    assert_true(&listen(HOUR, Transmission::Steady, lost));
    assert_true(&listen(HOUR, Transmission::Dtx, lost));
}

#[test]
fn whoever_refuses_has_no_number_and_neither_has_whoever_takes_it_back() {
    let mut levels = Levels::new(0);
    levels.agree(ANA);
    levels.agree(BEN);
    let talk = |levels: &mut Levels, from: u64| {
        for at_ms in (from..from + 2_000).step_by(20) {
            for seat in [ANA, BEN, CLEO] {
                levels.hear(seat, -30, at_ms);
            }
        }
    };
    talk(&mut levels, 0);
    let seats = |talk: Talk| talk.members.into_iter().map(|(seat, _)| seat).collect::<Vec<_>>();
    assert_eq!(seats(levels.talk(2_000)), [ANA, BEN]);
    levels.refuse(ANA);
    talk(&mut levels, 2_000);
    let after = levels.end(4_000);
    assert_near(
        after.together.single_ms,
        2_400,
        "one voice of those who are counted, from what was not certain before",
    );
    assert_eq!(seats(after), [BEN]);
    levels.agree(ANA);
    assert_eq!(tally(&levels.talk(4_000), ANA), Tally::default(), "nothing was kept");
}

#[test]
fn short_sounds_and_steady_noise_are_no_speech() {
    let mut levels = Levels::new(0);
    levels.agree(ANA);
    levels.agree(BEN);
    for at_ms in (0..120_000_u64).step_by(20) {
        let click = if at_ms % 1_000 < 40 { -20 } else { -75 };
        levels.hear(ANA, click, at_ms);
        // A fan of -58 dBov, a little up and down.
        levels.hear(BEN, -58 + i8::try_from(at_ms / 20 % 3).unwrap(), at_ms);
    }
    let talk = levels.end(120_000);
    assert_eq!((tally(&talk, ANA).talk_ms, tally(&talk, BEN).talk_ms), (0, 0));
}

#[test]
fn pauses_within_a_turn_do_not_end_it_unless_another_begins() {
    let (once, twice): (Schedule<'_>, Schedule<'_>) = (
        &[(ANA, &[(1_000, 3_000), (4_000, 6_000)]), (BEN, &[])],
        &[(ANA, &[(1_000, 3_000), (4_000, 6_000)]), (BEN, &[(3_250, 3_750)])],
    );
    let turns = |schedule| tally(&listen(schedule, Transmission::Steady, |_| false), ANA);
    assert_eq!((turns(once).turns, turns(twice).turns), (1, 2));
    assert_near(turns(once).talk_ms, 4_000, "pauses are no talk");
    assert_near(turns(once).longest_turn_ms, 5_000, "from the first word to the last");
}

#[test]
fn through_real_connections_the_schedule_is_found_too() {
    let mut world = World::new();
    for (seat, _) in HOUR {
        world.join(*seat, Setup { layers: &[300], ..Setup::default() });
    }
    world.wire.loss = 1;
    let came = world.now;
    while world.now - came < ms(ENDS_MS) {
        let at_ms = u64::try_from((world.now - came).as_millis()).unwrap();
        for (seat, times) in HOUR {
            world.browser(*seat).level_dbov = level(times, at_ms);
        }
        world.pass(ms(10));
    }
    let talk = world.sfu.close(ROOM, world.now).unwrap();
    assert_true(&talk);
}

#[test]
fn through_real_connections_whoever_refuses_is_never_counted() {
    let mut world = World::new();
    world.join_agreeing(ANA, Setup::default(), Consent::Agreed);
    world.join_agreeing(BEN, Setup::default(), Consent::Refused);
    world.pass(secs(4));
    let members = world.sfu.talk(ROOM, world.now).unwrap().members;
    assert_eq!(members.iter().map(|(seat, _)| *seat).collect::<Vec<_>>(), [ANA]);
    assert!(members[0].1.talk_ms > 2_000);
}
