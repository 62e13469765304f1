//! The steps of the media.

use super::scene::*;
use floor::hall::{Circle, Guest, Lead, Media, MediaPicture, SeatKind, Source, Turns};

#[test]
fn a_new_seat_opens_in_its_circle_and_silent() {
    let mut scene = Scene::group();
    let outputs = scene.knock(COE).unwrap();
    let [microphone, camera] = Source::ALL.map(|source| Media::Mute(COE, source));
    assert_eq!(media(&outputs), [Media::Open(COE, Circle::ROOM), microphone, camera]);
}

#[test]
fn whoever_waits_has_no_media() {
    let mut scene = Scene::empty();
    scene.knock(LEA).unwrap();
    let outputs = scene.knock(ANA).unwrap();
    assert_eq!(media(&outputs), []);
}

#[test]
fn whoever_sits_in_the_room_has_no_media() {
    let mut scene = Scene::group();
    let outputs = scene.knock_as(Guest { kind: SeatKind::InPerson, ..guest(COE) }).unwrap();
    assert_eq!(media(&outputs), []);
    let outputs = scene.knock_as(Guest { kind: SeatKind::InPerson, ..guest(ANA) }).unwrap();
    assert_eq!(media(&outputs), [Media::Cut(ANA), Media::Close(ANA)]);
}

#[test]
fn the_end_closes_everybodys() {
    let mut scene = Scene::group();
    let outputs = scene.lead(Lead::End).unwrap();
    assert_eq!(media(&outputs), [LEA, ANA, BEN, CLEO].map(Media::Close));
    assert_eq!(scene.hall.media(), MediaPicture { seats: vec![], turns: Turns::Everybody, spotlight: None });
}
