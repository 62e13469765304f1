//! What each sees.

use super::scene::*;
use floor::hall::{Asking, Fact, LineId, Names, Policy, Setup, View, Wish};
use floor::{Order, Plan, Purpose, Request, Timer};

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
            (scene.view(BEN), scene.hall.board(scene.now))
        })
        .collect();
    assert!(views.iter().all(|view| *view == views[0]), "{views:#?}");
}

#[test]
fn the_board_shows_names_only_where_people_are_shown_by_them() {
    for (board, people, holder) in [(Names::Hidden, vec![], None), (Names::Shown, vec![LEA, ANA, BEN], Some(ANA))] {
        let mut scene = Scene::of(Setup { board, policy: Policy::Expected, ..Setup::starting(STARTS) });
        for seat in [LEA, ANA, BEN] {
            scene.knock(seat).unwrap();
        }
        let plan = Plan { purpose: Purpose::CheckIn, order: Order::Seats, turn_ms: None, timer: Timer::Everybody };
        scene.own(LEA, Wish::Floor(Request::Begin(plan))).unwrap();
        let view = scene.hall.board(scene.now);
        assert_eq!((view.people, view.holder, view.heads, view.is_held), (people, holder, 3, true));
        assert_eq!(view.upcoming, holder.map(|_| BEN));
    }
}

#[test]
fn the_board_shows_what_is_gathered_once_it_is_shown() {
    let mut scene = Scene::group();
    scene.lead(floor::hall::Lead::Gather(Asking::CheckIn, "how are you".to_owned())).unwrap();
    for seat in [ANA, BEN, CLEO] {
        scene.own(seat, Wish::Answer(floor::hall::Answer::Rating(5))).unwrap();
    }
    assert_eq!(scene.hall.board(scene.now).gathered, Some(("how are you".to_owned(), None)));
    scene.lead(floor::hall::Lead::Reveal).unwrap();
    assert!(scene.hall.board(scene.now).gathered.unwrap().1.is_some());
}

#[test]
fn every_line_is_somebodys_whom_everybody_sees() {
    let mut scene = Scene::co_led();
    scene.fact(Fact::BoardUp(LineId(7))).unwrap();
    let view = scene.view(ANA);
    let shown = view.people.len() + view.boards;
    assert_eq!(scene.hall.roster().count(), shown);
}

#[test]
fn whoever_waits_sees_how_many_do_and_no_more() {
    let mut scene = Scene::empty();
    scene.knock(ANA).unwrap();
    scene.knock(BEN).unwrap();
    scene.knock(LEA).unwrap();
    assert_eq!(scene.hall.view_for(ANA, scene.now), View::Waiting { heads: 2, is_led: true });
}
