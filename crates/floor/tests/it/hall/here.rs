//! Those who sit in one room in person, beside those who are elsewhere.

use super::scene::*;
use floor::hall::{
    Fact, Guest, Hall, Lead, News, Output, Parting, Refused, Role, SeatKind, Setup, Stage, To, View, Wish,
};
use floor::{Floor, Input, Order, Phase, Plan, Purpose, Request, Seat, Timer};

/// Whoever sits in the room, by phone.
fn here(seat: Seat) -> Guest {
    Guest { kind: SeatKind::InPerson, ..guest(seat) }
}

/// A floor to which these have come.
fn meeting(seats: &[Seat]) -> Floor {
    let mut floor = Floor::new();
    for seat in seats {
        floor.handle(Input::leader(Request::Arrive(*seat)), STARTS).unwrap();
    }
    floor
}

fn in_round(mut floor: Floor, timer: Timer) -> Floor {
    let plan = Plan { purpose: Purpose::CheckIn, order: Order::Seats, turn_ms: Some(MINUTE), timer };
    floor.handle(Input::leader(Request::Begin(plan)), STARTS).unwrap();
    floor
}

#[test]
fn those_at_a_floor_have_their_seats_and_the_round_goes_on() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    let mut floor = in_round(meeting(&[CLEO, ANA, BEN]), Timer::Leaders);
    floor.handle(Input::leader(Request::Next), STARTS).unwrap();
    let outputs = scene.fact(Fact::Gathered(floor)).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::Came(CLEO, Role::Member)));
    assert_eq!(scene.seated(), [LEA, CLEO, ANA, BEN]);
    let view = scene.view(LEA).floor;
    assert_eq!((view.holder, view.ahead, view.over), (Some(ANA), vec![BEN], vec![CLEO]));
    assert!(scene.hall.sits_in_person(BEN) && !scene.hall.has_media(BEN));
}

#[test]
fn before_somebody_leads_they_wait_for_their_seats_and_nobody_is_in() {
    let mut scene = Scene::empty();
    scene.fact(Fact::Gathered(meeting(&[ANA, BEN]))).unwrap();
    assert_eq!((scene.seated(), scene.hall.stage()), (vec![], Stage::Before));
    scene.knock(LEA).unwrap();
    assert_eq!(scene.seated(), [LEA, ANA, BEN]);
    let order: Vec<Seat> = scene.hall.floor().places().iter().map(|place| place.seat).collect();
    assert_eq!(order, [ANA, BEN]);
}

#[test]
fn what_is_under_way_in_the_hall_goes_on_and_those_who_come_to_it_are_its_last() {
    let mut scene = Scene::group();
    let plan = Plan { purpose: Purpose::Closing, order: Order::Seats, turn_ms: None, timer: Timer::Leaders };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    scene.fact(Fact::Gathered(in_round(meeting(&[Seat(14), BEN]), Timer::Leaders))).unwrap();
    let round = scene.hall.floor().round().unwrap();
    assert_eq!((round.purpose(), round.ahead()), (Purpose::Closing, &[BEN, CLEO, Seat(14)][..]));
    assert!(!scene.hall.sits_in_person(BEN), "whoever came over a line stays as they came");
}

#[test]
fn a_format_without_a_clock_keeps_it_so_and_whoever_is_out_stays_out() {
    let mut scene = Scene::of(Setup { timer: Timer::Leaders, ..Setup::starting(STARTS) });
    scene.knock(LEA).unwrap();
    scene.lead(Lead::SeatInPerson(ANA)).unwrap();
    scene.lead(Lead::Remove(ANA)).unwrap();
    scene.fact(Fact::Gathered(in_round(meeting(&[ANA, BEN]), Timer::Everybody))).unwrap();
    assert_eq!((scene.seated(), scene.hall.floor().phase()), (vec![LEA, BEN], &Phase::Rest));
}

