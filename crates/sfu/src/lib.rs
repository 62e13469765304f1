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
//! **Coming back.** A seat outlives its connection. The same connection on another network goes on (ICE restart); a new one
//! takes up the seat with its slots, its circle, its silence and its talk time.
//!
//! **Talk time.** [`levels`] makes milliseconds of speech, turns, overlap and silence from levels in dBov, of those who agreed.
//! Of the others no number ever exists, and their browsers are not asked for a level.
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
pub use offer::{OFFER_BYTES_MAX, SLOTS_MAX};
pub use output::{Event, Loss, Output, Told, Transmit};
pub use refusal::Refusal;
pub use seat::{Circle, Kind, RoomId, Slot};
pub use sfu::Sfu;

/// The most seats of one room: one more than slots, since nobody receives themselves.
pub const SEATS_MAX: usize = SLOTS_MAX + 1;

/// How long a connection that does not answer is kept.
pub const LINE_KEPT: Duration = Duration::from_secs(15);
