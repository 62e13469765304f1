//! A live room that LiveKit carries, from its first ticket to its end.

use std::time::Duration;

use floor::Seat;
use livekit::{Fault, Rooms, WayIn};
use sfu::{Act, Circle, Event, Kind, Loss, RoomId, Slot, Told, Turns};
use tokio::sync::mpsc;

use super::fake::{Fake, Mood, client};
use super::tokens::SECRET;

const ROOM: RoomId = RoomId(7);
const ADA: Seat = Seat(1);
const BEN: Seat = Seat(2);
const ALL: Circle = Circle(0);
const APART: Circle = Circle(1);
/// How long a test waits for what must come.
const SOON: Duration = Duration::from_secs(20);
const BOTH: [&str; 2] = ["CAMERA", "MICROPHONE"];

struct Evening {
    fake: Fake,
    rooms: Rooms,
    told: mpsc::Receiver<Told>,
}

impl Evening {
    async fn begins() -> Self {
        let (fake, (events, told)) = (Fake::start().await, mpsc::channel(256));
        let rooms = Rooms::asking_every(fake.client(), Duration::from_millis(20));
        rooms.open(ROOM, events);
        Self { fake, rooms, told }
    }

    async fn ticket(&self, seat: Seat, circle: Circle) -> Result<WayIn, Fault> {
        let unmuted = Kind::Audio;
        let arrival = [
            Act::Move(vec![(seat, circle)]),
            Act::Unmute { seat, kind: unmuted, by: seat },
            Act::Unmute { seat, kind: Kind::Video, by: seat },
        ];
        self.rooms.ticket(ROOM, seat, &arrival).await
    }

    /// Takes a ticket and connects with it; under which name.
    async fn comes(&mut self, seat: Seat, circle: Circle) -> String {
        let ticket = self.ticket(seat, circle).await.expect("a ticket");
        assert_eq!(ticket.url, format!("ws://{}", self.fake.address));
        let identity = self.fake.joins(ticket.token.expose());
        self.hears(seat, &Event::Connected).await;
        identity
    }

    async fn hears(&mut self, seat: Seat, event: &Event) {
        hears(&mut self.told, seat, event).await;
    }

    /// Waits until LiveKit finds somebody with these sources, or nobody.
    async fn becomes(&self, identity: &str, sources: Option<&[&str]>) {
        until(|| self.fake.finds(identity).map(|(_, found)| found).as_deref() == sources).await;
    }
}

/// Waits until this is told of a seat.
async fn hears(told: &mut mpsc::Receiver<Told>, seat: Seat, event: &Event) {
    loop {
        let told = tokio::time::timeout(SOON, told.recv()).await.expect("it is told soon").expect("it goes on");
        if told.room == ROOM && told.seat == seat && told.event == *event {
            return;
        }
    }
}

async fn until(is_so: impl Fn() -> bool) {
    let waiting = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(SOON, waiting).await.expect("it is so soon");
}

#[tokio::test]
async fn whoever_is_muted_or_has_no_turn_is_not_taken_from_and_only_they_turn_it_on_again() {
    let mut evening = Evening::begins().await;
    let (ada, ben) = (evening.comes(ADA, ALL).await, evening.comes(BEN, ALL).await);
    let kind = Kind::Audio;
    evening.rooms.act(ROOM, &Act::Mute { seat: ADA, kind });
    evening.becomes(&ada, Some(&["CAMERA"])).await;
    evening.rooms.act(ROOM, &Act::Unmute { seat: ADA, kind, by: ADA });
    evening.becomes(&ada, Some(&BOTH)).await;
    evening.rooms.act(ROOM, &Act::Turns(Turns::Only(vec![ADA])));
    evening.becomes(&ben, Some(&["CAMERA"])).await;
    evening.becomes(&ada, Some(&BOTH)).await;
    evening.rooms.act(ROOM, &Act::Mute { seat: BEN, kind: Kind::Video });
    evening.becomes(&ben, Some(&[])).await;
    evening.rooms.act(ROOM, &Act::Turns(Turns::Everybody));
    evening.becomes(&ben, Some(&["MICROPHONE"])).await;
}

#[tokio::test]
async fn a_ticket_that_is_used_late_allows_no_more_than_what_holds_by_then() {
    let mut evening = Evening::begins().await;
    let ticket = evening.ticket(ADA, ALL).await.expect("a ticket");
    evening.rooms.act(ROOM, &Act::Mute { seat: ADA, kind: Kind::Audio });
    let ada = evening.fake.joins(ticket.token.expose());
    evening.hears(ADA, &Event::Connected).await;
    evening.becomes(&ada, Some(&["CAMERA"])).await;
}

#[tokio::test]
async fn circles_are_rooms_of_their_own_and_an_old_ticket_is_no_way_back() {
    let mut evening = Evening::begins().await;
    let (ada, ben) = (evening.ticket(ADA, ALL).await.expect("a ticket"), evening.comes(BEN, ALL).await);
    let old = evening.fake.joins(ada.token.expose());
    evening.hears(ADA, &Event::Connected).await;
    evening.rooms.act(ROOM, &Act::Move(vec![(ADA, APART)]));
    evening.hears(ADA, &Event::Lost(Loss::Ended)).await;
    evening.becomes(&old, None).await;
    let new = evening.comes(ADA, APART).await;
    let room_of = |identity| evening.fake.finds(identity).map(|(room, _)| room).expect("they are there");
    let apart = room_of(&new);
    assert_ne!(apart, room_of(&ben));
    // Whoever kept the old ticket comes back with it, and is let out again.
    evening.fake.joins(ada.token.expose());
    evening.becomes(&old, None).await;
    // When nobody is in a circle any more, its room is ended.
    evening.rooms.act(ROOM, &Act::Move(vec![(ADA, ALL)]));
    until(|| !evening.fake.world().rooms.contains_key(&apart)).await;
}

