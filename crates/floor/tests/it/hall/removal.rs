//! Out for today.

use super::scene::*;
use floor::Seat;
use floor::hall::{Fact, Lead, Media, News, Output, Parting, Refused, To, View, Wish};

#[test]
fn whoever_is_removed_is_out_at_once_and_not_in_again() {
    let mut scene = Scene::group();
    let line = scene.hall.line_of(ANA).unwrap();
    let outputs = scene.lead(Lead::Remove(ANA)).unwrap();
    assert!(outputs.contains(&Output::Close(line, Parting::Removed)));
    assert_eq!(media(&outputs), [Media::Close(ANA)]);
    assert_eq!(scene.knock(ANA), Err(Refused::Barred));
    assert_eq!(scene.resume(ANA), Err(Refused::Nobody));
    assert_eq!(scene.lead(Lead::SeatInPerson(ANA)), Err(Refused::Barred));
    assert_eq!(scene.lead_view().barred, [ANA]);
}

#[test]
fn to_the_others_it_looks_like_going() {
    let [removed, gone] = [Lead::Remove(ANA), Lead::Spotlight(None)].map(|lead| {
        let mut scene = Scene::group();
        scene.lead(Lead::Spotlight(Some(BEN))).unwrap();
        let outputs = match lead {
            Lead::Remove(_) => scene.lead(lead).unwrap(),
            _ => scene.own(ANA, Wish::Leave).unwrap(),
        };
        let told: Vec<Output> = outputs.into_iter().filter(|output| matches!(output, Output::Tell(..))).collect();
        assert!(is_told(&told, To::Everybody, News::Left(ANA)));
        (told, scene.view(BEN))
    });
    assert_eq!(removed, gone);
}

#[test]
fn to_whoever_is_out_it_looks_like_no_seat() {
    let mut scene = Scene::group();
    scene.lead(Lead::Remove(ANA)).unwrap();
    assert_eq!(scene.hall.view_for(ANA, scene.now), View::Outside);
    assert_eq!(scene.hall.view_for(Seat(99), scene.now), View::Outside);
    assert_eq!(scene.own(ANA, Wish::Moment), scene.own(Seat(99), Wish::Moment));
}

#[test]
fn those_who_lead_are_not_removed_by_each_other_nor_by_members() {
    let mut scene = Scene::co_led();
    assert_eq!(scene.lead(Lead::Remove(COE)), Err(Refused::Members));
    assert_eq!(scene.own(ANA, Wish::Lead(Lead::Remove(BEN))), Err(Refused::Leaders));
    assert_eq!(scene.lead(Lead::Remove(Seat(99))), Err(Refused::Nobody));
}

#[test]
fn whoever_waits_can_be_out_too() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    scene.knock(ANA).unwrap();
    scene.lead(Lead::Remove(ANA)).unwrap();
    assert_eq!((scene.waiting(), scene.knock(ANA)), (vec![], Err(Refused::Barred)));
}

#[test]
fn whoever_no_longer_belongs_is_out_whatever_their_part() {
    let mut scene = Scene::co_led();
    for seat in [COE, ANA, Seat(99)] {
        scene.fact(Fact::Revoke(seat)).unwrap();
        scene.fact(Fact::Revoke(seat)).unwrap();
        assert_eq!(scene.knock(seat), Err(Refused::Barred));
    }
    assert_eq!(scene.seated(), [LEA, BEN, CLEO]);
}
