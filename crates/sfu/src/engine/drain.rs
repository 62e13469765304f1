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

impl Line {
    /// Takes everything out; answers with the time at which there may be more.
    pub(super) fn drain(&mut self, now: Instant, heard: &mut Vec<Heard>) -> Result<Instant, RtcError> {
        loop {
            match self.rtc.poll_output()? {
                Output::Timeout(due) => return Ok(due),
                Output::Transmit(sent) => heard.push(Heard::Transmit(Transmit {
                    from: sent.source,
                    to: sent.destination,
                    bytes: sent.contents.into(),
                })),
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

/// Where one can begin, and the running numbers of VP8. Nothing for a picture that is no VP8.
fn numbers(kind: Kind, payload: &[u8]) -> Option<(Start, Picture)> {
    if kind == Kind::Audio {
        return Some((Start::Here, Picture::default()));
    }
    let vp8 = Vp8Descriptor::parse(payload).ok()?;
    let start = if vp8.starts_keyframe(payload) { Start::Here } else { Start::Later };
    Some((start, Picture { id: vp8.picture_id(), base: vp8.tl0_pic_idx() }))
}
