//! What a browser sends: sound of a chosen level, and pictures in packets of VP8.

use std::time::Instant;

use str0m::format::Codec;
use str0m::media::Pt;
use str0m::rtp::{ExtensionValues, RtpWrite};

use crate::browser::Browser;

const PACKET_BYTES_MAX: usize = 1_100;

impl Browser {
    /// One packet of sound out of turn.
    pub fn audio_now(&mut self, now: Instant) {
        self.speak(now);
    }

    pub fn speak(&mut self, now: Instant) {
        if !self.mic {
            return;
        }
        let values = ExtensionValues {
            audio_level: Some(self.level_dbov),
            voice_activity: Some(true),
            ..ExtensionValues::default()
        };
        let write =
            RtpWrite::new(self.codec(Codec::Opus), self.audio_seq.into(), self.clock(now, 48), now, self.mark(0))
                .ext_vals(values);
        self.audio_seq += 1;
        self.rtc.direct_api().stream_tx_by_mid(self.audio, None).unwrap().write_rtp(write);
        self.flush(now);
    }

    pub fn show(&mut self, now: Instant) {
        if !self.camera {
            return;
        }
        for place in 0..self.layers.len() {
            let (codec, time, video) = (self.codec(Codec::Vp8), self.clock(now, 90), self.video);
            let frame = self.frame(place);
            let last = frame.len() - 1;
            for (part, payload) in frame.into_iter().enumerate() {
                let layer = &mut self.layers[place];
                let write = RtpWrite::new(codec, layer.seq.into(), time, now, payload);
                layer.seq += 1;
                let rid = layer.rid;
                let write = write.marker(part == last).nackable(true);
                self.rtc.direct_api().stream_tx_by_mid(video, rid).unwrap().write_rtp(write);
                self.flush(now);
            }
        }
    }

    /// A frame of VP8 in its packets: a descriptor with picture id and `TL0PICIDX`, then who, which and how many.
    fn frame(&mut self, place: usize) -> Vec<Vec<u8>> {
        let layer = &mut self.layers[place];
        let [high, low] = layer.picture.to_be_bytes();
        let inter = u8::from(!std::mem::take(&mut layer.is_key_due));
        let packets = layer.bytes.div_ceil(PACKET_BYTES_MAX);
        let bytes = layer.bytes / packets;
        layer.picture = (layer.picture + 1) % 32_768;
        let mut frame = Vec::new();
        for part in 0..packets {
            let begins = if part == 0 { 0x90 } else { 0x80 };
            let mut payload = vec![begins, 0xe0, 0x80 | high, low, low, 0, inter];
            payload.extend(self.mark(u8::try_from(place).unwrap()));
            payload.resize(payload.len().max(bytes), 0);
            frame.push(payload);
        }
        frame
    }

    fn mark(&mut self, layer: u8) -> Vec<u8> {
        self.counter += 1;
        let mut mark = vec![u8::try_from(self.seat.0).unwrap(), layer];
        mark.extend(self.counter.to_be_bytes());
        mark.resize(80, 0);
        mark
    }

    fn clock(&self, now: Instant, per_ms: u32) -> u32 {
        u32::try_from((now - self.start).as_millis()).unwrap().wrapping_mul(per_ms)
    }

    fn codec(&self, codec: Codec) -> Pt {
        self.rtc.codec_config().find(|params| params.spec().codec == codec).unwrap().pt()
    }
}
