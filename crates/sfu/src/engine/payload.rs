//! What somebody says or shows. It can be passed on and nothing else.

use std::sync::Arc;

use str0m::rtp::VideoOrientation;

/// The content of a packet. No trait lets it be printed, written or stored: it goes in at the receiving connection and out at
/// the sending ones, and has no other door.
pub(crate) struct Payload {
    bytes: Arc<[u8]>,
    orientation: Option<VideoOrientation>,
}

impl Payload {
    pub(super) const fn of(bytes: Arc<[u8]>, orientation: Option<VideoOrientation>) -> Self {
        Self { bytes, orientation }
    }

    pub(super) fn shared(&self) -> Arc<[u8]> {
        Arc::clone(&self.bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Which way up the camera was held.
    pub(super) const fn orientation(&self) -> Option<VideoOrientation> {
        self.orientation
    }
}
