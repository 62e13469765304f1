//! Who has a slot where there are fewer slots than people, of whom nobody agreed to be counted.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use floor::Seat;
use proptest::prelude::*;

use crate::act::{Act, Consent, Turns, View};
use crate::packet::{Head, Picture, Start};
use crate::room::Room;
use crate::seat::{Circle, Kind, Layer};

const PACKET: Duration = Duration::from_millis(20);
const WEIGH_EVERY: u64 = 12;

/// What somebody sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sends {
    /// Nothing.
    #[default]
    Nothing,
    /// One packet in 400 ms, as a browser that saves in silence.
    Silence,
    /// A fan.
    Noise,
    /// Words.
    Words,
}

struct Hall {
    room: Room,
    now: Instant,
    beat: u64,
    seq: u64,
    sends: Vec<[Sends; 2]>,
    /// Who was heard by whom in the last beat.
    heard: HashSet<(Seat, Seat)>,
}

impl Hall {
    fn new(seats: usize, slots: usize) -> Self {
        let now = Instant::now();
        let mut room = Room::new(now);
        for seat in 1..=seats {
            let mids = || (0..slots).map(|place| place.to_string()).collect();
            room.sit(Seat(seat as u128), [mids(), mids()], Consent::Refused, now);
        }
        Self { room, now, beat: 0, seq: 0, sends: vec![<[Sends; 2]>::default(); seats], heard: HashSet::new() }
    }

    fn all_send(&mut self, seats: impl IntoIterator<Item = u128>, sends: [Sends; 2]) {
        for seat in seats {
            self.sends[usize::try_from(seat).unwrap() - 1] = sends;
        }
    }

    fn beats(&mut self, beats: u64) {
        (0..beats).for_each(|_| self.beat());
    }

    fn beat(&mut self) {
        (self.now, self.beat) = (self.now + PACKET, self.beat + 1);
        self.heard.clear();
        for (place, sends) in self.sends.clone().into_iter().enumerate() {
            let seat = Seat(place as u128 + 1);
            for (kind, sends) in [Kind::Audio, Kind::Video].into_iter().zip(sends) {
                self.send(seat, kind, sends);
            }
        }
        if self.beat.is_multiple_of(WEIGH_EVERY) {
            self.room.weigh(self.now);
        }
    }

    fn send(&mut self, seat: Seat, kind: Kind, sends: Sends) {
        let bytes = match sends {
            Sends::Nothing => return,
            Sends::Silence if !self.beat.is_multiple_of(20) => return,
            Sends::Silence | Sends::Noise => 40,
            Sends::Words => 60 + usize::try_from(self.beat % 7 * 10).unwrap(),
        };
        self.seq += 1;
        let head = Head {
            kind,
            layer: Layer::SMALLEST,
            stream: 1,
            seq: self.seq,
            time: 0,
            marker: false,
            start: Start::Here,
            picture: Picture::default(),
            bytes,
            level_dbov: None,
            at: self.now,
        };
        let mut ways = Vec::new();
        self.room.pass(seat, &head, &mut ways);
        self.heard.extend(ways.iter().filter(|_| kind == Kind::Audio).map(|way| (way.to, seat)));
    }

    fn behind(&self, receiver: Seat, kind: Kind) -> Vec<Seat> {
        self.room.member(receiver).unwrap().places(kind).iter().filter_map(|place| place.behind).collect()
    }

    fn is_heard_by_all(&self, speaker: Seat) -> bool {
        let mut listeners = (1..=self.sends.len() as u128).map(Seat).filter(|seat| *seat != speaker);
        listeners.all(|listener| self.heard.contains(&(listener, speaker)))
    }
}

#[test]
fn in_a_group_of_sixteen_with_twelve_slots_whoever_begins_to_speak_is_heard_at_once() {
    for others in [Sends::Silence, Sends::Noise] {
        for speaker in 1..=16 {
            let mut hall = Hall::new(16, 12);
            hall.all_send(1..=16, [others, Sends::Nothing]);
            hall.all_send([speaker], [Sends::Silence, Sends::Nothing]);
            hall.beats(500);
            hall.all_send([speaker], [Sends::Words, Sends::Nothing]);
            hall.beats(5);
            assert!(hall.is_heard_by_all(Seat(speaker)), "{speaker} among {others:?}");
        }
    }
}

#[test]
fn whoever_goes_on_speaking_stays_heard_while_others_come_and_go() {
    let mut hall = Hall::new(16, 12);
    hall.all_send(1..=16, [Sends::Noise, Sends::Nothing]);
    hall.all_send([16], [Sends::Words, Sends::Nothing]);
    hall.beats(250);
    for round in 0..40 {
        let coughs = 1 + round % 15;
        hall.all_send([coughs], [Sends::Silence, Sends::Nothing]);
        hall.beats(20);
        hall.all_send([coughs], [Sends::Noise, Sends::Nothing]);
        for _ in 0..30 {
            hall.beat();
            assert!(hall.is_heard_by_all(Seat(16)), "round {round}");
        }
    }
}

