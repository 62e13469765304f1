//! Words without an answer: shown for a moment to those who are near.

use super::scene::*;
use floor::hall::{Hall, Lead, News, REACTION_MS, Reaction, To, Wish};

/// The word of one that another sees.
fn shown(scene: &Scene, viewer: floor::Seat, seat: floor::Seat) -> Option<Reaction> {
    scene.view(viewer).people.into_iter().find(|person| person.seat == seat).unwrap().reaction
}

#[test]
fn the_latest_word_is_shown_to_everybody_near_and_fades_by_itself() {
    let mut scene = Scene::group();
    let outputs = scene.own(ANA, Wish::React(Reaction::Thanks)).unwrap();
    assert!(is_told(&outputs, To::Seats(vec![LEA, ANA, BEN, CLEO]), News::Reaction(ANA, Reaction::Thanks)));
    scene.wait(SECOND);
    scene.own(ANA, Wish::React(Reaction::WithYou)).unwrap();
    for viewer in [LEA, ANA, BEN, CLEO] {
        assert_eq!(shown(&scene, viewer, ANA), Some(Reaction::WithYou), "whoever gave it sees it too");
        assert_eq!(shown(&scene, viewer, BEN), None);
    }
    let fades = scene.now + REACTION_MS;
    assert_eq!(scene.hall.due_ms(), Some(fades), "the clock wakes up for it");
    scene.wait(REACTION_MS - 1);
    assert_eq!(shown(&scene, BEN, ANA), Some(Reaction::WithYou));
    let outputs = scene.wait(1);
    assert_eq!(told(&outputs), [(&To::Seats(vec![LEA, ANA, BEN, CLEO]), &News::Faded(ANA))]);
    assert_eq!((shown(&scene, BEN, ANA), scene.hall.due_ms()), (None, None));
    assert!(!serde_json::to_string(&scene.hall).unwrap().contains("WithYou"), "nothing of it is kept");
}

#[test]
fn a_word_stays_in_the_circle_in_which_it_was_given() {
    let mut scene = Scene::co_led();
    scene.lead(Lead::Prepare(vec![vec![ANA, BEN], vec![CLEO]])).unwrap();
    scene.lead(Lead::OpenBreakouts(2 * MINUTE)).unwrap();
    scene.own(ANA, Wish::React(Reaction::KnowThat)).unwrap();
    assert_eq!(shown(&scene, BEN, ANA), Some(Reaction::KnowThat));
    assert_eq!((shown(&scene, CLEO, ANA), shown(&scene, LEA, ANA)), (None, None));
    scene.lead(Lead::BackToAll).unwrap();
    assert_eq!((shown(&scene, BEN, ANA), shown(&scene, CLEO, ANA)), (None, None), "it does not come along");
}

#[test]
fn a_restart_keeps_the_moment_and_no_more() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::React(Reaction::TakeYourTime)).unwrap();
    scene.hall = serde_json::from_str::<Hall>(&serde_json::to_string(&scene.hall).unwrap()).unwrap();
    assert_eq!(shown(&scene, BEN, ANA), Some(Reaction::TakeYourTime));
    scene.wait(REACTION_MS);
    assert_eq!(shown(&scene, BEN, ANA), None);
}
