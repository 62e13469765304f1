//! Live rooms whose sound and pictures a LiveKit server carries: the same acts as the engine that is built in, put into calls of
//! LiveKit's server API.
//!
//! **Not yet run against a real server.** Each call, token and answer is held against LiveKit's published protocol by a server
//! that speaks it in the tests; no LiveKit server and no browser with its client has been part of that.
//!
//! ```text
//! open(room)   ticket(seat, arrival) → url + token      act(Act::Mute…)   leave(seat)   close(room)
//!                       ╰───────────── what is wanted ─────────┴──────────────╯
//!            every two seconds and after each act: who is there? ─→ what differs is set right, and told
//! ```
//!
//! **Wanted and found.** An act changes what is wanted, and nothing else. Then LiveKit is asked who is in its rooms, and whatever
//! differs is set right: whoever does not belong there is removed, and what somebody may send is what the hall says. So a call
//! that was lost, a token that is used late and a browser that does as it likes all end in the same place.
//!
//! **Muted** means that LiveKit takes nothing of that source from the member: the permission to send it is gone, which no
//! browser can give itself. **Circles** are LiveKit rooms of their own: whoever goes from one to another is let out of the one
//! and given a ticket for the other, since LiveKit's own way to move somebody is not in the server that one runs oneself.
//!
//! **Names.** LiveKit learns random names of rooms and of those in them, new ones for each way in, and nothing else: no name of
//! a person, no group, no session. Whose picture is whose is told by [`sfu::Event::Slots`] with LiveKit's name in the place of the `mid`.
//!
//! **No recording.** No token of ours can record, be hidden, or write data, and recording is asked for nowhere.

mod address;
mod calls;
mod fault;
mod key;
mod plan;
mod rooms;
mod round;
mod wire;

pub use address::Address;
pub use calls::{Grants, Participant, Permission, RoomService, State};
pub use fault::Fault;
pub use key::Key;
pub use rooms::{CONNECTION, Rooms, WayIn};
