//! Lines: one seat one line, broken lines, second devices.

use super::scene::*;
use floor::hall::{
    Call, Fact, Flow, Guest, Media, News, Output, Parting, Refused, Role, SeatKind, Source, To, Where, Wish,
};

#[test]
fn a_second_device_takes_over_and_the_first_is_told() {
    let mut scene = Scene::group();
    let first = scene.hall.line_of(ANA).unwrap();
    let outputs = scene.knock(ANA).unwrap();
    assert!(outputs.contains(&Output::Close(first, Parting::TakenOver)), "{outputs:?}");
    assert_eq!(media(&outputs), [Media::Cut(ANA)], "the first device's media end");
    assert_eq!(scene.seated(), [LEA, ANA, BEN, CLEO]);
    assert_eq!(scene.call(Call::over(first, Wish::Moment)), Err(Refused::NoSeat));
    let second = scene.hall.line_of(ANA).unwrap();
    scene.call(Call::over(second, Wish::Moment)).unwrap();
}

#[test]
fn a_second_device_takes_over_at_the_door_too() {
    let mut scene = Scene::empty();
    scene.knock(ANA).unwrap();
    let first = scene.hall.line_of(ANA).unwrap();
    let outputs = scene.knock(ANA).unwrap();
    assert!(outputs.contains(&Output::Close(first, Parting::TakenOver)), "{outputs:?}");
    assert_eq!(scene.waiting(), [ANA]);
}

#[test]
fn the_first_devices_end_does_not_end_the_second() {
    let mut scene = Scene::group();
    let first = scene.hall.line_of(ANA).unwrap();
    scene.knock(ANA).unwrap();
    assert_eq!(scene.fact(Fact::LineLost(first)).unwrap(), []);
    scene.wait(MINUTE);
    assert!(scene.seated().contains(&ANA));
}

#[test]
fn a_seat_keeps_its_part() {
    let mut scene = Scene::group();
    assert_eq!(scene.knock_as(Guest { role: Role::Leader, ..guest(ANA) }), Err(Refused::OtherRole));
}

#[test]
fn a_lines_number_is_of_one_line() {
    let mut scene = Scene::group();
    let line = scene.hall.line_of(ANA).unwrap();
    assert_eq!(scene.fact(Fact::Knock(line, guest(BEN))), Err(Refused::LineInUse));
    assert_eq!(scene.fact(Fact::Resume(line, ANA)), Err(Refused::LineInUse));
}

#[test]
fn a_broken_line_keeps_the_seat_for_half_a_minute() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    let outputs = scene.lose(ANA);
    assert!(is_told(&outputs, To::Everybody, News::Away(ANA)));
    assert_eq!(media(&outputs), [], "the media may go on");
    assert_eq!(scene.hall.due_ms(), Some(scene.now + 30 * SECOND));
    scene.wait(30 * SECOND - 1);
    let outputs = scene.resume(ANA).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::Back(ANA)));
    assert_eq!(media(&outputs), []);
    assert_eq!((scene.seated(), scene.hears(BEN, ANA)), (vec![LEA, ANA, BEN, CLEO], true));
}

#[test]
fn a_seat_is_free_when_its_line_does_not_come_back() {
    let mut scene = Scene::group();
    scene.lose(ANA);
    let outputs = scene.wait(30 * SECOND);
    assert!(is_told(&outputs, To::Everybody, News::Left(ANA)) && media(&outputs) == [Media::Close(ANA)], "{outputs:?}");
    assert_eq!(scene.resume(ANA), Err(Refused::Nobody));
}

#[test]
fn lost_media_keep_the_seat() {
    let mut scene = Scene::group();
    scene.fact(Fact::Media(ANA, Flow::Down)).unwrap();
    assert_eq!(scene.lead_view().seats[1].silent_since_ms, Some(scene.now));
    scene.wait(5 * MINUTE);
    assert!(scene.seated().contains(&ANA));
    scene.fact(Fact::Media(ANA, Flow::Up)).unwrap();
    assert_eq!(scene.lead_view().seats[1].silent_since_ms, None);
    assert_eq!(scene.fact(Fact::Media(floor::Seat(99), Flow::Up)), Err(Refused::Nobody));
}

#[test]
fn a_phone_that_sleeps_does_not_take_somebody_out_of_the_room_they_sit_in() {
    let mut scene = Scene::open();
    scene.knock(LEA).unwrap();
    scene.knock_as(Guest { kind: SeatKind::InPerson, ..guest(ANA) }).unwrap();
    assert_eq!(scene.lose(ANA), []);
    scene.wait(10 * MINUTE);
    let ana = scene.view(LEA).people[1];
    assert_eq!((ana.seat, ana.place), (ANA, Where::Here));
    scene.resume(ANA).unwrap();
}

#[test]
fn a_place_among_those_who_wait_is_not_kept() {
    let mut scene = Scene::empty();
    scene.knock(ANA).unwrap();
    scene.lose(ANA);
    assert_eq!(scene.waiting(), []);
}

#[test]
fn what_is_told_finds_its_lines() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    let line = |seat| scene.hall.line_of(seat).unwrap();
    assert_eq!(scene.hall.lines_of(&To::Everybody), [line(LEA)], "whoever waits is not in");
    assert_eq!(scene.hall.lines_of(&To::Leaders), [line(LEA)]);
    assert_eq!(scene.hall.lines_of(&To::Seat(ANA)), [line(ANA)]);
    assert_eq!(scene.hall.lines_of(&To::Seats(vec![ANA, BEN, LEA])), [line(ANA), line(LEA)]);
}

#[test]
fn order_and_hands_survive_a_broken_line() {
    use floor::{Order, Plan, Purpose, Request, Timer};
    let mut scene = Scene::group();
    let plan = Plan { purpose: Purpose::CheckIn, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    scene.own(CLEO, Wish::Floor(Request::Raise(CLEO))).unwrap();
    let before = (scene.view(LEA).floor.ahead, scene.view(LEA).floor.holder);
    for seat in [ANA, BEN, CLEO] {
        scene.lose(seat);
    }
    scene.wait(20 * SECOND);
    for seat in [CLEO, ANA, BEN] {
        scene.resume(seat).unwrap();
    }
    let after = scene.view(LEA).floor;
    assert_eq!((after.ahead, after.holder), before);
    assert_eq!(after.hands, [(CLEO, 20 * SECOND)]);
}
