//! What a room asks of whatever carries its sound and pictures. One engine is built in; another would be a second variant.

use ::floor::Seat;
use ::floor::hall::{Media as Step, MediaPicture, Source, Turns};
use sfu::levels::Talk;
use sfu::{Act, Circle, Consent, Joined, Kind, RoomId, Told};
use tokio::sync::mpsc;

use super::media::{Asked, Faulty, Media, Order};
use crate::config::Config;

/// Who carries sound and pictures.
pub(super) enum Engine {
    /// The one that is built in.
    Embedded(Media),
    /// Nobody: rooms have writing and turns.
    None,
}

impl Engine {
    /// The one that the settings name.
    pub fn of(config: &Config) -> Self {
        match config.media_udp {
            Some(listen) => Self::Embedded(Media::new(listen, config.media_public.clone())),
            None => Self::None,
        }
    }

    /// Whether there are sound and pictures at all.
    pub const fn carries(&self) -> bool {
        matches!(self, Self::Embedded(_))
    }

    /// Opens a room, if it is not open; what happens to its connections is told there.
    pub async fn open(&self, room: RoomId, events: mpsc::Sender<Told>) -> Result<(), Faulty> {
        match self {
            Self::Embedded(media) => media.open(room, events).await,
            Self::None => Err(Faulty::Gone),
        }
    }

    /// A seat's way in: the answer to its browser's offer, and the number of the connection by which events name it.
    pub async fn ticket(&self, room: RoomId, seat: Seat, offer: String, consent: Consent) -> Result<Joined, Faulty> {
        match self {
            Self::Embedded(media) => media.join(room, seat, Asked { offer, consent }).await,
            Self::None => Err(Faulty::Gone),
        }
    }

    /// What seats may do, step by step.
    pub async fn grant(&self, room: RoomId, acts: Vec<Act>) {
        for act in acts {
            self.order(Order::Act(room, act)).await;
        }
    }

    /// Ends a seat's connection, if it has one. It may come again.
    pub async fn remove(&self, room: RoomId, seat: Seat) {
        self.order(Order::Leave(room, seat)).await;
    }

    /// Ends a seat's connection, and there is no other for as long as the room is open.
    pub async fn bar(&self, room: RoomId, seat: Seat) {
        self.order(Order::Remove(room, seat)).await;
    }

    /// Talk time so far, of those who agreed; nothing where nobody carries anything.
    pub async fn talk(&self, room: RoomId) -> Option<Talk> {
        match self {
            Self::Embedded(media) => media.talk(room).await.ok(),
            Self::None => None,
        }
    }

    /// Closes a room; what was counted of it.
    pub async fn close(&self, room: RoomId) -> Option<Talk> {
        match self {
            Self::Embedded(media) => media.close(room).await.ok(),
            Self::None => None,
        }
    }

    async fn order(&self, order: Order) {
        if let Self::Embedded(media) = self
            && media.send(order).await.is_err()
        {
            tracing::warn!("nobody carries the sound and pictures of a live room");
        }
    }
}

/// The acts that a step of the hall's asks for. Who comes and goes is not among them; whoever is not connected is skipped, and
/// learns what holds when they come.
pub(super) fn acts(step: Step) -> Vec<Act> {
    match step {
        Step::Mute(seat, source) => vec![Act::Mute { seat, kind: kind(source) }],
        Step::Unmute(seat, source) => vec![Act::Unmute { seat, kind: kind(source), by: seat }],
        Step::Move(moves) => {
            vec![Act::Move(moves.into_iter().map(|(seat, circle)| (seat, Circle(circle.0))).collect())]
        }
        Step::Turns(turns) => vec![Act::Turns(heard(turns))],
        Step::Spotlight(seat) => vec![Act::Spotlight(seat)],
        Step::Open(..) | Step::Close(_) | Step::Cut(_) => Vec::new(),
    }
}

/// What holds for a seat that has just connected.
pub(super) fn arrival(picture: &MediaPicture, seat: Seat) -> Vec<Act> {
    let mut acts = Vec::new();
    if let Some(media) = picture.seats.iter().find(|media| media.seat == seat) {
        acts.push(Act::Move(vec![(seat, Circle(media.circle.0))]));
        acts.extend(Source::ALL.into_iter().map(|source| {
            let kind = kind(source);
            if media.passes[source as usize] { Act::Unmute { seat, kind, by: seat } } else { Act::Mute { seat, kind } }
        }));
    }
    acts.push(Act::Turns(heard(picture.turns.clone())));
    if picture.spotlight == Some(seat) {
        acts.push(Act::Spotlight(Some(seat)));
    }
    acts
}

fn heard(turns: Turns) -> sfu::Turns {
    match turns {
        Turns::Everybody => sfu::Turns::Everybody,
        Turns::Only(seats) => sfu::Turns::Only(seats),
    }
}

const fn kind(source: Source) -> Kind {
    match source {
        Source::Microphone => Kind::Audio,
        Source::Camera => Kind::Video,
    }
}
