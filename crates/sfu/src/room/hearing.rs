//! Who hears whom, and whose sound or picture is forwarded at all.

use super::{Member, Room};
use crate::seat::Kind;

impl Room {
    /// Whether one member may be heard and seen by another: in one circle, or spoken to in all of them.
    pub(super) fn hears(&self, listener: &Member, speaker: &Member) -> bool {
        let is_broadcast = self.broadcast == Some(speaker.seat);
        listener.seat != speaker.seat && (listener.circle == speaker.circle || is_broadcast)
    }

    /// Whether anything of this source is forwarded now.
    pub(super) fn is_forwarded(&self, speaker: &Member, kind: Kind) -> bool {
        !speaker.is_silent(kind) && (kind == Kind::Video || self.turns.allows(speaker.seat))
    }
}
