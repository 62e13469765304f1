//! Coming, going, broken lines and a moment for oneself.

use floor::{Floor, How, Output, Presence, Purpose, Refusal, Request, SEATS_MAX, Seat};

use crate::table::{ANA, BEN, CLEO, ahead, lead, own, plan, round};

#[test]
fn a_broken_line_keeps_turn_place_and_hand() {
    let mut floor = round();
    own(&mut floor, CLEO, Request::Raise(CLEO)).unwrap();
    let before = floor.clone();
    for seat in [ANA, CLEO] {
        assert_eq!(own(&mut floor, seat, Request::Lose(seat)).unwrap(), [Output::Lost(seat)]);
        assert_eq!(own(&mut floor, seat, Request::Arrive(seat)).unwrap(), [Output::Back(seat)]);
    }
    assert_eq!(floor, before);
}

#[test]
fn whoever_is_away_when_their_turn_comes_is_next_when_they_are_back() {
    let mut floor = round();
    own(&mut floor, BEN, Request::Lose(BEN)).unwrap();
    own(&mut floor, ANA, Request::Finish(ANA)).unwrap();
    assert_eq!((floor.holder(), ahead(&floor)), (Some(CLEO), vec![BEN]));
    own(&mut floor, CLEO, Request::Finish(CLEO)).unwrap();
    assert_eq!((floor.holder(), floor.upcoming()), (None, None));
    let back = own(&mut floor, BEN, Request::Arrive(BEN)).unwrap();
    assert_eq!(back, [Output::Back(BEN), Output::TurnBegan(BEN)]);
}

#[test]
fn leaving_frees_seat_place_and_hand() {
    let mut floor = round();
    own(&mut floor, BEN, Request::Raise(BEN)).unwrap();
    let left = own(&mut floor, BEN, Request::Leave(BEN)).unwrap();
    assert_eq!(left, [Output::Left(BEN), Output::HandDown(BEN)]);
    assert_eq!((floor.heads(), ahead(&floor)), (2, vec![CLEO]));
    own(&mut floor, BEN, Request::Arrive(BEN)).unwrap();
    assert_eq!(ahead(&floor), [CLEO, BEN]);
}

#[test]
fn leaving_with_the_turn_ends_it_and_coming_back_gives_no_second() {
    let mut floor = round();
    let left = own(&mut floor, ANA, Request::Leave(ANA)).unwrap();
    assert_eq!(left, [Output::Left(ANA), Output::TurnEnded(ANA, How::Left), Output::TurnBegan(BEN)]);
    own(&mut floor, ANA, Request::Arrive(ANA)).unwrap();
    assert_eq!(ahead(&floor), [CLEO]);
    assert_eq!(lead(&mut floor, Request::Give(ANA)), Err(Refusal::HadTurn));
}

#[test]
fn the_last_of_a_round_can_leave_and_ends_it() {
    let mut floor = round();
    own(&mut floor, BEN, Request::Lose(BEN)).unwrap();
    own(&mut floor, CLEO, Request::Pass(CLEO)).unwrap();
    own(&mut floor, ANA, Request::Finish(ANA)).unwrap();
    let left = lead(&mut floor, Request::Leave(BEN)).unwrap();
    assert_eq!(left, [Output::Left(BEN), Output::RoundEnded(Purpose::Sharing)]);
}

#[test]
fn a_moment_for_oneself_passes_the_turn_on_and_keeps_the_place() {
    let mut floor = round();
    let aside = own(&mut floor, ANA, Request::StepAside(ANA)).unwrap();
    assert_eq!(aside, [Output::SteppedAside(ANA), Output::TurnPutOff(ANA), Output::TurnBegan(BEN)]);
    assert_eq!(floor.place(ANA).unwrap().presence, Presence::Aside);
    own(&mut floor, ANA, Request::Lose(ANA)).unwrap();
    assert_eq!(floor.place(ANA).unwrap().presence, Presence::Aside, "a broken line does not end the moment");
    assert_eq!(own(&mut floor, ANA, Request::Raise(ANA)), Err(Refusal::Away));
    assert_eq!(lead(&mut floor, Request::Give(ANA)), Err(Refusal::Away));
    own(&mut floor, ANA, Request::Arrive(ANA)).unwrap();
    assert_eq!(ahead(&floor), [CLEO, ANA]);
}

#[test]
fn coming_twice_takes_one_seat() {
    let mut floor = round();
    assert_eq!(own(&mut floor, ANA, Request::Arrive(ANA)).unwrap(), []);
    assert_eq!(floor.heads(), 3);
}

#[test]
fn nobody_without_a_seat_does_anything_but_come() {
    let mut floor = round();
    let stranger = Seat(9);
    for request in [Request::Lose(stranger), Request::StepAside(stranger), Request::Leave(stranger)] {
        assert_eq!(own(&mut floor, stranger, request), Err(Refusal::NotHere));
    }
    for request in [Request::Raise(stranger), Request::Pass(stranger), Request::NotReady(stranger)] {
        assert_eq!(own(&mut floor, stranger, request), Err(Refusal::NotHere));
    }
    assert_eq!(lead(&mut floor, Request::Give(stranger)), Err(Refusal::NotHere));
}

#[test]
fn the_room_has_an_end() {
    let mut floor = Floor::new();
    for number in 0..SEATS_MAX as u128 {
        lead(&mut floor, Request::Arrive(Seat(number))).unwrap();
    }
    assert_eq!(lead(&mut floor, Request::Arrive(Seat(1_000))), Err(Refusal::Full));
}

#[test]
fn nothing_of_anybody_stays_when_the_meeting_is_over() {
    let mut floor = round();
    own(&mut floor, BEN, Request::Raise(BEN)).unwrap();
    assert_eq!(lead(&mut floor, Request::End).unwrap(), [Output::Ended]);
    assert_eq!((floor.heads(), floor.hands().len(), floor.holder()), (0, 0, None));
    assert_eq!(own(&mut floor, ANA, Request::Arrive(ANA)), Err(Refusal::Over));
    assert_eq!(lead(&mut floor, Request::Begin(plan())), Err(Refusal::Over));
}
