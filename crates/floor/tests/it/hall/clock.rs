//! Time: it does not run backward, and it makes no difference how often anybody looks.

use super::scene::*;
use floor::hall::{Ending, Lead, Stage, Wish};
use floor::{Order, Plan, Purpose, Request, Timer};

#[test]
fn an_earlier_time_counts_as_the_latest() {
    let mut scene = Scene::group();
    scene.wait(5 * MINUTE);
    let latest = scene.now;
    scene.now = 0;
    scene.own(ANA, Wish::Floor(Request::Raise(ANA))).unwrap();
    assert_eq!(scene.view(BEN).now_ms, latest);
    assert_eq!(scene.view(BEN).floor.hands, [(ANA, 0)]);
    assert_eq!(scene.hall.poll(0), []);
}

#[test]
fn what_fell_due_is_done_in_its_own_order() {
    let mut scene = Scene::group();
    scene.lose(LEA);
    scene.wait(9 * MINUTE + 50 * SECOND);
    scene.lose(ANA);
    scene.wait(60 * MINUTE);
    assert_eq!(scene.hall.stage(), Stage::Over(Ending::Unled));
}

#[test]
fn a_line_that_comes_back_too_late_comes_back_to_no_seat() {
    let mut scene = Scene::group();
    scene.lose(ANA);
    scene.now += 30 * SECOND;
    assert!(scene.resume(ANA).is_err(), "though nobody had looked in between");
}

#[test]
fn the_time_of_a_turn_is_told_when_it_is_up() {
    let mut scene = Scene::group();
    let plan = Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: Some(MINUTE), timer: Timer::Everybody };
    scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
    assert_eq!(scene.hall.due_ms(), Some(scene.now + MINUTE));
    assert_eq!(scene.wait(MINUTE).len(), 1);
    assert_eq!((scene.wait(MINUTE), scene.hall.due_ms()), (vec![], None));
}

#[test]
fn the_largest_time_breaks_nothing() {
    let mut scene = Scene::group();
    scene.lead(Lead::Prepare(vec![vec![ANA]])).unwrap();
    scene.now = u64::MAX;
    scene.lead(Lead::OpenBreakouts(MINUTE)).unwrap();
    scene.lose(LEA);
    scene.hall.poll(u64::MAX);
    assert!(scene.hall.is_over());
}