#[test]
fn whoever_waits_in_the_room_comes_in_with_the_others_and_whoever_waits_elsewhere_is_let_in() {
    let mut scene = Scene::empty();
    scene.knock_as(here(ANA)).unwrap();
    scene.knock(BEN).unwrap();
    scene.fact(Fact::Gathered(meeting(&[BEN, ANA]))).unwrap();
    scene.knock(LEA).unwrap();
    assert_eq!((scene.seated(), scene.waiting()), (vec![LEA, ANA], vec![BEN]));
    assert!(scene.hall.line_of(ANA).is_some());
}

#[test]
fn a_seat_in_the_room_is_no_way_in_from_elsewhere() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    scene.lead(Lead::SeatInPerson(ANA)).unwrap();
    let outputs = scene.knock(ANA).unwrap();
    assert!(is_told(&outputs, To::Leaders, News::Knocked(ANA)));
    assert_eq!((scene.seated(), scene.waiting()), (vec![LEA], vec![ANA]));
    assert!(matches!(scene.hall.view_for(ANA, scene.now), View::Waiting { .. }));
    scene.lead(Lead::Admit(ANA)).unwrap();
    assert!(!scene.hall.sits_in_person(ANA));
    scene.knock_as(here(ANA)).unwrap();
    assert!(scene.hall.sits_in_person(ANA), "from elsewhere into the room there is no second door");
    let outputs = scene.knock(ANA).unwrap();
    assert!(outputs.iter().any(|output| matches!(output, Output::Close(_, Parting::TakenOver))), "{outputs:?}");
    assert_eq!(scene.waiting(), [ANA]);
}

#[test]
fn somebody_who_has_gone_may_come_again_and_nobody_elsewhere_is_seen_to_go() {
    let mut scene = Scene::group();
    scene.lead(Lead::SeatInPerson(Seat(14))).unwrap();
    scene.lead(Lead::Gone(Seat(14))).unwrap();
    assert!(!scene.seated().contains(&Seat(14)) && !scene.hall.is_barred(Seat(14)));
    scene.lead(Lead::SeatInPerson(Seat(14))).unwrap();
    scene.knock_as(here(Seat(14))).unwrap();
    let outputs = scene.lead(Lead::Gone(Seat(14))).unwrap();
    assert!(outputs.iter().any(|output| matches!(output, Output::Close(_, Parting::Left))), "{outputs:?}");
    assert_eq!(scene.lead(Lead::Gone(Seat(14))), Err(Refused::Nobody));
    assert_eq!(scene.lead(Lead::Gone(ANA)), Err(Refused::NotInPerson));
    assert_eq!(scene.lead(Lead::Gone(LEA)), Err(Refused::Members));
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::Gone(BEN))), Err(Refused::Leaders));
}

#[test]
fn those_in_the_room_outlast_a_program_that_is_gone() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    scene.lead(Lead::SeatInPerson(ANA)).unwrap();
    scene.knock_as(here(BEN)).unwrap();
    scene.lead(Lead::Admit(BEN)).unwrap();
    let kept = serde_json::to_string(&scene.hall.outlasting()).unwrap();
    let setup = Setup { meets: floor::hall::Meets::InPerson, ..Setup::starting(STARTS) };
    scene.hall = Hall::again(setup.clone(), serde_json::from_str(&kept).unwrap()).unwrap();
    let twice = serde_json::to_string(&scene.hall.outlasting()).unwrap();
    scene.hall = Hall::again(setup, serde_json::from_str(&twice).unwrap()).unwrap();
    scene.knock(LEA).unwrap();
    assert_eq!(scene.seated(), [LEA, ANA, BEN]);
    assert!(scene.hall.sits_in_person(BEN));
    scene.knock_as(here(BEN)).unwrap();
    assert_eq!(scene.waiting(), []);
}

#[test]
fn what_outlasted_a_hall_of_an_earlier_release_is_read() {
    let earlier = r#"{"seated":[11],"known":[11],"barred":[],"lock":"Open","policy":"Each","late_ms":null}"#;
    let mut scene = Scene::empty();
    scene.hall = Hall::again(Setup::starting(STARTS), serde_json::from_str(earlier).unwrap()).unwrap();
    scene.knock(ANA).unwrap();
    scene.knock(LEA).unwrap();
    assert_eq!(scene.seated(), [LEA, ANA]);
}
