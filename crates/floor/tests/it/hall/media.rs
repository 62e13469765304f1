//! The steps of the media.

use super::scene::*;
use floor::hall::{
    Channel, Circle, Entry, Guest, Lead, Media, MediaPicture, Privacy, Refused, SeatKind, Source, Turns, Wish,
};

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

/// ANA as they come from a place where somebody could listen.
fn overheard() -> Guest {
    let entry = Entry { privacy: Privacy::Overheard, ..guest(ANA).entry };
    Guest { kind: SeatKind::TextOnly, entry, ..guest(ANA) }
}

fn has_media(scene: &Scene, seat: floor::Seat) -> bool {
    let is_there = scene.hall.media().seats.iter().any(|media| media.seat == seat);
    assert_eq!(is_there, scene.hall.has_media(seat));
    is_there
}

#[test]
fn to_a_place_where_somebody_could_listen_nothing_of_the_others_comes() {
    let mut scene = Scene::open();
    scene.knock(LEA).unwrap();
    scene.knock(BEN).unwrap();
    let outputs = scene.knock_as(overheard()).unwrap();
    assert_eq!(media(&outputs), []);
    scene.own(BEN, Wish::Unmute(Source::Microphone)).unwrap();
    assert!(!has_media(&scene, ANA) && !scene.hears(ANA, BEN));
    assert!(scene.view(ANA).is_overheard && !scene.view(BEN).is_overheard);
    scene.own(ANA, Wish::Write(Channel::All, "I read along".to_owned())).unwrap();
    scene.own(ANA, Wish::Floor(floor::Request::Raise(ANA))).unwrap();
    let view = scene.view(BEN);
    assert_eq!((view.lines.len(), view.floor.hands.len()), (1, 1), "writing and turns go on");
}

#[test]
fn when_somebody_comes_in_sound_and_pictures_end_at_once_and_come_again_when_they_are_gone() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::Unmute(Source::Microphone)).unwrap();
    let outputs = scene.own(ANA, Wish::SayPlace(Privacy::Overheard)).unwrap();
    assert_eq!(media(&outputs), [Media::Close(ANA)]);
    assert!(!has_media(&scene, ANA));
    assert_eq!(scene.own(ANA, Wish::TakeKind(SeatKind::Video)), Err(Refused::Overheard));
    let outputs = scene.own(ANA, Wish::SayPlace(Privacy::Alone)).unwrap();
    let [microphone, camera] = Source::ALL.map(|source| Media::Mute(ANA, source));
    assert_eq!(media(&outputs), [Media::Open(ANA, Circle::ROOM), microphone, camera], "and unheard at first");
    assert!(has_media(&scene, ANA) && !scene.view(ANA).is_overheard);
}

#[test]
fn whoever_listens_only_is_cut_off_too_and_stays_so_with_another_device() {
    let mut scene = Scene::group();
    scene.own(ANA, Wish::TakeKind(SeatKind::TextOnly)).unwrap();
    assert!(has_media(&scene, ANA), "where nobody listens, whoever writes hears the others");
    let outputs = scene.own(ANA, Wish::SayPlace(Privacy::Overheard)).unwrap();
    assert_eq!(media(&outputs), [Media::Close(ANA)]);
    let outputs = scene.knock_as(overheard()).unwrap();
    assert_eq!(media(&outputs), [], "there is nothing to cut");
    let outputs = scene.knock(ANA).unwrap();
    assert_eq!(media(&outputs)[0], Media::Open(ANA, Circle::ROOM), "alone at another place");
    let outputs = scene.knock_as(overheard()).unwrap();
    assert_eq!(media(&outputs), [Media::Cut(ANA), Media::Close(ANA)]);
}
