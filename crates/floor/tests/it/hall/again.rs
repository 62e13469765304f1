//! A hall in the place of one whose program is gone.

use super::scene::*;
use floor::hall::{Hall, Lead, Policy, Refused, Setup, Stage, Wish};

/// The same group at another server, which was told what outlasts the hall. Nobody is there yet.
fn elsewhere(scene: &Scene) -> Scene {
    let kept = serde_json::to_string(&scene.hall.outlasting()).unwrap();
    let setup = Setup { meets: floor::hall::Meets::InPerson, ..Setup::starting(STARTS) };
    let hall = Hall::again(setup, serde_json::from_str(&kept).unwrap()).unwrap();
    let mut again = Scene::empty();
    (again.hall, again.now) = (hall, scene.now);
    again
}

#[test]
fn those_who_were_in_are_in_again_once_somebody_leads_and_others_wait() {
    let mut scene = Scene::empty();
    for seat in [LEA, ANA, BEN] {
        scene.knock(seat).unwrap();
    }
    scene.lead(Lead::Admit(ANA)).unwrap();
    let mut again = elsewhere(&scene);
    assert_eq!((again.seated(), again.hall.stage()), (vec![], Stage::Before));
    for seat in [ANA, BEN] {
        again.knock(seat).unwrap();
    }
    assert_eq!(again.seated(), []);
    again.knock(LEA).unwrap();
    assert_eq!((again.seated(), again.waiting()), (vec![LEA, ANA], vec![BEN]));
    again.own(ANA, Wish::Leave).unwrap();
    again.knock(ANA).unwrap();
    assert_eq!(again.waiting(), [BEN, ANA], "one comes back once");
}

#[test]
fn the_door_stands_as_it_stood_and_whoever_is_out_stays_out() {
    let mut scene = Scene::group();
    scene.lead(Lead::Remove(CLEO)).unwrap();
    scene.lead(Lead::Lock).unwrap();
    let mut again = elsewhere(&scene);
    again.knock(LEA).unwrap();
    again.knock(ANA).unwrap();
    assert_eq!(again.knock(CLEO), Err(Refused::Barred));
    assert_eq!(again.knock(floor::Seat(14)), Err(Refused::Locked));
    assert_eq!((again.seated(), again.hall.setup().policy), (vec![LEA, ANA], Policy::Expected));
}

#[test]
fn ways_that_were_changed_before_anybody_was_in_count() {
    let mut scene = Scene::empty();
    scene.knock(ANA).unwrap();
    let before = scene.hall.outlasting();
    let setup = Setup { policy: Policy::Expected, late_ms: Some(60_000), ..Setup::starting(STARTS) };
    let hall = Hall::again(setup.clone(), before).unwrap();
    assert_eq!((hall.setup().policy, hall.setup().late_ms), (setup.policy, setup.late_ms));
}

#[test]
fn whoever_was_not_back_yet_is_awaited_by_the_next_one_too() {
    let scene = Scene::group();
    let mut second = elsewhere(&scene);
    second.knock(LEA).unwrap();
    let mut third = elsewhere(&second);
    third.knock(BEN).unwrap();
    third.knock(LEA).unwrap();
    assert_eq!(third.seated(), [LEA, BEN]);
}

#[test]
fn one_that_was_over_remembers_whoever_was_taken_out_and_nobody_else() {
    let mut scene = Scene::group();
    scene.lead(Lead::Remove(CLEO)).unwrap();
    scene.lead(Lead::Lock).unwrap();
    scene.lead(Lead::End).unwrap();
    let mut after = elsewhere(&scene);
    after.knock(ANA).unwrap();
    after.knock(LEA).unwrap();
    assert_eq!((after.seated(), after.waiting()), (vec![LEA], vec![ANA]), "the door is as at first");
    assert_eq!(after.knock(CLEO), Err(Refused::Barred));
}
