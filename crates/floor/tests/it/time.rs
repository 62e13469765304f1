//! The time of a turn: told once, added to, standing still, and never an end by itself.

use floor::{ADDED_MS_MAX, Input, Output, Plan, Refusal, Request, TURN_MS_MAX, TURN_MS_MIN, Timer};

use crate::table::{ANA, BEN, lead_at, own, plan, round, three};

#[test]
fn the_time_is_told_once_and_cuts_nobody_off() {
    let mut floor = round();
    assert_eq!(floor.due_ms(), Some(120_000));
    assert_eq!(floor.poll(119_999), []);
    assert_eq!(floor.poll(120_000), [Output::TimeUp(ANA)]);
    assert_eq!((floor.poll(500_000), floor.due_ms()), (vec![], None));
    assert_eq!(floor.holder(), Some(ANA));
    assert_eq!(floor.turn().unwrap().left_ms(500_000), Some(0));
}

#[test]
fn a_request_tells_of_time_that_ran_out_before_it() {
    let mut floor = round();
    let outputs = floor.handle(Input::of(BEN, Request::Raise(BEN)), 130_000).unwrap();
    assert_eq!(outputs, [Output::TimeUp(ANA), Output::HandUp(BEN)]);
}

#[test]
fn a_request_that_comes_to_nothing_leaves_the_time_to_be_told() {
    let mut floor = round();
    assert_eq!(floor.handle(Input::of(BEN, Request::Finish(BEN)), 130_000), Err(Refusal::NotHolder));
    assert_eq!(floor.poll(130_000), [Output::TimeUp(ANA)]);
}

#[test]
fn added_time_counts_from_now_when_the_time_was_up() {
    let mut floor = round();
    floor.poll(125_000);
    assert_eq!(lead_at(&mut floor, Request::Add(60_000), 125_000).unwrap(), [Output::Added(ANA, 60_000)]);
    assert_eq!(floor.turn().unwrap().left_ms(125_000), Some(60_000));
    assert_eq!(floor.poll(185_000), [Output::TimeUp(ANA)]);
}

#[test]
fn paused_time_does_not_count() {
    let mut floor = round();
    lead_at(&mut floor, Request::Pause, 20_000).unwrap();
    assert_eq!((floor.turn().unwrap().left_ms(900_000), floor.due_ms()), (Some(100_000), None));
    assert_eq!(lead_at(&mut floor, Request::Pause, 20_000), Err(Refusal::Paused));
    lead_at(&mut floor, Request::Resume, 900_000).unwrap();
    assert_eq!(floor.due_ms(), Some(1_000_000));
    assert_eq!(lead_at(&mut floor, Request::Resume, 900_000), Err(Refusal::Running));
}

#[test]
fn a_turn_that_begins_in_a_pause_waits_for_its_end() {
    let mut floor = round();
    lead_at(&mut floor, Request::Pause, 20_000).unwrap();
    own(&mut floor, ANA, Request::Finish(ANA)).unwrap();
    assert_eq!(floor.turn().unwrap().left_ms(800_000), Some(120_000));
    lead_at(&mut floor, Request::Resume, 800_000).unwrap();
    assert_eq!(floor.turn().unwrap().left_ms(810_000), Some(110_000));
}

#[test]
fn a_turn_that_was_broken_off_goes_on_with_what_was_left() {
    let mut floor = round();
    lead_at(&mut floor, Request::Give(BEN), 30_000).unwrap();
    assert_eq!(floor.turn().unwrap().left_ms(30_000), Some(120_000));
    floor.handle(Input::of(BEN, Request::Finish(BEN)), 50_000).unwrap();
    assert_eq!((floor.holder(), floor.turn().unwrap().left_ms(50_000)), (Some(ANA), Some(90_000)));
}

#[test]
fn lengths_have_bounds() {
    for turn_ms in [0, TURN_MS_MIN - 1, TURN_MS_MAX + 1, u64::MAX] {
        let plan = Plan { turn_ms: Some(turn_ms), ..plan() };
        assert_eq!(lead_at(&mut three(), Request::Begin(plan), 0), Err(Refusal::Length));
        let discuss = Request::Discuss(Some(turn_ms), Timer::Leaders);
        assert_eq!(lead_at(&mut three(), discuss, 0), Err(Refusal::Length));
    }
    for ms in [0, ADDED_MS_MAX + 1, u64::MAX] {
        assert_eq!(lead_at(&mut round(), Request::Add(ms), 0), Err(Refusal::Length));
    }
    assert_eq!(lead_at(&mut three(), Request::Add(60_000), 0), Err(Refusal::NoTurn));
}

#[test]
fn a_turn_without_an_end_is_never_up() {
    let mut floor = three();
    lead_at(&mut floor, Request::Begin(Plan { turn_ms: None, timer: Timer::Leaders, ..plan() }), 0).unwrap();
    assert_eq!((floor.poll(u64::MAX), floor.due_ms(), floor.timer()), (vec![], None, Timer::Leaders));
    assert_eq!(lead_at(&mut floor, Request::Add(60_000), 0), Err(Refusal::Endless));
}

#[test]
fn a_clock_that_goes_back_breaks_nothing() {
    let mut floor = three();
    lead_at(&mut floor, Request::Begin(plan()), 1_000_000).unwrap();
    assert_eq!(floor.turn().unwrap().left_ms(10), Some(120_000));
    lead_at(&mut floor, Request::Pause, 10).unwrap();
    assert_eq!(floor.turn().unwrap().left_ms(10), Some(120_000));
}
