//! What holds whatever is asked, by whom, and when.

use std::collections::BTreeSet;

use floor::{By, Floor, How, Input, Order, Output, Plan, Presence, Purpose, Refusal, Request, Seat, Timer};
use proptest::prelude::*;

const SEATS: u128 = 5;

fn seat() -> impl Strategy<Value = Seat> {
    (0..SEATS).prop_map(Seat)
}

fn order() -> impl Strategy<Value = Order> {
    prop_oneof![Just(Order::Seats), any::<u64>().prop_map(Order::Drawn)]
}

fn purpose() -> impl Strategy<Value = Purpose> {
    prop_oneof![Just(Purpose::CheckIn), Just(Purpose::Sharing), Just(Purpose::Closing)]
}

fn timer() -> impl Strategy<Value = Timer> {
    prop_oneof![Just(Timer::Everybody), Just(Timer::Leaders)]
}

fn length() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![Just(None), Just(Some(120_000)), Just(Some(10_000)), Just(Some(1))]
}

fn own_request(seat: Seat) -> impl Strategy<Value = Request> {
    prop_oneof![
        4 => Just(Request::Arrive(seat)),
        1 => Just(Request::Lose(seat)),
        1 => Just(Request::StepAside(seat)),
        1 => Just(Request::Leave(seat)),
        2 => Just(Request::Raise(seat)),
        1 => Just(Request::Lower(seat)),
        5 => Just(Request::Finish(seat)),
        2 => Just(Request::Pass(seat)),
        2 => Just(Request::NotReady(seat)),
    ]
}

fn leaders_request() -> impl Strategy<Value = Request> {
    let plan = (purpose(), order(), length(), timer());
    prop_oneof![
        3 => plan.prop_map(|(purpose, order, turn_ms, timer)| Request::Begin(Plan { purpose, order, turn_ms, timer })),
        1 => (length(), timer()).prop_map(|(turn_ms, timer)| Request::Discuss(turn_ms, timer)),
        1 => Just(Request::Rest),
        3 => seat().prop_map(Request::Give),
        3 => Just(Request::Next),
        2 => Just(Request::TakeBack),
        1 => seat().prop_map(Request::Skip),
        2 => (seat(), 0..8_usize).prop_map(|(seat, to)| Request::Move(seat, to)),
        1 => (0..700_000_u64).prop_map(Request::Add),
        1 => Just(Request::Pause),
        1 => Just(Request::Resume),
    ]
}

fn input() -> impl Strategy<Value = Input> {
    let own = seat().prop_flat_map(|seat| own_request(seat).prop_map(move |request| Input::of(seat, request)));
    let others = (seat(), seat().prop_flat_map(own_request)).prop_map(|(seat, request)| Input::of(seat, request));
    let above = (seat(), leaders_request()).prop_map(|(seat, request)| Input::of(seat, request));
    let leader = leaders_request().prop_map(Input::leader);
    prop_oneof![6 => own, 1 => others, 1 => above, 4 => leader]
}

/// Up to eighty things that happen, each some time after the one before.
fn story() -> impl Strategy<Value = Vec<(Input, u64)>> {
    prop::collection::vec((input(), 0..90_000_u64), 1..80)
}

fn again(floor: &Floor) -> Floor {
    serde_json::from_str(&serde_json::to_string(floor).unwrap()).unwrap()
}

/// Follows what is told, and refuses what must not be told.
#[derive(Default)]
struct Watcher {
    holder: Option<Seat>,
    spoken: BTreeSet<Seat>,
    told: bool,
    in_round: bool,
}

impl Watcher {
    fn hear(&mut self, output: Output) {
        match output {
            Output::RoundBegan(_) => {
                (self.holder, self.in_round) = (None, true);
                self.spoken.clear();
            }
            Output::DiscussionBegan | Output::Rested | Output::RoundEnded(_) | Output::Ended => {
                (self.holder, self.in_round) = (None, false);
            }
            Output::TurnBegan(seat) => {
                assert_eq!(self.holder, None, "the stick had a holder already");
                assert!(!self.in_round || !self.spoken.contains(&seat), "a second turn in one round");
                (self.holder, self.told) = (Some(seat), false);
            }
            Output::TurnEnded(seat, how) => self.turn_ended(seat, how),
            Output::TurnPutOff(seat) if self.holder == Some(seat) => self.holder = None,
            Output::TimeUp(seat) => {
                assert_eq!(self.holder, Some(seat));
                assert!(!self.told, "told twice");
                self.told = true;
            }
            Output::Added(..) => self.told = false,
            _ => {}
        }
    }

