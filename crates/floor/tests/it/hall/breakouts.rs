//! Breakouts: plan, time, messages, help, back to all.

use super::scene::*;
use floor::hall::{
    BREAKOUTS_MAX, Channel, Circle, Fact, Home, Lead, Media, News, Refused, Signal, Source, To, Where, Whither, Wish,
};
use floor::{Order, Plan, Purpose, Request, Seat, Timer};

fn pairs() -> Scene {
    let mut scene = Scene::co_led();
    scene.knock(Seat(14)).unwrap();
    scene.fact(Fact::Prepare(vec![vec![ANA, BEN], vec![CLEO, Seat(14), Seat(15)]])).unwrap();
    for seat in [LEA, ANA, BEN, CLEO, Seat(14)] {
        scene.own(seat, Wish::Unmute(Source::Microphone)).unwrap();
    }
    scene
}

fn open() -> Scene {
    let mut scene = pairs();
    scene.lead(Lead::OpenBreakouts(10 * MINUTE)).unwrap();
    scene
}

#[test]
fn nobody_outside_a_breakout_hears_it() {
    let mut scene = pairs();
    let outputs = scene.lead(Lead::OpenBreakouts(10 * MINUTE)).unwrap();
    let moves = vec![(ANA, Circle(1)), (BEN, Circle(1)), (CLEO, Circle(2)), (Seat(14), Circle(2))];
    assert_eq!(media(&outputs), [Media::Move(moves)], "all at once");
    assert!(is_told(&outputs, To::Seat(ANA), News::Moved(Whither::Home(Home::Breakout(0)))));
    assert!(scene.hears(ANA, BEN) && scene.hears(CLEO, Seat(14)));
    for (listener, speaker) in [(CLEO, ANA), (ANA, CLEO), (LEA, ANA), (ANA, LEA), (COE, CLEO)] {
        assert!(!scene.hears(listener, speaker), "{listener:?} hears {speaker:?}");
    }
}

#[test]
fn breakouts_warn_a_minute_before_and_end_by_themselves() {
    let mut scene = open();
    assert_eq!(scene.wait(9 * MINUTE - 1), []);
    assert!(is_told(&scene.wait(1), To::Everybody, News::BreakoutsEndSoon));
    let outputs = scene.wait(MINUTE);
    assert!(is_told(&outputs, To::Everybody, News::BreakoutsOver));
    assert!(scene.hears(CLEO, ANA) && scene.view(ANA).breakouts.is_none());
}

#[test]
fn breakouts_can_last_longer() {
    let mut scene = open();
    scene.wait(9 * MINUTE + 30 * SECOND);
    let outputs = scene.lead(Lead::ExtendBreakouts(5 * MINUTE)).unwrap();
    let ends = STARTS + 15 * MINUTE;
    assert!(is_told(&outputs, To::Everybody, News::BreakoutsExtended(ends)));
    assert!(is_told(&scene.wait(4 * MINUTE + 30 * SECOND), To::Everybody, News::BreakoutsEndSoon), "once more");
    assert_eq!(scene.view(ANA).breakouts.unwrap().ends_ms, ends);
    assert_eq!(scene.lead(Lead::ExtendBreakouts(1)), Err(Refused::Bounds));
    assert_eq!(scene.lead(Lead::ExtendBreakouts(60 * MINUTE)), Err(Refused::Bounds));
}

#[test]
fn whoever_leads_brings_everybody_back() {
    let mut scene = open();
    scene.lead(Lead::BackToAll).unwrap();
    assert!(scene.hears(CLEO, ANA));
    assert_eq!(scene.lead(Lead::BackToAll), Err(Refused::BreakoutsClosed));
    assert_eq!(scene.lead(Lead::ExtendBreakouts(MINUTE)), Err(Refused::BreakoutsClosed));
    scene.lead(Lead::OpenBreakouts(MINUTE)).unwrap();
    assert!(!scene.hears(CLEO, ANA), "the plan is kept");
}

#[test]
fn whoever_comes_late_goes_where_the_plan_says() {
    let mut scene = open();
    scene.knock(Seat(15)).unwrap();
    assert_eq!(scene.view(Seat(15)).home, Home::Breakout(1));
    scene.knock(Seat(16)).unwrap();
    assert_eq!(scene.view(Seat(16)).home, Home::Room);
    scene.lead(Lead::Assign(Seat(16), Some(0))).unwrap();
    assert!(scene.hears(Seat(16), ANA));
    assert_eq!(scene.lead(Lead::Assign(Seat(16), Some(0))), Err(Refused::Already));
    assert_eq!(scene.lead(Lead::Assign(Seat(16), Some(2))), Err(Refused::NoBreakout));
    assert_eq!(scene.lead(Lead::Assign(Seat(17), Some(1))), Err(Refused::Nobody));
}

