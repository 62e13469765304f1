//! The floor within: who may ask for what of it, and what it says to whom.

use super::scene::*;
use floor::hall::{Doing, Lead, News, Refused, Setup, To, Wish};
use floor::{Order, Plan, Purpose, Refusal, Request, Timer};

fn plan() -> Plan {
    Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: Some(MINUTE), timer: Timer::Leaders }
}

fn ask(scene: &mut Scene, seat: floor::Seat, request: Request) -> Answered {
    scene.own(seat, Wish::Floor(request))
}

#[test]
fn members_have_a_place_at_the_floor_and_those_who_lead_take_one() {
    let mut scene = Scene::group();
    assert_eq!(scene.hall.floor().heads(), 3);
    scene.lead(Lead::TakePart).unwrap();
    assert_eq!(scene.lead(Lead::TakePart), Err(Refused::Already));
    assert_eq!(scene.hall.floor().heads(), 4);
    scene.lead(Lead::StandBeside).unwrap();
    assert_eq!(scene.hall.floor().heads(), 3);
}

#[test]
fn the_stick_goes_round_and_each_may_pass_or_wait() {
    let mut scene = Scene::group();
    ask(&mut scene, LEA, Request::Begin(plan())).unwrap();
    ask(&mut scene, ANA, Request::NotReady(ANA)).unwrap();
    ask(&mut scene, BEN, Request::Pass(BEN)).unwrap();
    ask(&mut scene, CLEO, Request::Finish(CLEO)).unwrap();
    let view = scene.view(BEN).floor;
    assert_eq!((view.doing, view.holder, view.over), (Doing::Round(Purpose::Sharing), Some(ANA), vec![BEN, CLEO]));
    assert!(!scene.view(ANA).floor.may_put_off && scene.view(BEN).floor.may_put_off);
}

#[test]
fn a_member_asks_for_their_own_turn_only_and_whoever_leads_for_all() {
    let mut scene = Scene::group();
    assert_eq!(ask(&mut scene, ANA, Request::Begin(plan())), Err(Refused::Floor(Refusal::Leaders)));
    ask(&mut scene, LEA, Request::Begin(plan())).unwrap();
    assert_eq!(ask(&mut scene, BEN, Request::Finish(ANA)), Err(Refused::Floor(Refusal::Leaders)));
    ask(&mut scene, LEA, Request::Give(CLEO)).unwrap();
    ask(&mut scene, LEA, Request::Move(BEN, 0)).unwrap();
    assert_eq!(scene.view(ANA).floor.ahead, [BEN, ANA]);
}

#[test]
fn coming_and_going_is_not_asked_of_the_floor() {
    let mut scene = Scene::group();
    for request in
        [Request::Arrive(ANA), Request::Lose(ANA), Request::StepAside(ANA), Request::Leave(ANA), Request::End]
    {
        assert_eq!(ask(&mut scene, ANA, request), Err(Refused::ByItself));
        assert_eq!(ask(&mut scene, LEA, request), Err(Refused::ByItself));
    }
}

#[test]
fn a_drawn_order_is_the_same_for_the_same_seed() {
    let order = |seed| {
        let mut scene = Scene::group();
        ask(&mut scene, LEA, Request::Begin(Plan { order: Order::Drawn(seed), ..plan() })).unwrap();
        (scene.view(ANA).floor.holder, scene.view(ANA).floor.ahead)
    };
    assert_eq!(order(7), order(7));
    assert!((0..20).any(|seed| order(seed) != order(7)));
}

#[test]
fn a_time_for_those_who_lead_is_told_to_them_alone() {
    let mut scene = Scene::group();
    ask(&mut scene, LEA, Request::Begin(plan())).unwrap();
    let outputs = scene.wait(MINUTE);
    assert_eq!(told(&outputs), [(&To::Leaders, &News::Floor(floor::Output::TimeUp(ANA)))]);
    assert_eq!(scene.view(ANA).floor.time, None);
    assert_eq!(scene.view(LEA).floor.time.unwrap().left_ms, Some(0));
    let outputs = ask(&mut scene, LEA, Request::Add(MINUTE)).unwrap();
    assert_eq!(told(&outputs), [(&To::Leaders, &News::Floor(floor::Output::Added(ANA, MINUTE)))]);
}

#[test]
fn a_format_can_keep_the_time_from_members_for_good() {
    let mut scene = Scene::of(Setup { timer: Timer::Leaders, ..Setup::starting(STARTS) });
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    scene.lead(Lead::AdmitAll).unwrap();
    let seen = Plan { timer: Timer::Everybody, ..plan() };
    assert_eq!(ask(&mut scene, LEA, Request::Begin(seen)), Err(Refused::TimerHidden));
    assert_eq!(ask(&mut scene, LEA, Request::Discuss(None, Timer::Everybody)), Err(Refused::TimerHidden));
    ask(&mut scene, LEA, Request::Begin(plan())).unwrap();
}

#[test]
fn hands_are_in_their_order_with_how_long_they_wait() {
    let mut scene = Scene::group();
    ask(&mut scene, CLEO, Request::Raise(CLEO)).unwrap();
    scene.now += 5 * SECOND;
    ask(&mut scene, ANA, Request::Raise(ANA)).unwrap();
    scene.now += 2 * SECOND;
    assert_eq!(scene.view(BEN).floor.hands, [(CLEO, 7 * SECOND), (ANA, 2 * SECOND)]);
    ask(&mut scene, LEA, Request::Discuss(None, Timer::Leaders)).unwrap();
    assert_eq!(scene.view(BEN).floor.holder, Some(CLEO));
}

#[test]
fn whoever_goes_takes_their_turn_with_them() {
    let mut scene = Scene::group();
    ask(&mut scene, LEA, Request::Begin(plan())).unwrap();
    scene.own(ANA, Wish::Leave).unwrap();
    assert_eq!(scene.view(LEA).floor.holder, Some(BEN));
}
