//! What only those who lead learn of.

use super::scene::*;
use floor::hall::{Ending, Fact, Hall, Lead, News, Refused, Signal, Stage, To, Wish};

#[test]
fn a_signal_reaches_those_who_lead_and_nobody_else() {
    let mut scene = Scene::group();
    let before = scene.view(BEN);
    let outputs = scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    assert_eq!(told(&outputs), [(&To::Leaders, &News::Signal(ANA, Signal::Unsafe))]);
    assert_eq!(scene.view(BEN), before);
    let raised = scene.lead_view().raised;
    assert_eq!((raised[0].seat, raised[0].signal, raised[0].seen), (ANA, Signal::Unsafe, None));
    assert_eq!(scene.own(ANA, Wish::Signal(Signal::Unsafe)), Err(Refused::Already));
}

#[test]
fn whoever_gave_it_learns_that_it_was_seen() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Signal(Signal::TalkAfter)).unwrap();
    assert_eq!(scene.own(BEN, Wish::Lead(Lead::Seen(ANA, Signal::TalkAfter))), Err(Refused::Leaders));
    let outputs = scene.lead(Lead::Seen(ANA, Signal::TalkAfter)).unwrap();
    assert_eq!(told(&outputs), [(&To::Seat(ANA), &News::Seen(Signal::TalkAfter))]);
    assert!(scene.view(ANA).signals[0].is_seen);
    assert_eq!(scene.lead(Lead::Seen(ANA, Signal::TalkAfter)), Err(Refused::Already));
    assert_eq!(scene.lead(Lead::Seen(ANA, Signal::Unsafe)), Err(Refused::NoSignal));
    scene.own(ANA, Wish::Signal(Signal::TalkAfter)).unwrap();
    assert_eq!(scene.lead_view().raised.len(), 1, "given again, it is new");
}

#[test]
fn a_signal_can_be_taken_back() {
    let mut scene = Scene::group();
    assert_eq!(scene.own(ANA, Wish::Withdraw(Signal::Help)), Err(Refused::NoSignal));
    scene.own(ANA, Wish::Signal(Signal::Help)).unwrap();
    scene.own(ANA, Wish::Withdraw(Signal::Help)).unwrap();
    assert_eq!(scene.lead_view().raised, []);
}

#[test]
fn a_signal_stays_when_whoever_gave_it_goes() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    scene.own(ANA, Wish::Leave).unwrap();
    assert_eq!(scene.lead_view().raised.len(), 1);
}

#[test]
fn signals_are_for_members() {
    let mut scene = Scene::group();
    assert_eq!(scene.own(LEA, Wish::Signal(Signal::Help)), Err(Refused::Members));
}

#[test]
fn no_leader_ends_it_while_somebody_does_not_feel_safe_and_nobody_has_seen_it() {
    let mut scene = Scene::co_led();
    scene.own(ANA, Wish::Signal(Signal::Help)).unwrap();
    scene.own(BEN, Wish::Signal(Signal::Unsafe)).unwrap();
    for leaves in [false, true] {
        if leaves {
            scene.own(BEN, Wish::Leave).unwrap();
        }
        assert_eq!(scene.lead(Lead::End), Err(Refused::Unsafe));
        assert_eq!(scene.own(COE, Wish::Lead(Lead::End)), Err(Refused::Unsafe));
    }
    scene.own(COE, Wish::Lead(Lead::Seen(BEN, Signal::Unsafe))).unwrap();
    scene.lead(Lead::End).unwrap();
    assert_eq!(scene.hall.stage(), Stage::Over(Ending::Ended), "a call for help stands in nobody's way");
}

#[test]
fn whoever_knows_that_it_is_over_ends_it_whatever_was_said() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    scene.fact(Fact::End).unwrap();
    assert_eq!(scene.hall.stage(), Stage::Over(Ending::Ended));
}

#[test]
fn not_feeling_safe_stays_with_those_who_lead_though_it_is_taken_back() {
    let mut scene = Scene::group();
    scene.own(BEN, Wish::Signal(Signal::TalkAfter)).unwrap();
    scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    scene.own(CLEO, Wish::Signal(Signal::Help)).unwrap();
    scene.wait(SECOND);
    let outputs = scene.own(ANA, Wish::Withdraw(Signal::Unsafe)).unwrap();
    assert_eq!(told(&outputs), [(&To::Leaders, &News::Withdrawn(ANA, Signal::Unsafe))]);
    assert_eq!(scene.view(ANA).signals, [], "for whoever gave it, it is taken back");
    assert_eq!(scene.own(ANA, Wish::Withdraw(Signal::Unsafe)), Err(Refused::NoSignal));
    let raised = scene.lead_view().raised;
    assert_eq!(
        raised.iter().map(|raised| (raised.number, raised.seat)).collect::<Vec<_>>(),
        [(1, BEN), (2, ANA), (3, CLEO)]
    );
    assert_eq!((raised[1].withdrawn_ms, raised[1].seen), (Some(scene.now), None));
    assert_eq!(scene.lead(Lead::End), Err(Refused::Unsafe));
    let outputs = scene.lead(Lead::Seen(ANA, Signal::Unsafe)).unwrap();
    assert_eq!(told(&outputs), [], "somebody else may hold the device");
    assert_eq!(scene.lead_view().raised.len(), 2);
    scene.lead(Lead::End).unwrap();
}

#[test]
fn given_again_before_it_was_seen_it_is_the_same_in_its_place() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    scene.own(BEN, Wish::Signal(Signal::Help)).unwrap();
    let before = scene.lead_view().raised;
    scene.own(ANA, Wish::Withdraw(Signal::Unsafe)).unwrap();
    let outputs = scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    assert_eq!(told(&outputs), [(&To::Leaders, &News::Signal(ANA, Signal::Unsafe))]);
    assert_eq!(scene.lead_view().raised, before);
    scene.lead(Lead::Seen(ANA, Signal::Unsafe)).unwrap();
    scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    let raised = scene.lead_view().raised;
    assert_eq!((raised[1].number, raised[1].seen), (3, None), "after it was seen, it is new");
}

#[test]
fn signals_of_an_earlier_release_are_still_there() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Signal(Signal::Unsafe)).unwrap();
    let mut kept = serde_json::to_value(&scene.hall).unwrap();
    kept.as_object_mut().unwrap().remove("last_raised").unwrap();
    let raised = kept["raised"][0].as_object_mut().unwrap();
    assert!(raised.remove("number").is_some() && raised.remove("withdrawn_ms").is_some());
    for chair in kept["chairs"].as_array_mut().unwrap() {
        assert!(chair.as_object_mut().unwrap().remove("reacted").is_some());
    }
    scene.hall = serde_json::from_value::<Hall>(kept).unwrap();
    assert_eq!(scene.lead_view().raised[0].signal, Signal::Unsafe);
    assert_eq!(scene.lead(Lead::End), Err(Refused::Unsafe));
}
