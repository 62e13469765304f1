//! What can be wrong with a call.

use std::time::Duration;

/// Why LiveKit did not do what was asked. None of it says what the server wrote back beyond a code: its words can hold a token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The address is none that LiveKit is reached at.
    #[error(
        "an address such as wss://livekit.example.org is needed; ws:// and http:// are taken for this machine alone"
    )]
    Address,
    /// Nobody answers there, or not by TLS that can be trusted.
    #[error("LiveKit cannot be reached at {0}")]
    Unreachable(String),
    /// It took longer than is waited for.
    #[error("LiveKit did not answer within {} ms", .0.as_millis())]
    Silent(Duration),
    /// It says no.
    #[error("LiveKit refused {call}: {status} {code}")]
    Refused {
        /// The call.
        call: &'static str,
        /// The HTTP status.
        status: u16,
        /// Twirp's code, such as `not_found`; empty where there is none.
        code: String,
    },
    /// The answer is none of its protocol.
    #[error("LiveKit's answer to {0} could not be read")]
    Unreadable(&'static str),
    /// No such room is open here.
    #[error("no such room is open")]
    NoRoom,
    /// A token or a random name could not be made.
    #[error("no token could be made")]
    NoToken,
}

impl Fault {
    /// Whether what was to be ended is gone already.
    pub fn is_gone_already(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if code == "not_found")
    }

    /// Whether the server itself is out of reach, so that the next call would wait in vain too.
    pub const fn is_outage(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Silent(_))
    }
}
