//! What whoever leads can do, and nobody else.

use floor::{Floor, How, Output, Refusal, Request, Stick, Timer};

use crate::table::{ANA, BEN, CLEO, ahead, lead, own, plan, round, three};

#[test]
fn what_is_for_whoever_leads_is_for_nobody_else() {
    let before = round();
    for request in [
        Request::Begin(plan()),
        Request::Discuss(None, Timer::Everybody),
        Request::Rest,
        Request::Give(BEN),
        Request::Next,
        Request::TakeBack,
        Request::Skip(ANA),
        Request::Move(CLEO, 0),
        Request::Add(60_000),
        Request::Pause,
        Request::Resume,
        Request::End,
        Request::Finish(ANA),
        Request::Pass(ANA),
        Request::Leave(ANA),
    ] {
        let mut floor = before.clone();
        assert_eq!(own(&mut floor, BEN, request), Err(Refusal::Leaders), "{request:?}");
        assert_eq!(floor, before);
    }
}

#[test]
fn what_a_seat_can_ask_whoever_leads_can_ask_for_it() {
    let mut floor = round();
    lead(&mut floor, Request::Finish(ANA)).unwrap();
    lead(&mut floor, Request::Raise(CLEO)).unwrap();
    assert_eq!((floor.holder(), floor.hands().len()), (Some(BEN), 1));
}

#[test]
fn a_turn_that_is_taken_back_comes_first_again() {
    let mut floor = round();
    assert_eq!(lead(&mut floor, Request::TakeBack).unwrap(), [Output::TurnPutOff(ANA)]);
    assert_eq!((floor.stick(), floor.upcoming()), (Stick::WithLeader, Some(ANA)));
    own(&mut floor, CLEO, Request::Lose(CLEO)).unwrap();
    own(&mut floor, CLEO, Request::Arrive(CLEO)).unwrap();
    assert_eq!(floor.stick(), Stick::WithLeader, "it waits for whoever leads");
    assert_eq!(lead(&mut floor, Request::TakeBack), Err(Refusal::NoTurn));
    assert_eq!(lead(&mut floor, Request::Next).unwrap(), [Output::TurnBegan(ANA)]);
}

#[test]
fn next_ends_the_turn_of_whoever_has_it() {
    let mut floor = round();
    assert_eq!(lead(&mut floor, Request::Next).unwrap(), [Output::TurnEnded(ANA, How::Spoke), Output::TurnBegan(BEN)]);
    assert_eq!(lead(&mut three(), Request::Next), Err(Refusal::NobodyNext));
}

#[test]
fn the_order_of_those_to_come_can_be_changed() {
    let mut floor = round();
    assert_eq!(lead(&mut floor, Request::Move(CLEO, 0)).unwrap(), [Output::Moved(CLEO)]);
    assert_eq!(ahead(&floor), [CLEO, BEN]);
    lead(&mut floor, Request::Move(CLEO, 99)).unwrap();
    assert_eq!(ahead(&floor), [BEN, CLEO]);
    assert_eq!(lead(&mut floor, Request::Move(ANA, 0)), Err(Refusal::NotToCome));
    assert_eq!(lead(&mut three(), Request::Move(ANA, 0)), Err(Refusal::NoRound));
}

#[test]
fn somebody_can_be_skipped_ahead_of_their_turn_and_in_it() {
    let mut floor = round();
    assert_eq!(lead(&mut floor, Request::Skip(CLEO)).unwrap(), [Output::TurnEnded(CLEO, How::Skipped)]);
    let skipped = lead(&mut floor, Request::Skip(ANA)).unwrap();
    assert_eq!(skipped, [Output::TurnEnded(ANA, How::Skipped), Output::TurnBegan(BEN)]);
}

#[test]
fn a_turn_is_given_while_something_is_under_way() {
    assert_eq!(lead(&mut three(), Request::Give(ANA)), Err(Refusal::Resting));
    assert_eq!(lead(&mut round(), Request::Give(ANA)), Err(Refusal::HasTurn));
    assert_eq!(lead(&mut Floor::new(), Request::Rest), Err(Refusal::Resting));
}

#[test]
fn a_round_can_end_before_everybody_had_a_turn() {
    let mut floor = round();
    assert_eq!(lead(&mut floor, Request::Rest).unwrap(), [Output::Rested]);
    assert_eq!((floor.holder(), floor.round()), (None, None));
}