    fn turn_ended(&mut self, seat: Seat, how: How) {
        if self.holder == Some(seat) {
            self.holder = None;
        }
        if self.in_round && matches!(how, How::Spoke | How::Left) {
            assert!(self.spoken.insert(seat), "spoke twice in one round");
        }
    }
}

fn each_at_most_once(floor: &Floor) {
    let distinct = |seats: Vec<Seat>| {
        let set: BTreeSet<Seat> = seats.iter().copied().collect();
        assert_eq!(set.len(), seats.len(), "twice in {seats:?}");
    };
    distinct(floor.places().iter().map(|place| place.seat).collect());
    distinct(floor.hands().iter().map(|hand| hand.seat).collect());
    let mut round: Vec<Seat> = floor.round().map(|round| round.ahead().to_vec()).unwrap_or_default();
    round.extend(floor.round().into_iter().flat_map(|round| round.over().iter().map(|spoken| spoken.seat)));
    round.extend(floor.round().and_then(|_| floor.holder()));
    distinct(round);
    assert!(floor.holder().is_none_or(|holder| floor.place(holder).is_some()), "somebody who is not here has the turn");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn one_holder_at_most_and_nobody_twice_in_a_round(story in story()) {
        let (mut floor, mut watcher, mut now) = (Floor::new(), Watcher::default(), 0);
        for (input, later) in story {
            now += later;
            for output in floor.handle(input, now).unwrap_or_default() {
                watcher.hear(output);
            }
            prop_assert_eq!(watcher.holder, floor.holder());
            each_at_most_once(&floor);
        }
    }

    #[test]
    fn a_refusal_changes_nothing_and_what_is_for_leaders_is_refused_to_all_others(story in story()) {
        let (mut floor, mut now) = (Floor::new(), 0);
        for (input, later) in story {
            now += later;
            let before = floor.clone();
            let answer = floor.handle(input, now);
            if let By::Seat(seat) = input.by && input.request.own() != Some(seat) {
                prop_assert_eq!(&answer, &Err(Refusal::Leaders));
            }
            if answer.is_err() {
                prop_assert_eq!(&floor, &before);
            }
        }
    }

    #[test]
    fn a_restart_at_any_step_changes_nothing(story in story()) {
        let (mut floor, mut restarted, mut now) = (Floor::new(), Floor::new(), 0);
        for (input, later) in story {
            now += later;
            restarted = again(&restarted);
            prop_assert_eq!(floor.handle(input, now), restarted.handle(input, now));
            prop_assert_eq!(&floor, &restarted);
            prop_assert_eq!(floor.due_ms(), restarted.due_ms());
        }
    }

    #[test]
    fn a_line_that_breaks_and_comes_back_keeps_seat_place_hand_and_turn(story in story(), seat in seat()) {
        let (mut floor, mut now) = (Floor::new(), 0);
        for (input, later) in story {
            now += later;
            let _ = floor.handle(input, now);
            if floor.place(seat).is_some_and(|place| place.presence == Presence::Here) {
                let mut other = floor.clone();
                other.handle(Input::of(seat, Request::Lose(seat)), now).unwrap();
                other.handle(Input::of(seat, Request::Arrive(seat)), now).unwrap();
                prop_assert_eq!(other.phase(), floor.phase());
                prop_assert_eq!(other.holder(), floor.holder());
                prop_assert_eq!(other.hands(), floor.hands());
                let seats = |floor: &Floor| floor.places().iter().map(|place| place.seat).collect::<Vec<_>>();
                prop_assert_eq!(seats(&other), seats(&floor));
            }
        }
    }

    #[test]
    fn a_round_in_which_everybody_does_something_ends(
        order in order(),
        answers in prop::collection::vec(0..3_u8, 3 * SEATS as usize),
    ) {
        let mut floor = Floor::new();
        for number in 0..SEATS {
            floor.handle(Input::leader(Request::Arrive(Seat(number))), 0).unwrap();
        }
        let plan = Plan { purpose: Purpose::CheckIn, order, turn_ms: None, timer: Timer::Leaders };
        floor.handle(Input::leader(Request::Begin(plan)), 0).unwrap();
        let mut over = BTreeSet::new();
        for answer in answers {
            let Some(holder) = floor.holder() else { break };
            let wish = match answer {
                0 => Request::Finish(holder),
                1 => Request::Pass(holder),
                _ if floor.round().unwrap().may_put_off(holder) => Request::NotReady(holder),
                _ => Request::Finish(holder),
            };
            for output in floor.handle(Input::of(holder, wish), 0).unwrap() {
                if let Output::TurnEnded(seat, _) = output {
                    prop_assert!(over.insert(seat));
                }
            }
        }
        prop_assert_eq!(over.len() as u128, SEATS);
        prop_assert_eq!(floor.round(), None);
    }
}
