//! What each sees.

use super::scene::*;
use floor::hall::{View, Wish};

#[test]
fn a_quiet_moment_a_private_talk_and_a_broken_line_look_alike() {
    let views: Vec<_> = (0..3)
        .map(|way| {
            let mut scene = Scene::co_led();
            if way == 0 {
                scene.own(ANA, Wish::Moment).unwrap();
            } else {
                scene.lose(ANA);
                if way == 2 {
                    scene.resume(ANA).unwrap();
                    scene.own(ANA, Wish::Moment).unwrap();
                    scene.own(COE, Wish::Lead(floor::hall::Lead::Private(ANA))).unwrap();
                    scene.own(COE, Wish::Return).unwrap();
                    scene.own(ANA, Wish::Moment).unwrap();
                }
            }
            scene.view(BEN)
        })
        .collect();
    assert!(views.iter().all(|view| *view == views[0]), "{views:#?}");
}

#[test]
fn every_line_is_somebodys_whom_everybody_sees() {
    let scene = Scene::co_led();
    assert_eq!(scene.hall.roster().count(), scene.view(ANA).people.len());
}

#[test]
fn whoever_waits_sees_how_many_do_and_no_more() {
    let mut scene = Scene::empty();
    scene.knock(ANA).unwrap();
    scene.knock(BEN).unwrap();
    scene.knock(LEA).unwrap();
    assert_eq!(scene.hall.view_for(ANA, scene.now), View::Waiting { heads: 2, is_led: true });
}
