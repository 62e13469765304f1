//! The media of live rooms: forwards sound and pictures between those in a room, and counts talk time by sound levels.
//!
//! No I/O and no clock: datagrams and the time come in as values, datagrams and events come out. One [`Sfu`] holds the rooms of
//! one worker; whoever drives it owns the sockets.
//!
//! ```text
//! join(offer) → answer      handle(datagram, from, to, now)      act(Act::Mute…, now)
//!                    ╰────────────────┬───────────────────────────────╯
//!                     poll(now) → Transmit… Told… Timeout(at)     until it is a time
//! ```
//!
//! **One offer.** A browser describes its connection once: one microphone and one camera that send, and up to [`SLOTS_MAX`]
//! slots of each kind that receive. Who is behind a slot changes without a new description ([`Event::Slots`]): the receiver
//! sees one unbroken stream, since sequence numbers, media time and picture ids are written anew. A picture begins with a key
//! frame, always; one is asked for at most every half second and layer. A camera with simulcast names its smallest layer first.
//!
//! **Sound first.** A line carries what its estimate in kbit/s allows: 45 for each voice, always; then pictures, the spotlight
//! first, then those who speak, then the others, the smallest simulcast layer for all before a larger one for any. With less
//! than 100 for each picture there are none ([`Event::AudioOnly`]) until there have been 160 for three seconds.
//!
//! **Who hears whom.** Members are in circles; nobody outside a circle hears it. What is muted is not forwarded at all,
//! whatever the browser does, and only the member's own act takes it back.
//!
//! **Who has a slot.** Whoever is silenced, not in turn, or sends nothing has none. Of the others the spotlight comes first,
//! then those whom the page shows first, then whoever is heard just now, counted or not, then whoever has the slot. So a room
//! may have more seats than slots, and whoever begins to speak is heard before the third packet.
//!
//! **Coming back.** A seat outlives a connection that breaks, and not one that its browser ends. The same connection on another
//! network goes on (ICE restart); a new one takes up the seat with its slots, its circle, its silence and its talk time. Each
//! connection has a number, by which one knows what is out of date.
//!
//! **Talk time.** [`levels`] makes milliseconds of speech, turns, overlap and silence from levels in dBov, of those who agreed.
//! Of the others nothing is counted, and their browsers are not asked for a level; whether they are heard just now is known
//! from the packets that pass, for that moment, and told to nobody.
//!
//! **No recording.** What somebody says or shows is held in a private type that can be passed on and nothing else. This crate
//! names no file; a test reads its sources for that.

mod act;
mod assign;
mod budget;
mod engine;
pub mod levels;
mod offer;
mod output;
mod owed;
mod pace;
mod packet;
mod refusal;
mod room;
mod seat;
mod sfu;
mod source;
mod strangers;
mod track;

use std::time::Duration;

pub use act::{Act, Consent, Pictures, Turns, View};
pub(crate) use offer::Offer;
pub use offer::{LINES_MAX, OFFER_BYTES_MAX, SLOTS_MAX};
pub use output::{Event, Joined, Loss, Output, Told, Transmit};
pub use owed::Owed;
pub use pace::{OFFER_EVERY, OFFERS_AT_ONCE};
pub use refusal::Refusal;
pub use seat::{Circle, ConnectionId, Kind, RoomId, Slot};
pub use sfu::Sfu;

/// The most seats of one room: as many as a hall has. Whoever cannot be heard or seen now needs no slot.
pub const SEATS_MAX: usize = floor::SEATS_MAX;

/// How long a connection that does not answer is kept.
pub const LINE_KEPT: Duration = Duration::from_secs(15);
