//! Who hears whom, whatever is asked: nobody outside of their circle, and nothing that is muted.

use super::random::{asks, full, play, steps};
use floor::Seat;
use floor::hall::{Circle, Hall, Media, MediaPicture, Output, SeatMedia, Source, Wish};
use proptest::prelude::*;
use serde_json::Value;

/// Where each seat is, read from what is kept and not from the media: its part and whether it is out of it.
fn whereabouts(hall: &Hall) -> Vec<(Seat, Value, Value)> {
    let kept = serde_json::to_value(hall).unwrap();
    let chairs = kept["chairs"].as_array().unwrap();
    let seat = |chair: &Value| Seat(chair["seat"].as_u64().unwrap().into());
    chairs.iter().map(|chair| (seat(chair), chair["home"].clone(), chair["apart"].clone())).collect()
}

/// An engine that does each step as it is told.
fn engine_steps(engine: &mut MediaPicture, outputs: &[Output]) {
    for output in outputs {
        let Output::Media(step) = output else { continue };
        let of = |engine: &mut MediaPicture, seat: Seat| engine.seats.iter().position(|media| media.seat == seat);
        match step {
            Media::Open(seat, circle) => {
                assert_eq!(of(engine, *seat), None, "opened twice");
                engine.seats.push(SeatMedia { seat: *seat, circle: *circle, passes: [true; 2] });
            }
            Media::Close(seat) => {
                let place = of(engine, *seat).expect("it was open");
                engine.seats.remove(place);
            }
            Media::Cut(_) => {}
            Media::Mute(seat, source) | Media::Unmute(seat, source) => {
                let place = of(engine, *seat).expect("it is open");
                engine.seats[place].passes[*source as usize] = matches!(step, Media::Unmute(..));
            }
            Media::Move(moves) => {
                for (seat, circle) in moves {
                    let place = of(engine, *seat).expect("it is open");
                    engine.seats[place].circle = *circle;
                }
            }
            Media::Turns(turns) => engine.turns = turns.clone(),
            Media::Spotlight(seat) => engine.spotlight = *seat,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_heard_outside_of_their_circle(steps in steps()) {
        let mut hall = full();
        let mut engine = hall.media();
        play(&mut hall, &steps, |_, hall, _, answer| {
            engine_steps(&mut engine, answer.as_deref().unwrap_or_default());
            engine.seats.sort_by_key(|media| media.seat);
            assert_eq!(engine, hall.media(), "an engine that does each step has the whole");
            let places = whereabouts(hall);
            for (listener, home, apart) in &places {
                for (speaker, other_home, other_apart) in &places {
                    let together = match (apart, other_apart) {
                        (Value::Null, Value::Null) => home == other_home,
                        (Value::Object(_), Value::Object(_)) => apart == other_apart,
                        _ => false,
                    };
                    assert!(together || !engine.hears(*listener, *speaker), "{listener:?} hears {speaker:?}");
                }
            }
        });
    }

    #[test]
    fn what_is_muted_stays_so_until_its_owners_own_act(steps in steps()) {
        play(&mut full(), &steps, |before, hall, step, _| {
            let own = asks(before, &step.call);
            for media in hall.media().seats {
                let was = before.media().seats.iter().find(|other| other.seat == media.seat).map(|other| other.passes);
                for source in Source::ALL {
                    let passed = was.is_some_and(|passes| passes[source as usize]);
                    let unmuted = own == Some((media.seat, Wish::Unmute(source)));
                    assert!(!media.passes[source as usize] || passed || unmuted, "{:?} by {:?}", media, step.call);
                }
            }
        });
    }

    #[test]
    fn the_room_itself_is_circle_zero_and_nobody_shares_a_quiet_room(steps in steps()) {
        play(&mut full(), &steps, |_, hall, _, _| {
            let media = hall.media().seats;
            for (seat, _, apart) in whereabouts(hall) {
                let Some(own) = media.iter().find(|media| media.seat == seat) else { continue };
                if apart == "Quiet" {
                    assert!(own.circle != Circle::ROOM);
                    assert_eq!(media.iter().filter(|other| other.circle == own.circle).count(), 1);
                }
            }
        });
    }
}
