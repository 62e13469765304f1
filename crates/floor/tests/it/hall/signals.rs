//! What only those who lead learn of.

use super::scene::*;
use floor::hall::{Lead, News, Refused, Signal, To, Wish};

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