#[test]
fn a_broken_line_resumes_in_its_breakout() {
    let mut scene = open();
    scene.lose(ANA);
    scene.resume(ANA).unwrap();
    assert!(scene.hears(BEN, ANA) && !scene.hears(LEA, ANA));
}

#[test]
fn whoever_leads_looks_in() {
    let mut scene = open();
    scene.lead(Lead::Visit(Some(1))).unwrap();
    assert!(scene.hears(LEA, CLEO) && scene.hears(CLEO, LEA) && !scene.hears(LEA, ANA));
    scene.lead(Lead::Visit(None)).unwrap();
    assert!(!scene.hears(LEA, CLEO));
    scene.lead(Lead::BackToAll).unwrap();
    assert_eq!(scene.lead(Lead::Visit(Some(0))), Err(Refused::BreakoutsClosed));
}

#[test]
fn a_message_goes_to_every_breakout() {
    let mut scene = open();
    scene.own(LEA, Wish::Write(Channel::Breakouts, "two more minutes".to_owned())).unwrap();
    for seat in [ANA, CLEO, LEA, COE] {
        assert_eq!(scene.view(seat).lines[0].words, "two more minutes");
    }
    assert_eq!(scene.own(ANA, Wish::Write(Channel::Breakouts, "hello".to_owned())), Err(Refused::Leaders));
    scene.lead(Lead::BackToAll).unwrap();
    let closed = scene.own(LEA, Wish::Write(Channel::Breakouts, "hello".to_owned()));
    assert_eq!(closed, Err(Refused::BreakoutsClosed));
}

#[test]
fn a_call_for_help_says_where_from() {
    let mut scene = open();
    scene.own(CLEO, Wish::Signal(Signal::Help)).unwrap();
    let lead = scene.lead_view();
    let seat = lead.seats.iter().find(|seat| seat.seat == lead.raised[0].seat).unwrap();
    assert_eq!((seat.seat, seat.home), (CLEO, Home::Breakout(1)));
}

#[test]
fn the_others_are_elsewhere_and_not_away() {
    let scene = open();
    let places: Vec<Where> = scene.view(ANA).people.into_iter().map(|person| person.place).collect();
    let [here, elsewhere] = [Where::Here, Where::Elsewhere];
    assert_eq!(places, [elsewhere, here, here, elsewhere, elsewhere, elsewhere]);
}

#[test]
fn what_is_under_way_ends_and_waits_for_the_end_of_breakouts() {
    let mut scene = pairs();
    let plan = Plan { purpose: Purpose::CheckIn, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    let outputs = scene.lead(Lead::OpenBreakouts(10 * MINUTE)).unwrap();
    assert!(is_told(&outputs, To::Everybody, News::Floor(floor::Output::Rested)));
    assert_eq!(scene.own(LEA, Wish::Floor(Request::Begin(plan))), Err(Refused::BreakoutsOpen));
    assert_eq!(scene.lead(Lead::Prepare(vec![])), Err(Refused::BreakoutsOpen));
    assert_eq!(scene.lead(Lead::OpenBreakouts(MINUTE)), Err(Refused::BreakoutsOpen));
}

#[test]
fn a_plan_holds_everybody_once_and_has_a_most() {
    let mut scene = Scene::group();
    let refused = Err(Refused::Plan);
    assert_eq!(scene.lead(Lead::OpenBreakouts(MINUTE)), refused, "there is none");
    assert_eq!(scene.lead(Lead::Prepare(vec![vec![ANA], vec![]])), refused);
    assert_eq!(scene.lead(Lead::Prepare(vec![vec![ANA], vec![BEN, ANA]])), refused);
    let many = (0..=BREAKOUTS_MAX as u128).map(|number| vec![Seat(100 + number)]).collect();
    assert_eq!(scene.fact(Fact::Prepare(many)), refused);
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::Prepare(vec![vec![ANA]]))), Err(Refused::Leaders));
    scene.lead(Lead::Prepare(vec![vec![ANA, BEN]])).unwrap();
    assert_eq!(scene.lead(Lead::OpenBreakouts(MINUTE - 1)), Err(Refused::Bounds));
    assert_eq!(scene.lead(Lead::OpenBreakouts(61 * MINUTE)), Err(Refused::Bounds));
}

#[test]
fn a_moment_in_a_breakout_ends_there_or_with_all() {
    let mut scene = open();
    scene.own(ANA, Wish::Moment).unwrap();
    assert!(!scene.hears(BEN, ANA));
    scene.own(ANA, Wish::Return).unwrap();
    assert!(scene.hears(BEN, ANA));
    scene.own(ANA, Wish::Moment).unwrap();
    let outputs = scene.lead(Lead::BackToAll).unwrap();
    assert!(!is_told(&outputs, To::Seat(ANA), News::Moved(Whither::Home(Home::Room))), "not out of the quiet room");
    scene.own(ANA, Wish::Return).unwrap();
    assert!(scene.hears(CLEO, ANA));
}