#[test]
fn whoever_turns_the_camera_on_is_seen_where_the_first_slots_are_of_those_without_one() {
    let mut hall = Hall::new(11, 9);
    hall.all_send([11], [Sends::Nothing, Sends::Words]);
    hall.beats(2);
    for receiver in 1..=10 {
        assert_eq!(hall.behind(Seat(receiver), Kind::Video), [Seat(11)]);
    }
    hall.all_send([11], [Sends::Nothing; 2]);
    hall.beats(100);
    assert_eq!(hall.behind(Seat(1), Kind::Video), [], "and no slot is kept for a camera that is off");
}

#[test]
fn the_spotlight_comes_before_whom_the_page_shows_first_and_both_before_whoever_has_the_slot() {
    let mut hall = Hall::new(5, 1);
    hall.all_send(1..=5, [Sends::Noise; 2]);
    hall.beats(200);
    assert_eq!(hall.behind(Seat(5), Kind::Video), [Seat(1)]);
    let view = View { first: vec![Seat(3)], ..View::default() };
    hall.room.act(Act::View { seat: Seat(5), view }).unwrap();
    assert_eq!(hall.behind(Seat(5), Kind::Video), [Seat(3)]);
    assert_eq!(hall.behind(Seat(5), Kind::Audio), [Seat(1)], "the order of pictures keeps no voice away");
    hall.room.act(Act::Spotlight(Some(Seat(2)))).unwrap();
    assert_eq!(hall.behind(Seat(5), Kind::Video), [Seat(2)]);
}

/// One thing that happens.
#[derive(Clone, Debug)]
enum Step {
    Send(u128, Sends, Sends),
    Mute(u128, Kind),
    Unmute(u128, Kind),
    Move(u128, u16),
    Turns(Vec<u128>),
    Beats(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let seat = || 1..8_u128;
    let kind = || prop_oneof![Just(Kind::Audio), Just(Kind::Video)];
    let sends = || prop_oneof![Just(Sends::Nothing), Just(Sends::Silence), Just(Sends::Noise), Just(Sends::Words)];
    prop_oneof![
        3 => (seat(), sends(), sends()).prop_map(|(seat, sound, picture)| Step::Send(seat, sound, picture)),
        1 => (seat(), kind()).prop_map(|(seat, kind)| Step::Mute(seat, kind)),
        2 => (seat(), kind()).prop_map(|(seat, kind)| Step::Unmute(seat, kind)),
        1 => (seat(), 0..2_u16).prop_map(|(seat, circle)| Step::Move(seat, circle)),
        1 => prop::collection::vec(seat(), 0..3).prop_map(Step::Turns),
        4 => (1..120_u64).prop_map(Step::Beats),
    ]
}

fn take(hall: &mut Hall, step: Step) {
    match step {
        Step::Send(seat, sound, picture) => hall.all_send([seat], [sound, picture]),
        Step::Mute(seat, kind) => hall.room.act(Act::Mute { seat: Seat(seat), kind }).unwrap(),
        Step::Unmute(seat, kind) => hall.room.act(Act::Unmute { seat: Seat(seat), kind, by: Seat(seat) }).unwrap(),
        Step::Move(seat, circle) => hall.room.act(Act::Move(vec![(Seat(seat), Circle(circle))])).unwrap(),
        Step::Turns(seats) if seats.is_empty() => hall.room.act(Act::Turns(Turns::Everybody)).unwrap(),
        Step::Turns(seats) => {
            hall.room.act(Act::Turns(Turns::Only(seats.into_iter().map(Seat).collect()))).unwrap();
        }
        Step::Beats(beats) => hall.beats(beats),
    }
    hall.room.weigh(hall.now);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn only_who_can_be_heard_or_seen_has_a_slot_and_none_stays_empty_for_one_who_can(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut hall = Hall::new(7, 3);
        for step in steps {
            take(&mut hall, step);
            for (receiver, kind) in (1..8).map(Seat).flat_map(|seat| [(seat, Kind::Audio), (seat, Kind::Video)]) {
                let listener = hall.room.member(receiver).unwrap();
                let can = hall.room.members.iter().filter(|speaker| {
                    hall.room.hears(listener, speaker)
                        && hall.room.is_forwarded(speaker, kind)
                        && speaker.source(kind).is_coming(hall.now)
                });
                let can: HashSet<Seat> = can.map(|speaker| speaker.seat).collect();
                let behind = hall.behind(receiver, kind);
                prop_assert!(behind.iter().all(|seat| can.contains(seat)), "{behind:?} of {can:?}");
                prop_assert_eq!(behind.len(), can.len().min(3));
            }
        }
    }
}
