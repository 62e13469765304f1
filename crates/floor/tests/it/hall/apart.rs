//! The quiet room and private talks.

use super::scene::*;
use floor::hall::{Apart, Circle, Lead, Media, News, Refused, Source, To, Where, Whither, Wish};
use floor::{Order, Plan, Purpose, Request, Timer};

fn place(scene: &Scene, viewer: floor::Seat, of: floor::Seat) -> Where {
    scene.view(viewer).people.into_iter().find(|person| person.seat == of).unwrap().place
}

#[test]
fn in_the_quiet_room_one_is_alone_and_keeps_the_seat() {
    let mut scene = Scene::group();
    for seat in [ANA, BEN] {
        scene.own(seat, Wish::Unmute(Source::Microphone)).unwrap();
    }
    let outputs = scene.own(ANA, Wish::Moment).unwrap();
    assert!(is_told(&outputs, To::Leaders, News::Moment(ANA)) && is_told(&outputs, To::Everybody, News::Away(ANA)));
    assert!(!scene.hears(BEN, ANA) && !scene.hears(ANA, BEN));
    scene.own(BEN, Wish::Moment).unwrap();
    assert!(!scene.hears(BEN, ANA), "two in the quiet room are each alone");
    assert_eq!(scene.seated(), [LEA, ANA, BEN, CLEO]);
    scene.own(ANA, Wish::Return).unwrap();
    scene.own(BEN, Wish::Return).unwrap();
    assert!(scene.hears(BEN, ANA));
    assert_eq!(scene.own(BEN, Wish::Return), Err(Refused::NotApart));
}

#[test]
fn only_those_who_lead_know_why_somebody_is_away() {
    let mut scene = Scene::co_led();
    scene.own(ANA, Wish::Moment).unwrap();
    assert_eq!((place(&scene, BEN, ANA), scene.view(ANA).apart), (Where::Away, Some(Apart::Quiet)));
    assert_eq!(scene.lead_view().seats[1].apart, Some(Apart::Quiet));
}

#[test]
fn a_turn_waits_for_whoever_needs_a_moment() {
    let mut scene = Scene::group();
    let plan = Plan { purpose: Purpose::CheckIn, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    scene.own(ANA, Wish::Moment).unwrap();
    let floor = scene.view(BEN).floor;
    assert_eq!((floor.holder, floor.ahead), (Some(BEN), vec![CLEO, ANA]));
}

#[test]
fn a_moment_is_not_ended_by_a_broken_line() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Moment).unwrap();
    scene.lose(ANA);
    assert_eq!(scene.own(ANA, Wish::Return), Err(Refused::Lost));
    let outputs = scene.resume(ANA).unwrap();
    assert!(!is_told(&outputs, To::Everybody, News::Back(ANA)));
    assert_eq!(scene.view(ANA).apart, Some(Apart::Quiet));
}

#[test]
fn a_private_talk_is_between_two_while_somebody_else_who_leads_holds_the_group() {
    let mut scene = Scene::co_led();
    for seat in [LEA, COE, ANA, BEN] {
        scene.own(seat, Wish::Unmute(Source::Microphone)).unwrap();
    }
    let outputs = scene.lead(Lead::Private(ANA)).unwrap();
    assert!(is_told(&outputs, To::Seat(ANA), News::Moved(Whither::Private(LEA))));
    let [Media::Move(moved)] = &media(&outputs)[..] else { panic!("{outputs:?}") };
    assert!(moved.len() == 2 && moved[0].1 == moved[1].1 && moved[0].1 != Circle::ROOM, "{moved:?}");
    assert!(scene.hears(LEA, ANA) && scene.hears(ANA, LEA) && scene.hears(BEN, COE));
    for (listener, speaker) in [(BEN, ANA), (ANA, BEN), (COE, ANA), (BEN, LEA), (ANA, COE)] {
        assert!(!scene.hears(listener, speaker), "{listener:?} hears {speaker:?}");
    }
    assert_eq!((place(&scene, BEN, ANA), place(&scene, BEN, LEA)), (Where::Away, Where::Away));
}

#[test]
fn a_private_talk_needs_somebody_who_holds_the_group() {
    let mut scene = Scene::group();
    assert_eq!(scene.lead(Lead::Private(ANA)), Err(Refused::NobodyHolds));
    scene.knock(COE).unwrap();
    scene.own(COE, Wish::Moment).unwrap();
    assert_eq!(scene.lead(Lead::Private(ANA)), Err(Refused::NobodyHolds));
    scene.own(COE, Wish::Return).unwrap();
    scene.lead(Lead::Private(ANA)).unwrap();
    assert_eq!(scene.own(COE, Wish::Lead(Lead::Private(BEN))), Err(Refused::NobodyHolds));
    assert_eq!(scene.own(COE, Wish::Lead(Lead::Private(ANA))), Err(Refused::Apart));
}

#[test]
fn a_private_talk_is_with_a_member_who_is_in_reach() {
    let mut scene = Scene::co_led();
    assert_eq!(scene.lead(Lead::Private(COE)), Err(Refused::Members));
    assert_eq!(scene.lead(Lead::Private(floor::Seat(99))), Err(Refused::Nobody));
    scene.lose(ANA);
    assert_eq!(scene.lead(Lead::Private(ANA)), Err(Refused::Lost));
    scene.lead(Lead::Private(BEN)).unwrap();
    assert_eq!(scene.lead(Lead::Private(CLEO)), Err(Refused::Apart));
}

#[test]
fn a_private_talk_ends_for_both_whoever_ends_it() {
    for ends in [LEA, ANA] {
        let mut scene = Scene::co_led();
        scene.lead(Lead::Private(ANA)).unwrap();
        let outputs = scene.own(ends, Wish::Return).unwrap();
        assert!(is_told(&outputs, To::Everybody, News::Back(ANA)) && is_told(&outputs, To::Everybody, News::Back(LEA)));
        assert_eq!((scene.view(ANA).apart, scene.view(LEA).apart), (None, None));
    }
}

#[test]
fn whoever_is_left_alone_in_a_private_room_is_back() {
    let mut scene = Scene::co_led();
    scene.lead(Lead::Private(ANA)).unwrap();
    scene.lose(LEA);
    assert_eq!(scene.view(ANA).apart, Some(Apart::With(LEA)), "the seat is kept for a while");
    scene.wait(30 * SECOND);
    assert_eq!((place(&scene, BEN, ANA), scene.view(ANA).apart), (Where::Here, None));
    let mut scene = Scene::co_led();
    scene.lead(Lead::Private(ANA)).unwrap();
    scene.own(ANA, Wish::Leave).unwrap();
    assert_eq!(scene.view(LEA).apart, None);
}

#[test]
fn somebody_in_the_quiet_room_can_be_met_there() {
    let mut scene = Scene::co_led();
    scene.own(ANA, Wish::Moment).unwrap();
    let outputs = scene.lead(Lead::Private(ANA)).unwrap();
    assert!(!is_told(&outputs, To::Everybody, News::Away(ANA)), "they were away before");
    scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    assert!(scene.hears(LEA, ANA));
}

#[test]
fn those_who_lead_learn_when_nobody_of_them_is_with_the_group() {
    let mut scene = Scene::co_led();
    scene.lead(Lead::Private(ANA)).unwrap();
    let outputs = scene.lose(COE);
    assert!(is_told(&outputs, To::Leaders, News::NobodyHolds));
    assert_eq!(scene.lead_view().unheld_since_ms, Some(scene.now));
    scene.own(LEA, Wish::Return).unwrap();
    assert_eq!(scene.lead_view().unheld_since_ms, None);
}
