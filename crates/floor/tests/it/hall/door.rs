//! The door: who waits, who is let in, who comes too late.

use super::scene::*;
use floor::Seat;
use floor::hall::{
    Expected, Guest, Lead, News, Output, Parting, Policy, Refused, Role, Setup, Stage, To, View, WAITING_MAX, Wish,
};

#[test]
fn nobody_is_in_before_somebody_leads() {
    let mut scene = Scene::open();
    scene.knock(ANA).unwrap();
    assert_eq!((scene.seated(), scene.waiting()), (vec![], vec![ANA]));
    assert_eq!(scene.hall.view_for(ANA, scene.now), View::Waiting { heads: 1, is_led: false });
    scene.knock(LEA).unwrap();
    assert_eq!((scene.seated(), scene.hall.stage()), (vec![LEA, ANA], Stage::Led));
}

#[test]
fn a_co_leader_opens_it_too() {
    let mut scene = Scene::open();
    scene.knock(ANA).unwrap();
    scene.knock(COE).unwrap();
    assert_eq!(scene.seated(), [COE, ANA]);
}

#[test]
fn coming_early_never_passes_admission() {
    let mut scene = Scene::empty();
    scene.now = 0;
    scene.knock(ANA).unwrap();
    scene.now = STARTS;
    scene.knock(LEA).unwrap();
    scene.wait(MINUTE);
    assert_eq!((scene.seated(), scene.waiting()), (vec![LEA], vec![ANA]));
    scene.lead(Lead::Admit(ANA)).unwrap();
    assert_eq!((scene.seated(), scene.waiting()), (vec![LEA, ANA], vec![]));
}

#[test]
fn those_who_lead_learn_who_waits_and_others_do_not() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    let outputs = scene.knock(ANA).unwrap();
    assert!(is_told(&outputs, To::Leaders, News::Knocked(ANA)) && is_told(&outputs, To::Seat(ANA), News::Waiting));
    scene.lead(Lead::Admit(ANA)).unwrap();
    scene.knock(BEN).unwrap();
    assert_eq!(scene.lead_view().waiting[0].seat, BEN);
    assert!(scene.view(ANA).people.iter().all(|person| person.seat != BEN));
}

#[test]
fn where_the_expected_come_in_by_themselves_others_wait() {
    let mut scene = Scene::open();
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    scene.knock_as(Guest { expected: Expected::No, ..guest(BEN) }).unwrap();
    assert_eq!((scene.seated(), scene.waiting()), (vec![LEA, ANA], vec![BEN]));
}

#[test]
fn the_expected_come_in_when_the_door_changes_to_them() {
    let mut scene = Scene::empty();
    for seat in [LEA, ANA, BEN] {
        scene.knock(seat).unwrap();
    }
    scene.lead(Lead::Door(Policy::Expected)).unwrap();
    assert_eq!(scene.seated(), [LEA, ANA, BEN]);
    assert_eq!(scene.lead(Lead::Door(Policy::Expected)), Err(Refused::Already));
}

#[test]
fn all_who_wait_are_let_in_in_their_order_as_far_as_there_are_seats() {
    let mut scene = Scene::of(Setup { seats_max: 3, ..Setup::starting(STARTS) });
    for seat in [LEA, BEN, ANA, CLEO] {
        scene.knock(seat).unwrap();
    }
    scene.lead(Lead::AdmitAll).unwrap();
    assert_eq!((scene.seated(), scene.waiting()), (vec![LEA, BEN, ANA], vec![CLEO]));
    assert_eq!(scene.lead(Lead::AdmitAll), Err(Refused::Full));
    scene.lead(Lead::TurnAway(CLEO)).unwrap();
    assert_eq!(scene.lead(Lead::AdmitAll), Err(Refused::NotWaiting));
}

#[test]
fn a_member_lets_nobody_in() {
    let mut scene = Scene::group();
    scene.knock_as(Guest { expected: Expected::No, ..guest(Seat(14)) }).unwrap();
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::Admit(Seat(14)))), Err(Refused::Leaders));
    assert_eq!(scene.own(Seat(14), Wish::Lead(Lead::Admit(Seat(14)))), Err(Refused::StillWaiting));
}

#[test]
fn whoever_is_turned_away_may_knock_again() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    let outputs = scene.lead(Lead::TurnAway(ANA)).unwrap();
    assert!(matches!(outputs[..], [Output::Close(_, Parting::TurnedAway)]), "{outputs:?}");
    assert_eq!(scene.lead(Lead::TurnAway(ANA)), Err(Refused::NotWaiting));
    scene.knock(ANA).unwrap();
    assert_eq!(scene.waiting(), [ANA]);
}

