//! Who mutes whom, who takes it back, and whose sound is passed on with turns.

use super::scene::*;
use floor::hall::{Guest, Heard, Lead, Media, Muted, News, Refused, Role, SeatKind, Source, To, Turns, Wish};
use floor::{Order, Plan, Purpose, Request, Timer};

#[test]
fn everybody_comes_in_unheard() {
    let scene = Scene::group();
    assert_eq!(scene.view(ANA).muted, [Muted::Own; 2]);
    assert!(!scene.hears(BEN, ANA));
}

#[test]
fn whoever_leads_mutes_and_only_the_member_takes_it_back() {
    let mut scene = Scene::co_led();
    let outputs = scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    assert_eq!(media(&outputs), [Media::Unmute(ANA, Source::Microphone)]);
    let outputs = scene.lead(Lead::Mute(ANA, Source::Microphone)).unwrap();
    assert!(is_told(&outputs, To::Seat(ANA), News::MutedByLeader(Source::Microphone)));
    assert_eq!(media(&outputs), [Media::Mute(ANA, Source::Microphone)]);
    assert_eq!(scene.view(ANA).muted, [Muted::ByLeader, Muted::Own]);
    for other in [LEA, COE, BEN] {
        scene.own(other, Wish::Unmute(Source::Microphone)).unwrap();
        assert!(!scene.hears(CLEO, ANA));
    }
    scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    assert!(scene.hears(CLEO, ANA));
}

#[test]
fn a_member_mutes_nobody_else() {
    let mut scene = Scene::group();
    scene.own(BEN, Wish::Unmute(Source::Microphone)).unwrap();
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::Mute(BEN, Source::Microphone))), Err(Refused::Leaders));
    scene.own(BEN, Wish::Mute(Source::Microphone)).unwrap();
    assert_eq!(scene.own(BEN, Wish::Mute(Source::Microphone)), Err(Refused::Already));
}

#[test]
fn all_are_muted_but_those_who_lead() {
    let mut scene = Scene::co_led();
    for seat in [LEA, COE, ANA, BEN] {
        scene.own(seat, Wish::Unmute(Source::Microphone)).unwrap();
    }
    let outputs = scene.lead(Lead::MuteAll).unwrap();
    assert_eq!(media(&outputs), [Media::Mute(ANA, Source::Microphone), Media::Mute(BEN, Source::Microphone)]);
    assert!(scene.hears(ANA, COE) && !scene.hears(ANA, BEN));
    assert_eq!(scene.view(CLEO).muted[0], Muted::Own, "whoever was off before is so by themselves");
    assert_eq!(scene.lead(Lead::Mute(COE, Source::Microphone)), Err(Refused::Members));
}

#[test]
fn a_second_device_does_not_unmute() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Unmute(Source::Camera)).unwrap();
    scene.lead(Lead::Mute(ANA, Source::Camera)).unwrap();
    scene.knock(ANA).unwrap();
    assert_eq!(scene.view(ANA).muted[1], Muted::ByLeader);
}

#[test]
fn another_kind_of_seat_and_back_does_not_unmute() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    scene.own(ANA, Wish::TakeKind(SeatKind::TextOnly)).unwrap();
    assert_eq!(scene.own(ANA, Wish::Unmute(Source::Microphone)), Err(Refused::NoSource));
    scene.own(ANA, Wish::TakeKind(SeatKind::Video)).unwrap();
    assert!(!scene.hears(BEN, ANA));
}

#[test]
fn a_seat_with_sound_only_has_no_camera() {
    let mut scene = Scene::open();
    scene.knock(LEA).unwrap();
    scene.knock_as(Guest { kind: SeatKind::AudioOnly, ..guest(ANA) }).unwrap();
    scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    assert_eq!(scene.own(ANA, Wish::Unmute(Source::Camera)), Err(Refused::NoSource));
}

#[test]
fn with_turns_only_the_holder_and_those_who_lead_are_heard() {
    let mut scene = Scene::co_led();
    for seat in [LEA, COE, ANA, BEN] {
        scene.own(seat, Wish::Unmute(Source::Microphone)).unwrap();
    }
    let plan = Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    assert!(scene.hears(CLEO, BEN), "turns are about attention until that is said");
    let outputs = scene.lead(Lead::Hear(Heard::InTurn)).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::HeardInTurn));
    assert_eq!(media(&outputs), [Media::Turns(Turns::Only(vec![LEA, ANA, COE]))]);
    assert!(scene.hears(CLEO, ANA) && scene.hears(CLEO, COE) && !scene.hears(CLEO, BEN));
    scene.own(ANA, Wish::Floor(Request::Finish(ANA))).unwrap();
    assert!(!scene.hears(CLEO, ANA) && scene.hears(CLEO, BEN));
    scene.own(LEA, Wish::Floor(Request::Rest)).unwrap();
    assert!(scene.hears(CLEO, ANA) && scene.hears(CLEO, BEN), "with nothing under way everybody is heard");
    assert_eq!(scene.lead(Lead::Hear(Heard::InTurn)), Err(Refused::Already));
}

#[test]
fn in_a_private_room_one_is_heard_whoever_has_the_turn() {
    let mut scene = Scene::co_led();
    scene.own(BEN, Wish::Unmute(Source::Microphone)).unwrap();
    let plan = Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    scene.lead(Lead::Hear(Heard::InTurn)).unwrap();
    scene.lead(Lead::Private(BEN)).unwrap();
    assert!(scene.hears(LEA, BEN) && !scene.hears(COE, BEN));
}

#[test]
fn the_spotlight_is_for_somebody_with_a_seat_and_goes_with_them() {
    let mut scene = Scene::group();
    assert_eq!(scene.lead(Lead::Spotlight(Some(floor::Seat(99)))), Err(Refused::Nobody));
    let outputs = scene.lead(Lead::Spotlight(Some(ANA))).unwrap();
    assert_eq!(media(&outputs), [Media::Spotlight(Some(ANA))]);
    assert_eq!(scene.lead(Lead::Spotlight(Some(ANA))), Err(Refused::Already));
    let outputs = scene.own(ANA, Wish::Leave).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::Spotlight(None)));
    assert_eq!(media(&outputs), [Media::Close(ANA), Media::Spotlight(None)]);
}

#[test]
fn a_role_leads_or_does_not() {
    assert!(Role::Leader.leads() && Role::CoLeader.leads() && !Role::Member.leads() && !Role::Supervisor.leads());
}

#[test]
fn whoever_waits_to_be_heard_until_it_is_their_turn_can_see_that() {
    let mut scene = Scene::group();
    let waits = |scene: &Scene| [LEA, ANA, BEN].map(|seat| scene.view(seat).waits_for_turn);
    let outputs = scene.lead(Lead::Hear(Heard::InTurn)).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::HeardInTurn));
    assert_eq!((waits(&scene), scene.view(BEN).heard), ([false; 3], Heard::InTurn), "nothing is under way");
    let plan = Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    assert_eq!(waits(&scene), [false, false, true]);
    scene.own(ANA, Wish::Floor(Request::Finish(ANA))).unwrap();
    assert_eq!(waits(&scene), [false, true, false]);
    let outputs = scene.lead(Lead::Hear(Heard::Everybody)).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::HeardAll));
    assert_eq!(waits(&scene), [false; 3]);
}
