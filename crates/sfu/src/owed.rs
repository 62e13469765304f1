//! What somebody who keeps a room has not been told yet, because they were slow: the last state of each seat, and never more.

use std::collections::HashMap;

use floor::Seat;

use crate::output::{Event, Told};
use crate::seat::{ConnectionId, RoomId};

/// News that wait: of each seat what holds now. What has passed in between is left out.
#[derive(Debug, Default)]
pub struct Owed(HashMap<(RoomId, Seat), State>);

#[derive(Debug)]
struct State {
    connection: ConnectionId,
    /// Whether it stands, is broken or is gone.
    flow: Option<Event>,
    pictures: Option<Event>,
    slots: Option<Event>,
}

impl Owed {
    /// Whether something waits for this seat; then nothing newer may be told before it.
    pub fn has(&self, told: &Told) -> bool {
        self.0.contains_key(&(told.room, told.seat))
    }

    /// Keeps what could not be told, in place of what it makes untrue.
    pub fn keep(&mut self, told: Told) {
        let Told { room, seat, connection, event } = told;
        let fresh = || State { connection, flow: None, pictures: None, slots: None };
        let state = self.0.entry((room, seat)).or_insert_with(fresh);
        if state.connection > connection {
            return;
        }
        if state.connection < connection {
            *state = fresh();
        }
        match event {
            Event::Lost(_) => *state = State { flow: Some(event), ..fresh() },
            Event::Connected | Event::Broken => state.flow = Some(event),
            Event::AudioOnly | Event::PicturesBack => state.pictures = Some(event),
            Event::Slots(_) => state.slots = Some(event),
        }
    }

    /// Takes out all that waits, to be told or kept again.
    pub fn take(&mut self) -> Vec<Told> {
        let told = |((room, seat), state): ((RoomId, Seat), State)| {
            let State { connection, flow, pictures, slots } = state;
            let events = [flow, pictures, slots].into_iter().flatten();
            events.map(move |event| Told { room, seat, connection, event })
        };
        std::mem::take(&mut self.0).into_iter().flat_map(told).collect()
    }

    /// Nobody keeps this room any more.
    pub fn forget(&mut self, room: RoomId) {
        self.0.retain(|(other, _), _| *other != room);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::output::Loss;
    use crate::seat::{Kind, Slot};

    const ROOM: RoomId = RoomId(7);

    fn told((seat, connection): (u128, u64), event: Event) -> Told {
        Told { room: ROOM, seat: Seat(seat), connection: ConnectionId(connection), event }
    }

    fn slots(seat: u128) -> Event {
        Event::Slots(vec![Slot { mid: "2".to_owned(), kind: Kind::Audio, seat: Some(Seat(seat)) }])
    }

    /// What whoever is told believes of a connection.
    #[derive(Clone, Debug, Default, PartialEq)]
    struct Belief {
        connection: u64,
        flow: Option<Event>,
        has_pictures: bool,
        slots: Option<Event>,
    }

    impl Belief {
        fn learn(&mut self, told: &Told) {
            if told.connection.0 < self.connection {
                return;
            }
            if told.connection.0 > self.connection {
                *self = Self { connection: told.connection.0, has_pictures: true, ..Self::default() };
            }
            match &told.event {
                Event::Lost(_) => {
                    let flow = Some(told.event.clone());
                    *self = Self { connection: self.connection, flow, has_pictures: true, slots: None };
                }
                Event::Connected | Event::Broken => self.flow = Some(told.event.clone()),
                Event::AudioOnly => self.has_pictures = false,
                Event::PicturesBack => self.has_pictures = true,
                Event::Slots(_) => self.slots = Some(told.event.clone()),
            }
        }
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            Just(Event::Connected),
            Just(Event::Broken),
            Just(Event::Lost(Loss::Silent)),
            Just(Event::AudioOnly),
            Just(Event::PicturesBack),
            (1..4_u128).prop_map(slots),
        ]
    }

    proptest! {
        #[test]
        fn whoever_is_slow_believes_in_the_end_what_holds(
            news in prop::collection::vec((1..3_u128, any::<bool>(), event(), any::<bool>(), any::<bool>()), 0..60),
        ) {
            let (mut owed, mut connections) = (Owed::default(), [1, 1, 1]);
            let (mut truth, mut believed) = (vec![Belief::default(); 3], vec![Belief::default(); 3]);
            let place = |told: &Told| usize::try_from(told.seat.0).unwrap();
            for (seat, is_new, event, is_slow, is_paid) in news {
                let number = usize::try_from(seat).unwrap();
                let is_over = matches!(truth[number].flow, Some(Event::Lost(_)));
                connections[number] += u64::from(is_new || is_over);
                let told = told((seat, connections[number]), event);
                truth[place(&told)].learn(&told);
                if is_slow || owed.has(&told) {
                    owed.keep(told);
                } else {
                    believed[place(&told)].learn(&told);
                }
                if is_paid {
                    owed.take().iter().for_each(|told| believed[place(told)].learn(told));
                }
            }
            prop_assert!(owed.0.len() <= 2, "bounded by seats");
            owed.take().iter().for_each(|told| believed[place(told)].learn(told));
            prop_assert_eq!(believed, truth);
        }
    }

    #[test]
    fn a_room_that_is_closed_is_owed_nothing() {
        let mut owed = Owed::default();
        owed.keep(told((1, 1), Event::Connected));
        owed.forget(ROOM);
        assert_eq!(owed.take(), []);
    }
}