#[test]
fn somebody_new_is_too_late_after_the_limit_and_whoever_was_in_is_not() {
    let mut scene =
        Scene::of(Setup { late_ms: Some(15 * MINUTE), policy: Policy::Expected, ..Setup::starting(STARTS) });
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    scene.own(ANA, Wish::Leave).unwrap();
    scene.now = STARTS + 15 * MINUTE;
    scene.knock(BEN).unwrap();
    scene.now += 1;
    assert_eq!(scene.knock(CLEO), Err(Refused::TooLate));
    scene.knock(ANA).unwrap();
    scene.knock(COE).unwrap();
    assert_eq!(scene.seated(), [LEA, BEN, ANA, COE]);
    scene.lead(Lead::LateLimit(None)).unwrap();
    scene.knock(CLEO).unwrap();
}

#[test]
fn a_locked_door_gives_no_new_seat_and_lets_a_seated_member_resume() {
    let mut scene = Scene::group();
    scene.lead(Lead::Lock).unwrap();
    assert_eq!(scene.lead(Lead::Lock), Err(Refused::LockedAlready));
    assert_eq!(scene.knock(Seat(14)), Err(Refused::Locked));
    scene.lose(ANA);
    scene.now += 20 * SECOND;
    scene.resume(ANA).unwrap();
    assert!(scene.seated().contains(&ANA));
    scene.lead(Lead::Unlock).unwrap();
    scene.knock(Seat(14)).unwrap();
}

#[test]
fn whoever_waits_when_the_door_is_locked_goes_on_waiting() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    scene.lead(Lead::Lock).unwrap();
    assert_eq!(scene.lead(Lead::Admit(ANA)), Err(Refused::Locked));
    scene.lead(Lead::Unlock).unwrap();
    scene.lead(Lead::Admit(ANA)).unwrap();
}

#[test]
fn whoever_was_in_knocks_at_a_locked_door_and_is_let_in_by_hand() {
    let mut scene = Scene::group();
    scene.lead(Lead::Lock).unwrap();
    scene.lose(ANA);
    scene.wait(31 * SECOND);
    assert!(!scene.seated().contains(&ANA), "the seat is free after half a minute");
    scene.knock(ANA).unwrap();
    assert_eq!(scene.waiting(), [ANA], "locked, so not by themselves");
    scene.lead(Lead::Admit(ANA)).unwrap();
}

#[test]
fn there_is_a_most_of_seats_and_of_those_who_wait() {
    let mut scene = Scene::of(Setup { seats_max: 1, ..Setup::starting(STARTS) });
    for number in 0..WAITING_MAX as u128 {
        scene.knock(Seat(100 + number)).unwrap();
    }
    assert_eq!(scene.knock(ANA), Err(Refused::Full));
    scene.knock(LEA).unwrap();
    assert_eq!(scene.lead(Lead::Admit(Seat(100))), Err(Refused::Full));
    assert_eq!(scene.knock(COE), Err(Refused::Full));
}

#[test]
fn whoever_waits_may_go_and_ask_for_nothing_else() {
    let mut scene = Scene::empty();
    scene.knock(ANA).unwrap();
    assert_eq!(scene.own(ANA, Wish::Moment), Err(Refused::StillWaiting));
    scene.own(ANA, Wish::Leave).unwrap();
    assert_eq!(scene.hall.view_for(ANA, scene.now), View::Outside);
    assert_eq!(scene.own(ANA, Wish::Leave), Err(Refused::NoSeat));
}

#[test]
fn somebody_without_a_phone_is_seated_by_whoever_leads() {
    let mut scene = Scene::group();
    scene.lead(Lead::SeatInPerson(Seat(14))).unwrap();
    assert!(scene.hall.seated().any(|(seat, role)| (seat, role) == (Seat(14), Role::Member)));
    assert_eq!(scene.lead(Lead::SeatInPerson(ANA)), Err(Refused::Taken));
    scene.lead(Lead::Lock).unwrap();
    assert_eq!(scene.lead(Lead::SeatInPerson(Seat(15))), Err(Refused::Locked));
}

#[test]
fn a_hall_with_senseless_bounds_is_not_opened() {
    for setup in [
        Setup { hold_ms: 1, ..Setup::starting(0) },
        Setup { resume_ms: u64::MAX, ..Setup::starting(0) },
        Setup { seats_max: 0, ..Setup::starting(0) },
        Setup { seats_max: 65, ..Setup::starting(0) },
    ] {
        assert_eq!(floor::hall::Hall::new(setup).unwrap_err(), Refused::Bounds);
    }
}
