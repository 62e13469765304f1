//! All that comes out of a connection after one change.

use std::time::Instant;

use str0m::bwe::BweKind;
use str0m::rtp::{RtpPacket, Ssrc, Vp8Descriptor};
use str0m::{Event, IceConnectionState, Output, RtcError};

use super::{Heard, Line, Payload};
use crate::output::Transmit;
use crate::packet::{Head, Picture, Start};
use crate::seat::{Kind, Layer};

/// Streams of one browser that are remembered: a microphone, three layers, and as many again after a change of device.
const STREAMS_MAX: usize = 16;

/// How much is taken out of a connection after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// All there is.
    Nothing,
    /// All up to the first packet of sound or pictures: one leaves for each that is given. The rest comes with the next change,
    /// or the next time.
    Packet,
}

impl Line {
    /// Takes out everything, or all up to the first packet; answers with the time at which there may be more.
    pub(super) fn drain(&mut self, now: Instant, until: Until, heard: &mut Vec<Heard>) -> Result<Instant, RtcError> {
        loop {
            match self.rtc.poll_output()? {
                Output::Timeout(due) => return Ok(due),
                Output::Transmit(sent) => {
                    let is_last = until == Until::Packet && is_packet(&sent.contents);
                    let (from, to, bytes) = (sent.source, sent.destination, sent.contents.into());
                    heard.push(Heard::Transmit(Transmit { from, to, bytes }));
                    if is_last {
                        return Ok(now);
                    }
                }
                Output::Event(event) => heard.extend(self.hear(event, now)),
            }
        }
    }

    fn hear(&mut self, event: Event, now: Instant) -> Option<Heard> {
        match event {
            Event::Connected => Some(Heard::Connected),
            Event::IceConnectionStateChange(state) => self.ice(state, now),
            Event::Closed => Some(Heard::Ended),
            Event::RtpPacket(packet) => self.packet(packet),
            Event::KeyframeRequest(request) => {
                let [_, pictures] = &self.slots;
                pictures.iter().position(|mid| *mid == request.mid).map(Heard::KeyFrame)
            }
            Event::EgressBitrateEstimate(BweKind::Twcc { estimate, .. }) => {
                Some(Heard::Estimate(u32::try_from(estimate.as_u64() / 1_000).unwrap_or(u32::MAX)))
            }
            _ => None,
        }
    }

    fn ice(&mut self, state: IceConnectionState, now: Instant) -> Option<Heard> {
        match state {
            IceConnectionState::Disconnected => {
                self.broken.get_or_insert(now);
                Some(Heard::Broken)
            }
            IceConnectionState::Connected | IceConnectionState::Completed => self.broken.take().map(|_| Heard::Back),
            _ => None,
        }
    }

    /// The packet's head for the forwarding, and its content for the receivers.
    fn packet(&mut self, packet: RtpPacket) -> Option<Heard> {
        let (kind, layer) = self.stream(packet.header.ssrc)?;
        self.codecs[kind as usize].filter(|codec| *codec == packet.header.payload_type)?;
        let (start, picture) = numbers(kind, &packet.payload)?;
        let head = Head {
            kind,
            layer,
            stream: *packet.header.ssrc,
            seq: *packet.seq_no,
            time: packet.header.timestamp,
            marker: packet.header.marker,
            start,
            picture,
            bytes: packet.payload.len(),
            level_dbov: packet.header.ext_vals.audio_level,
            at: packet.timestamp,
        };
        Some(Heard::Packet(head, Payload::of(packet.payload, packet.header.ext_vals.video_orientation)))
    }

    /// What a stream is. Packets say so only until they have been acknowledged, so it is kept.
    fn stream(&mut self, ssrc: Ssrc) -> Option<(Kind, Layer)> {
        if let Some((_, kind, layer)) = self.streams.iter().find(|(known, ..)| *known == ssrc) {
            return Some((*kind, *layer));
        }
        let mut engine = self.rtc.direct_api();
        let stream = engine.stream_rx(&ssrc)?;
        let (mid, rid) = (stream.mid(), stream.rid());
        let (kind, layer) = (self.kind_of_source(mid)?, self.rids.layer(rid)?);
        if self.streams.len() >= STREAMS_MAX {
            self.streams.remove(0);
        }
        self.streams.push((ssrc, kind, layer));
        Some((kind, layer))
    }
}

/// Whether a datagram carries sound or pictures, by its first two bytes (RFC 7983, 7 and RFC 5761, 4).
fn is_packet(datagram: &[u8]) -> bool {
    matches!(datagram, [128..=191, kind, ..] if !(192..=223).contains(kind))
}

/// Where one can begin, and the running numbers of VP8. Nothing for a picture that is no VP8.
fn numbers(kind: Kind, payload: &[u8]) -> Option<(Start, Picture)> {
    if kind == Kind::Audio {
        return Some((Start::Here, Picture::default()));
    }
    let vp8 = Vp8Descriptor::parse(payload).ok()?;
    let start = if vp8.starts_keyframe(payload) { Start::Here } else { Start::Later };
    Some((start, Picture { id: vp8.picture_id(), base: vp8.tl0_pic_idx() }))
}

#[cfg(test)]
mod tests {
    use super::is_packet;

    #[test]
    fn sound_and_pictures_are_told_from_what_is_said_about_them() {
        for (datagram, expected) in [
            ([0x80, 111], true),  // sound
            ([0x90, 0xe0], true), // a picture's last packet, with a header extension
            ([0x80, 200], false), // a sender's report
            ([0x8f, 205], false), // feedback
            ([0, 1], false),      // STUN
            ([22, 254], false),   // DTLS
        ] {
            assert_eq!(is_packet(&datagram), expected, "{datagram:?}");
        }
        assert!(!is_packet(&[0x80]));
    }
}
