//! Nobody who leads is here: it holds, goes on with them, or ends.

use super::scene::*;
use floor::hall::{
    Ending, Guest, Lead, News, Output, Parting, Policy, Refused, SeatKind, Setup, Stage, To, View, Wish,
};
use floor::{Order, Plan, Purpose, Request, Timer};

const HOLD: u64 = 10 * MINUTE;

#[test]
fn it_holds_when_the_last_who_leads_drops_and_goes_on_when_they_are_back() {
    let mut scene = Scene::group();
    let outputs = scene.lose(LEA);
    let until = scene.now + HOLD;
    assert!(is_told(&outputs, To::Everybody, News::Unled(until)), "{outputs:?}");
    assert_eq!(scene.hall.stage(), Stage::Unled { until_ms: until });
    assert_eq!(scene.seated(), [LEA, ANA, BEN, CLEO]);
    scene.now += 20 * SECOND;
    let outputs = scene.resume(LEA).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::Led));
    assert_eq!(scene.hall.stage(), Stage::Led);
}

#[test]
fn whoever_led_comes_back_after_their_seat_was_free() {
    let mut scene = Scene::group();
    scene.lose(LEA);
    scene.wait(5 * MINUTE);
    assert_eq!(scene.seated(), [ANA, BEN, CLEO]);
    scene.knock(LEA).unwrap();
    assert_eq!(scene.hall.stage(), Stage::Led);
    scene.wait(HOLD);
    assert!(!scene.hall.is_over());
}

#[test]
fn it_does_not_hold_while_another_leads() {
    let mut scene = Scene::co_led();
    scene.lose(LEA);
    scene.wait(2 * HOLD);
    assert_eq!(scene.hall.stage(), Stage::Led);
}

#[test]
fn nobody_new_comes_in_while_nobody_leads() {
    let mut scene = Scene::group();
    scene.lose(LEA);
    scene.knock(floor::Seat(14)).unwrap();
    assert_eq!(scene.waiting(), [floor::Seat(14)]);
    assert_eq!(scene.lead(Lead::Admit(floor::Seat(14))), Err(Refused::Unled));
    assert_eq!(scene.lead(Lead::SeatInPerson(floor::Seat(15))), Err(Refused::Unled));
    scene.lose(ANA);
    scene.resume(ANA).unwrap();
    scene.resume(LEA).unwrap();
    assert_eq!(scene.seated(), [LEA, ANA, BEN, CLEO, floor::Seat(14)]);
}

#[test]
fn it_ends_safely_when_nobody_who_leads_comes_back() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Write(floor::hall::Channel::All, "hello".to_owned())).unwrap();
    scene.lose(LEA);
    let outputs = scene.wait(HOLD);
    assert_eq!(scene.hall.stage(), Stage::Over(Ending::Unled));
    assert!(is_told(&outputs, To::Everybody, News::Ended(Ending::Unled)));
    let closed = outputs.iter().filter(|output| matches!(output, Output::Close(_, Parting::Ended))).count();
    assert_eq!(closed, 3);
    assert_eq!(scene.hall.view_for(ANA, scene.now), View::Over(Ending::Unled));
    assert_eq!(scene.knock(LEA), Err(Refused::Over));
}

#[test]
fn the_time_of_a_turn_stands_still_while_nobody_leads() {
    let mut scene = Scene::group();
    let plan = Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: Some(MINUTE), timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    scene.wait(10 * SECOND);
    scene.lose(LEA);
    scene.wait(5 * MINUTE);
    assert_eq!(scene.view(ANA).floor.time.unwrap().left_ms, Some(50 * SECOND));
    scene.knock(LEA).unwrap();
    scene.wait(10 * SECOND);
    assert_eq!(scene.view(ANA).floor.time.unwrap().left_ms, Some(40 * SECOND));
}

#[test]
fn a_leader_who_looks_in_early_and_goes_leaves_it_as_it_was() {
    let mut scene = Scene::empty();
    scene.now = 0;
    scene.knock(LEA).unwrap();
    scene.own(LEA, Wish::Leave).unwrap();
    assert_eq!(scene.hall.stage(), Stage::Before);
    scene.wait(5 * STARTS);
    assert!(!scene.hall.is_over());
}

#[test]
fn it_holds_from_the_beginning_on_where_somebody_was_let_in_early() {
    let mut scene = Scene::of(Setup { policy: Policy::Expected, ..Setup::starting(STARTS) });
    scene.now = 0;
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    scene.own(LEA, Wish::Leave).unwrap();
    assert_eq!(scene.hall.stage(), Stage::Unled { until_ms: STARTS + HOLD });
}

#[test]
fn a_leader_who_sits_in_the_room_leads_without_a_phone() {
    let mut scene = Scene::open();
    scene.knock_as(Guest { kind: SeatKind::InPerson, ..guest(LEA) }).unwrap();
    scene.lose(LEA);
    assert_eq!(scene.hall.stage(), Stage::Led);
}

#[test]
fn the_end_is_for_those_who_lead() {
    let mut scene = Scene::group();
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::End)), Err(Refused::Leaders));
    scene.lead(Lead::End).unwrap();
    assert_eq!(scene.hall.stage(), Stage::Over(Ending::Ended));
    assert_eq!(scene.lead(Lead::End), Err(Refused::Over));
    assert_eq!(scene.hall.due_ms(), None);
}