#[tokio::test]
async fn whoever_is_removed_is_out_and_so_is_anybody_who_was_never_let_in() {
    let mut evening = Evening::begins().await;
    let ticket = evening.ticket(ADA, ALL).await.expect("a ticket");
    let (ada, ben) = (evening.fake.joins(ticket.token.expose()), evening.comes(BEN, ALL).await);
    evening.rooms.leave(ROOM, ADA);
    evening.becomes(&ada, None).await;
    evening.fake.joins(ticket.token.expose());
    evening.becomes(&ada, None).await;
    let room = evening.fake.finds(&ben).map(|(room, _)| room).expect("Ben is there");
    let grants = livekit::Grants { microphone: true, camera: false };
    let stranger = evening.fake.client().join_token(&room, "stranger", grants).expect("a token");
    evening.fake.joins(stranger.expose());
    evening.becomes("stranger", None).await;
    evening.becomes(&ben, Some(&BOTH)).await;
}

#[tokio::test]
async fn a_lost_connection_is_told_and_the_next_ticket_has_a_name_of_its_own() {
    let mut evening = Evening::begins().await;
    let ada = evening.comes(ADA, ALL).await;
    evening.fake.drops(&ada);
    evening.hears(ADA, &Event::Lost(Loss::Ended)).await;
    assert_ne!(evening.comes(ADA, ALL).await, ada);
}

#[tokio::test]
async fn names_at_livekit_say_nothing_and_each_seat_learns_who_is_behind_them() {
    let mut evening = Evening::begins().await;
    evening.comes(ADA, ALL).await;
    let ben = evening.comes(BEN, ALL).await;
    let slot = |kind| Slot { mid: ben.clone(), kind, seat: Some(BEN) };
    let slots = Event::Slots(vec![slot(Kind::Audio), slot(Kind::Video)]);
    // The first time it was told is passed already: Ben's connection was waited for.
    evening.rooms.leave(ROOM, Seat(9));
    evening.hears(ADA, &slots).await;
    for (_, body) in &evening.fake.world().asked {
        for name in ["name", "room", "identity"] {
            let name = body[name].as_str().unwrap_or_default();
            assert!(
                name.is_empty() || (name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit())),
                "{name}"
            );
        }
    }
}

#[tokio::test]
async fn a_room_that_is_closed_or_that_nobody_keeps_any_more_is_ended_at_livekit() {
    let mut evening = Evening::begins().await;
    evening.comes(ADA, ALL).await;
    evening.comes(BEN, APART).await;
    evening.rooms.close(ROOM);
    until(|| evening.fake.world().rooms.is_empty()).await;
    assert_eq!(evening.ticket(ADA, ALL).await, Err(Fault::NoRoom));
    let mut evening = Evening::begins().await;
    evening.comes(ADA, ALL).await;
    drop(evening.told);
    until(|| evening.fake.world().rooms.is_empty()).await;
}

#[tokio::test]
async fn a_server_that_does_not_answer_holds_up_one_ticket_and_what_was_missed_is_made_good() {
    let fake = Fake::start().await;
    let calls = client(fake.address, SECRET, Duration::from_millis(300));
    let (events, mut told) = mpsc::channel(256);
    let rooms = Rooms::asking_every(calls, Duration::from_millis(20));
    rooms.open(ROOM, events);
    let unmute = [Act::Unmute { seat: ADA, kind: Kind::Audio, by: ADA }];
    let ticket = rooms.ticket(ROOM, ADA, &unmute).await.expect("a ticket");
    let ada = fake.joins(ticket.token.expose());
    hears(&mut told, ADA, &Event::Connected).await;
    fake.in_a_mood(Mood::Hangs);
    assert_eq!(rooms.ticket(ROOM, BEN, &[]).await, Err(Fault::Silent(Duration::from_millis(300))));
    assert_eq!(rooms.ticket(ROOM, BEN, &[]).await, Err(Fault::Unreachable(fake.address.to_string())));
    rooms.act(ROOM, &Act::Mute { seat: ADA, kind: Kind::Audio });
    assert_eq!(fake.finds(&ada).map(|(_, sources)| sources), Some(vec!["MICROPHONE"]));
    fake.in_a_mood(Mood::Well);
    until(|| fake.finds(&ada).is_some_and(|(_, sources)| sources.is_empty())).await;
}

#[tokio::test]
async fn a_refused_ticket_takes_no_place() {
    let evening = Evening::begins().await;
    evening.fake.in_a_mood(Mood::Says(401, r#"{"code":"unauthenticated"}"#));
    let refused = evening.ticket(ADA, ALL).await.expect_err("LiveKit says no");
    assert_eq!(refused.to_string(), "LiveKit refused CreateRoom: 401 unauthenticated");
    evening.fake.in_a_mood(Mood::Well);
    // A refusal is no outage: the next one is asked for at once.
    assert!(evening.ticket(ADA, ALL).await.is_ok());
}
