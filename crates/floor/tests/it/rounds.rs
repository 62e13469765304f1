//! A round: in order, by lot, passed, put off, skipped.

use floor::{Floor, How, Order, Output, Plan, Purpose, Refusal, Request, Seat};

use crate::table::{ANA, BEN, CLEO, ahead, lead, own, plan, round, three};

#[test]
fn the_stick_goes_round_in_the_order_of_seats() {
    let mut floor = three();
    let began = lead(&mut floor, Request::Begin(plan())).unwrap();
    assert_eq!(began, [Output::RoundBegan(Purpose::Sharing), Output::TurnBegan(ANA)]);
    assert_eq!((floor.upcoming(), ahead(&floor)), (Some(BEN), vec![BEN, CLEO]));
    let spoken = own(&mut floor, ANA, Request::Finish(ANA)).unwrap();
    assert_eq!(spoken, [Output::TurnEnded(ANA, How::Spoke), Output::TurnBegan(BEN)]);
    own(&mut floor, BEN, Request::Finish(BEN)).unwrap();
    let last = own(&mut floor, CLEO, Request::Finish(CLEO)).unwrap();
    assert_eq!(last, [Output::TurnEnded(CLEO, How::Spoke), Output::RoundEnded(Purpose::Sharing)]);
    assert_eq!(floor.holder(), None);
}

#[test]
fn a_lot_draws_everybody_once_and_the_same_seed_draws_the_same() {
    let drawn = |seed| {
        let mut floor = Floor::new();
        for seat in (0..9).map(Seat) {
            own(&mut floor, seat, Request::Arrive(seat)).unwrap();
        }
        lead(&mut floor, Request::Begin(Plan { order: Order::Drawn(seed), ..plan() })).unwrap();
        let mut order = vec![floor.holder().unwrap()];
        order.extend(ahead(&floor));
        order
    };
    assert_eq!(drawn(7), drawn(7));
    assert_ne!(drawn(7), drawn(8));
    let mut sorted = drawn(7);
    sorted.sort();
    assert_eq!(sorted, (0..9).map(Seat).collect::<Vec<_>>());
}

#[test]
fn one_can_pass_with_the_turn_and_ahead_of_it() {
    let mut floor = round();
    let ahead_of_it = own(&mut floor, BEN, Request::Pass(BEN)).unwrap();
    assert_eq!(ahead_of_it, [Output::TurnEnded(BEN, How::Passed)]);
    assert_eq!(floor.holder(), Some(ANA));
    let with_it = own(&mut floor, ANA, Request::Pass(ANA)).unwrap();
    assert_eq!(with_it, [Output::TurnEnded(ANA, How::Passed), Output::TurnBegan(CLEO)]);
    assert_eq!(own(&mut floor, BEN, Request::Pass(BEN)), Err(Refusal::NotToCome));
}

#[test]
fn whoever_passed_can_still_be_given_the_turn_and_whoever_spoke_cannot() {
    let mut floor = round();
    own(&mut floor, ANA, Request::Finish(ANA)).unwrap();
    own(&mut floor, BEN, Request::Pass(BEN)).unwrap();
    assert_eq!(lead(&mut floor, Request::Give(ANA)), Err(Refusal::HadTurn));
    let given = lead(&mut floor, Request::Give(BEN)).unwrap();
    assert_eq!(given, [Output::TurnPutOff(CLEO), Output::TurnBegan(BEN)]);
    own(&mut floor, BEN, Request::Finish(BEN)).unwrap();
    assert_eq!(floor.holder(), Some(CLEO));
}

#[test]
fn not_ready_comes_again_at_the_end_and_once_a_round() {
    let mut floor = round();
    let put_off = own(&mut floor, ANA, Request::NotReady(ANA)).unwrap();
    assert_eq!(put_off, [Output::TurnPutOff(ANA), Output::TurnBegan(BEN)]);
    assert_eq!(ahead(&floor), [CLEO, ANA]);
    own(&mut floor, BEN, Request::Finish(BEN)).unwrap();
    own(&mut floor, CLEO, Request::Finish(CLEO)).unwrap();
    assert_eq!(floor.holder(), Some(ANA));
    assert!(!floor.round().unwrap().may_put_off(ANA));
    assert_eq!(own(&mut floor, ANA, Request::NotReady(ANA)), Err(Refusal::PutOff));
    assert_eq!(own(&mut floor, ANA, Request::Pass(ANA)).unwrap().last(), Some(&Output::RoundEnded(Purpose::Sharing)));
}

#[test]
fn whoever_waits_can_say_ahead_that_they_are_not_ready() {
    let mut floor = round();
    own(&mut floor, BEN, Request::NotReady(BEN)).unwrap();
    assert_eq!((floor.holder(), ahead(&floor)), (Some(ANA), vec![CLEO, BEN]));
}

#[test]
fn only_the_holder_finishes_a_turn() {
    let mut floor = three();
    assert_eq!(own(&mut floor, ANA, Request::Finish(ANA)), Err(Refusal::NoTurn));
    assert_eq!(own(&mut floor, ANA, Request::Pass(ANA)), Err(Refusal::NotToCome));
    lead(&mut floor, Request::Begin(plan())).unwrap();
    assert_eq!(own(&mut floor, BEN, Request::Finish(BEN)), Err(Refusal::NotHolder));
}

#[test]
fn a_round_needs_somebody() {
    assert_eq!(lead(&mut Floor::new(), Request::Begin(plan())), Err(Refusal::NobodyNext));
}
