//! Hands, in a round and in an open discussion.

use floor::{Output, Refusal, Request, Timer};

use crate::table::{ANA, BEN, CLEO, lead, own, round, three};

const DISCUSS: Request = Request::Discuss(None, Timer::Leaders);

#[test]
fn a_hand_in_a_round_waits() {
    let mut floor = round();
    assert_eq!(own(&mut floor, BEN, Request::Raise(BEN)).unwrap(), [Output::HandUp(BEN)]);
    assert_eq!(floor.holder(), Some(ANA));
    assert_eq!(own(&mut floor, BEN, Request::Raise(BEN)), Err(Refusal::HandUp));
    assert_eq!(own(&mut floor, ANA, Request::Raise(ANA)), Err(Refusal::HasTurn));
    assert_eq!(own(&mut floor, BEN, Request::Lower(BEN)).unwrap(), [Output::HandDown(BEN)]);
    assert_eq!(own(&mut floor, BEN, Request::Lower(BEN)), Err(Refusal::NoHand));
}

#[test]
fn hands_are_taken_in_their_order_in_a_discussion() {
    let mut floor = three();
    lead(&mut floor, DISCUSS).unwrap();
    assert_eq!(own(&mut floor, CLEO, Request::Raise(CLEO)).unwrap().last(), Some(&Output::TurnBegan(CLEO)));
    own(&mut floor, BEN, Request::Raise(BEN)).unwrap();
    own(&mut floor, ANA, Request::Raise(ANA)).unwrap();
    assert_eq!(floor.upcoming(), Some(BEN));
    own(&mut floor, CLEO, Request::Finish(CLEO)).unwrap();
    assert_eq!(floor.holder(), Some(BEN));
    own(&mut floor, BEN, Request::Finish(BEN)).unwrap();
    own(&mut floor, ANA, Request::Finish(ANA)).unwrap();
    assert_eq!((floor.holder(), floor.hands()), (None, &[][..]));
    own(&mut floor, CLEO, Request::Raise(CLEO)).unwrap();
    assert_eq!(floor.holder(), Some(CLEO), "who has spoken can speak again");
}

#[test]
fn hands_that_are_up_before_come_first() {
    let mut floor = round();
    own(&mut floor, CLEO, Request::Raise(CLEO)).unwrap();
    lead(&mut floor, DISCUSS).unwrap();
    assert_eq!(floor.holder(), Some(CLEO));
}

#[test]
fn a_hand_says_how_long_it_has_waited() {
    let mut floor = three();
    floor.handle(floor::Input::of(ANA, Request::Raise(ANA)), 4_000).unwrap();
    assert_eq!(floor.hands()[0].waited_ms(9_500), 5_500);
    assert_eq!(floor.hands()[0].waited_ms(1_000), 0, "a clock that goes back waits for nobody");
}

#[test]
fn not_ready_is_for_rounds() {
    let mut floor = three();
    lead(&mut floor, DISCUSS).unwrap();
    own(&mut floor, ANA, Request::Raise(ANA)).unwrap();
    assert_eq!(own(&mut floor, ANA, Request::NotReady(ANA)), Err(Refusal::NoRound));
    assert_eq!(own(&mut floor, BEN, Request::NotReady(BEN)), Err(Refusal::NotToCome));
}
