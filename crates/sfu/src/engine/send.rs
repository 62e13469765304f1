//! Packets on their way out, and requests for key frames.

use std::time::{Duration, Instant};

use str0m::Input;
use str0m::media::KeyframeRequestKind;
use str0m::rtp::{ExtensionValues, RtpWrite, Vp8Descriptor, Vp8Patch, Vp8PatchBuilder};

use super::drain::Until;
use super::{Heard, Line, Payload, Stranded};
use crate::packet::{Picture, Rewritten};
use crate::seat::{Kind, Layer};

/// Picture ids of the short form have 7 bits.
const SHORT_ID: u16 = 0x7f;
/// What is kept of a slot to be sent again where it was lost, as the engine itself sets it for a new slot.
const RESENT_PACKETS_MAX: usize = 1_000;
const RESENT_WITHIN: Duration = Duration::from_secs(3);
const RESENT_SHARE_MAX: f32 = 0.15;

impl Line {
    /// Sends a packet at the slot in this place, under these numbers.
    pub(crate) fn send(
        &mut self,
        place: usize,
        rewritten: Rewritten,
        payload: &Payload,
        now: Instant,
        heard: &mut Vec<Heard>,
    ) -> Result<(), Stranded> {
        let kind = rewritten.kind;
        let Some((mid, codec)) = self.slots[kind as usize].get(place).copied().zip(self.codecs[kind as usize]) else {
            return Ok(());
        };
        let Rewritten { seq, time, marker, picture, .. } = rewritten;
        let values = ExtensionValues { video_orientation: payload.orientation(), ..ExtensionValues::default() };
        let write = RtpWrite::new(codec, seq.into(), time, now, payload.shared())
            .marker(marker)
            .nackable(kind == Kind::Video)
            .ext_vals(values);
        let write = match patch(kind, picture, payload.bytes()) {
            Some(patch) => write.vp8_patch(patch),
            None => write,
        };
        // The engine looks through all slots whenever it is told the time or asked what comes out, so that is done no more than
        // the packet needs.
        self.step_until(now, Until::Packet, heard, |line| {
            if let Some(stream) = line.rtc.direct_api().stream_tx_by_mid(mid, None) {
                stream.write_rtp(write);
            }
            line.rtc.handle_input(Input::Timeout(now))
        })
    }

    /// Forgets the pictures that were sent at the slot in this place: who was behind it is not to be seen there any more, and
    /// what was lost is not sent again.
    pub(crate) fn forget(&mut self, place: usize, now: Instant, heard: &mut Vec<Heard>) -> Result<(), Stranded> {
        let Some(mid) = self.slots[Kind::Video as usize].get(place).copied() else { return Ok(()) };
        self.step(now, heard, |line| {
            if let Some(stream) = line.rtc.direct_api().stream_tx_by_mid(mid, None) {
                stream.set_rtx_cache(RESENT_PACKETS_MAX, RESENT_WITHIN, Some(RESENT_SHARE_MAX));
            }
            Ok(())
        })
    }

    /// Asks the browser for a key frame of one layer of its camera.
    pub(crate) fn ask(&mut self, layer: Layer, now: Instant, heard: &mut Vec<Heard>) -> Result<(), Stranded> {
        let (Some(mid), rid) = (self.sources[Kind::Video as usize], self.rids.of(layer)) else { return Ok(()) };
        self.step(now, heard, |line| {
            if let Some(stream) = line.rtc.direct_api().stream_rx_by_mid(mid, rid) {
                stream.request_keyframe(KeyframeRequestKind::Pli);
            }
            line.rtc.handle_input(Input::Timeout(now))
        })
    }
}

/// Writes our picture numbers over the source's, without a copy of the content.
fn patch(kind: Kind, picture: Picture, payload: &[u8]) -> Option<Vp8Patch> {
    if kind == Kind::Audio {
        return None;
    }
    let vp8 = Vp8Descriptor::parse(payload).ok()?;
    let with = |id: Option<u16>| {
        let numbered = id.into_iter().fold(vp8.patch(), Vp8PatchBuilder::picture_id);
        picture.base.into_iter().fold(numbered, Vp8PatchBuilder::tl0_pic_idx).build().ok()
    };
    with(picture.id).or_else(|| with(picture.id.map(|id| id & SHORT_ID)))
}
