//! What a room asks of whatever carries its sound and pictures. One engine is built in; a LiveKit server is another, where the
//! program is built with the feature `livekit`.

use ::floor::Seat;
use ::floor::hall::{Media as Step, MediaPicture, Source, Turns};
use serde::Serialize;
use sfu::levels::Talk;
use sfu::{Act, Circle, Joined, Kind, RoomId, Told};
use tokio::sync::mpsc;

use super::media::{Asked, Faulty, Media, Order};
use crate::config::Config;

/// Who carries sound and pictures.
pub(super) enum Engine {
    /// The one that is built in.
    Embedded(Media),
    /// A LiveKit server.
    #[cfg(feature = "livekit")]
    LiveKit(livekit::Rooms),
    /// Nobody: rooms have writing and turns.
    None,
}

/// Whether a room's sound and pictures are carried, as its pages are told.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Carried {
    /// They are, to our own pages.
    Yes,
    /// To a page that has LiveKit's client; our own pages have none.
    #[cfg(feature = "livekit")]
    LiveKit,
    /// They are not.
    No,
}

/// A seat's way in.
pub(super) enum WayIn {
    /// The answer to its browser's offer, and the number of the connection by which events name it.
    Answer(Joined),
    /// Where LiveKit's client connects to, and what lets it in.
    #[cfg(feature = "livekit")]
    Join(livekit::WayIn),
}

impl Engine {
    /// The one that the settings name.
    pub fn of(config: &Config) -> Self {
        #[cfg(feature = "livekit")]
        if let Some(carrier) = &config.livekit {
            return Self::by_livekit(carrier);
        }
        match config.media_udp {
            Some(listen) => Self::Embedded(Media::new(listen, config.media_public.clone())),
            None => Self::None,
        }
    }

    #[cfg(feature = "livekit")]
    fn by_livekit(carrier: &crate::config::LiveKit) -> Self {
        match livekit::RoomService::new(carrier.address.clone(), carrier.key.clone()) {
            Ok(calls) => {
                tracing::warn!(
                    "LiveKit carries the live rooms' sound and pictures, and our own pages have no client for it"
                );
                Self::LiveKit(livekit::Rooms::new(calls))
            }
            Err(cause) => {
                tracing::error!(%cause, "sound and pictures of live rooms are out of order");
                Self::None
            }
        }
    }

    /// Whether there are sound and pictures, and for which pages.
    pub const fn carried(&self) -> Carried {
        match self {
            Self::Embedded(_) => Carried::Yes,
            #[cfg(feature = "livekit")]
            Self::LiveKit(_) => Carried::LiveKit,
            Self::None => Carried::No,
        }
    }

    /// Opens a room, if it is not open; what happens to its connections is told there.
    pub async fn open(&self, room: RoomId, events: mpsc::Sender<Told>) -> Result<(), Faulty> {
        match self {
            Self::Embedded(media) => media.open(room, events).await,
            #[cfg(feature = "livekit")]
            Self::LiveKit(rooms) => {
                rooms.open(room, events);
                Ok(())
            }
            Self::None => Err(Faulty::Gone),
        }
    }

    /// A seat's way in, with all that holds for it when it comes.
    pub async fn ticket(&self, room: RoomId, seat: Seat, asked: Asked, arrival: Vec<Act>) -> Result<WayIn, Faulty> {
        match self {
            Self::Embedded(media) => {
                let joined = media.join(room, seat, asked).await?;
                self.grant(room, arrival).await;
                Ok(WayIn::Answer(joined))
            }
            #[cfg(feature = "livekit")]
            Self::LiveKit(rooms) => rooms.ticket(room, seat, &arrival).await.map(WayIn::Join).map_err(|cause| {
                tracing::warn!(%cause, "LiveKit gave nobody a way into a live room");
                Faulty::Gone
            }),
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

    /// Talk time so far, of those who agreed; nothing where nobody carries anything, or says how loud it is.
    pub async fn talk(&self, room: RoomId) -> Option<Talk> {
        match self {
            Self::Embedded(media) => media.talk(room).await.ok(),
            #[cfg(feature = "livekit")]
            Self::LiveKit(_) => None,
            Self::None => None,
        }
    }

    /// Closes a room; what was counted of it.
    pub async fn close(&self, room: RoomId) -> Option<Talk> {
        match self {
            Self::Embedded(media) => media.close(room).await.ok(),
            #[cfg(feature = "livekit")]
            Self::LiveKit(rooms) => {
                rooms.close(room);
                None
            }
            Self::None => None,
        }
    }

    async fn order(&self, order: Order) {
        match self {
            Self::Embedded(media) => {
                if media.send(order).await.is_err() {
                    tracing::warn!("nobody carries the sound and pictures of a live room");
                }
            }
            #[cfg(feature = "livekit")]
            Self::LiveKit(rooms) => match order {
                Order::Act(room, act) => rooms.act(room, &act),
                Order::Leave(room, seat) | Order::Remove(room, seat) => rooms.leave(room, seat),
                // These have an answer, and a method above each.
                Order::Open(..) | Order::Join(..) | Order::Talk(..) | Order::Close(..) => {}
            },
            Self::None => {}
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
