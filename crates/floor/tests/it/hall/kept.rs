//! What is kept across restarts and releases.

use super::random::full;
use super::scene::*;
use floor::hall::{Channel, Hall, Lead, Wish};
use floor::{Floor, Input, Presence, Request, Seat};

/// A floor of an earlier release, in its words: a round in which the first has the turn and the second steps aside.
const EARLIER: &str = r#"{"places":[{"seat":1,"presence":"Here","since_ms":0},{"seat":2,"presence":"Aside","since_ms":5}],
    "phase":{"Round":{"purpose":"CheckIn","ahead":[2],"over":[],"put_off":[],"broken_off":[]}},
    "stick":{"Held":{"seat":1,"length_ms":60000,"used_ms":0,"running_since_ms":0,"told":false}},
    "hands":[{"seat":2,"since_ms":3}],"turn_ms":60000,"timer":"Leaders","paused":false}"#;

#[test]
fn a_floor_of_an_earlier_release_opens_and_goes_on() {
    let mut floor: Floor = serde_json::from_str(EARLIER).unwrap();
    assert_eq!((floor.holder(), floor.due_ms()), (Some(Seat(1)), Some(60_000)));
    floor.handle(Input::leader(Request::Next), 10).unwrap();
    assert_eq!(floor.place(Seat(2)).unwrap().presence, Presence::Aside);
    let kept = serde_json::to_value(serde_json::from_str::<Floor>(EARLIER).unwrap()).unwrap();
    assert_eq!(kept, serde_json::from_str::<serde_json::Value>(EARLIER).unwrap(), "in the same words");
}

#[test]
fn a_hall_keeps_seats_of_any_number() {
    let mut scene = Scene::group();
    let seat = Seat(u128::MAX - 7);
    scene.knock(seat).unwrap();
    scene.own(seat, Wish::Write(Channel::All, "hello".to_owned())).unwrap();
    scene.lead(Lead::Prepare(vec![vec![seat]])).unwrap();
    let kept = serde_json::to_string(&scene.hall).unwrap();
    assert_eq!(serde_json::from_str::<Hall>(&kept).unwrap(), scene.hall);
}

#[test]
fn a_view_is_written_for_any_seat() {
    let hall = full();
    for seat in super::random::SEATS {
        let page = serde_json::to_value(hall.view_for(seat, 0)).unwrap();
        assert_eq!(page["Inside"]["seat"], seat.0.to_string().parse::<u64>().unwrap());
    }
}
