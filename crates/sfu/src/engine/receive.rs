//! Datagrams on their way in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use str0m::Input;
use str0m::ice::StunMessage;
use str0m::net::{Protocol, Receive};

use super::{Datagram, Heard, Line, Stranded};

/// Longer datagrams are nobody's.
const DATAGRAM_BYTES_MAX: usize = 2_000;

impl Line {
    /// Takes a datagram, if it is this connection's; whether it was.
    pub(crate) fn receive(
        &mut self,
        datagram: Datagram<'_>,
        now: Instant,
        heard: &mut Vec<Heard>,
    ) -> Result<bool, Stranded> {
        if datagram.bytes.len() > DATAGRAM_BYTES_MAX {
            return Ok(false);
        }
        let mut is_ours = false;
        self.step(now, heard, |line| {
            let Datagram { bytes, from, to } = datagram;
            let Ok(contents) = Receive::new(Protocol::Udp, from, to, bytes) else { return Ok(()) };
            let input = Input::Receive(now, contents);
            is_ours = line.rtc.accepts(&input);
            if is_ours { line.rtc.handle_input(input) } else { Ok(()) }
        })?;
        Ok(is_ours)
    }
}

/// Our part of the name in a stranger's first datagram; none if it is no such datagram.
pub(crate) fn stranger(bytes: &[u8]) -> Option<String> {
    let is_short = bytes.len() <= DATAGRAM_BYTES_MAX;
    let is_stun = matches!(bytes, [0 | 1, _, _, _, 0x21, 0x12, 0xa4, 0x42, ..]);
    let read = || {
        let message = StunMessage::parse(bytes).ok()?;
        message.split_username().map(|(ours, _)| ours.to_owned())
    };
    if is_short && is_stun { catch_unwind(AssertUnwindSafe(read)).ok().flatten() } else { None }
}
