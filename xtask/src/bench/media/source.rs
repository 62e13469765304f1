//! What a browser of the bench sends: a voice in 50 packets a second of 100 bytes, and a picture in 30 frames a second of two
//! packets of 1,050 bytes each. Pure: which packet is due when follows from when it began.

use std::sync::Arc;
use std::time::{Duration, Instant};

/// Packets that one source sends in a second.
pub const PACKETS_PER_S: u64 = VOICE_PER_S + FRAMES_PER_S * PARTS;

const VOICE_PER_S: u64 = 50;
const VOICE_BYTES: usize = 100;
const FRAMES_PER_S: u64 = 30;
const PARTS: u64 = 2;
const PART_BYTES: usize = 1_050;
/// The media clocks of Opus and VP8, in Hz.
const CLOCKS: [u64; 2] = [48_000, 90_000];

/// A browser that is so late leaves out what it should have sent.
const LATE: Duration = Duration::from_millis(200);

/// A voice or a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A voice.
    Voice,
    /// A picture.
    Picture,
}

/// One packet, as it is to be sent.
#[derive(Debug)]
pub struct Packet {
    pub kind: Kind,
    /// Without rollover, from 1.
    pub seq: u64,
    /// In ticks of the kind's clock.
    pub time: u32,
    /// The end of a frame.
    pub marker: bool,
    pub payload: Arc<[u8]>,
}

/// A microphone and a camera.
#[derive(Debug)]
pub struct Source {
    began: Instant,
    voices: u64,
    parts: u64,
    is_key_due: bool,
    voice: Arc<[u8]>,
}

impl Source {
    /// Both begin now.
    pub fn begin(now: Instant) -> Self {
        Self { began: now, voices: 0, parts: 0, is_key_due: true, voice: vec![0; VOICE_BYTES].into() }
    }

    /// The next frame is one that can be shown by itself.
    pub const fn ask_for_key(&mut self) {
        self.is_key_due = true;
    }

    /// When the next packet is due.
    pub fn due(&self) -> Instant {
        self.voice_due().min(self.picture_due())
    }

    /// The next packet, if it is due.
    pub fn next(&mut self, now: Instant) -> Option<Packet> {
        let late = now.checked_duration_since(self.due())?;
        if late > LATE {
            self.began += late;
        }
        Some(if self.voice_due() <= self.picture_due() { self.speak() } else { self.show() })
    }

    fn voice_due(&self) -> Instant {
        self.began + Duration::from_micros(self.voices * 1_000_000 / VOICE_PER_S)
    }

    fn picture_due(&self) -> Instant {
        self.began + Duration::from_micros(self.parts / PARTS * 1_000_000 / FRAMES_PER_S)
    }

    fn speak(&mut self) -> Packet {
        let time = ticks(self.voices * (CLOCKS[0] / VOICE_PER_S));
        self.voices += 1;
        Packet { kind: Kind::Voice, seq: self.voices, time, marker: false, payload: Arc::clone(&self.voice) }
    }

    /// A part of a frame of VP8: a descriptor with picture id and `TL0PICIDX` (RFC 7741), then the frame, whose first bit says
    /// whether it needs those before it.
    fn show(&mut self) -> Packet {
        let (frame, part) = (self.parts / PARTS, self.parts % PARTS);
        let [.., high, low] = (frame % 0x8000).to_be_bytes();
        let begins = if part == 0 { 0x90 } else { 0x80 };
        let needs_others = u8::from(!self.is_key_due);
        let mut payload = vec![begins, 0xe0, 0x80 | high, low, low, 0, needs_others];
        payload.resize(PART_BYTES, 0);
        self.parts += 1;
        let marker = part == PARTS - 1;
        self.is_key_due &= !marker;
        let time = ticks(frame * (CLOCKS[1] / FRAMES_PER_S));
        Packet { kind: Kind::Picture, seq: self.parts, time, marker, payload: payload.into() }
    }
}

/// Media time goes round.
fn ticks(time: u64) -> u32 {
    u32::try_from(time & u64::from(u32::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due_by(source: &mut Source, now: Instant) -> Vec<Packet> {
        std::iter::from_fn(|| source.next(now)).collect()
    }

    #[test]
    fn a_second_holds_fifty_packets_of_voice_and_thirty_frames() {
        let began = Instant::now();
        let mut source = Source::begin(began);
        let mut packets = Vec::new();
        for ms in 0..1_000 {
            packets.extend(due_by(&mut source, began + Duration::from_millis(ms)));
        }
        assert_eq!(packets.len() as u64, PACKETS_PER_S);
        let of = |kind| packets.iter().filter(move |packet: &&Packet| packet.kind == kind);
        let voice: Vec<_> = of(Kind::Voice).map(|packet| (packet.seq, packet.time, packet.payload.len())).collect();
        assert_eq!((voice.len(), voice[0], voice[49]), (50, (1, 0, 100), (50, 47_040, 100)));
        let picture: Vec<_> = of(Kind::Picture).map(|packet| (packet.seq, packet.time, packet.marker)).collect();
        assert_eq!((picture.len(), picture[0], picture[1]), (60, (1, 0, false), (2, 0, true)));
        assert_eq!(picture[59], (60, 87_000, true));
    }

    #[test]
    fn whoever_is_late_leaves_out_what_is_past_and_breaks_no_number() {
        let began = Instant::now();
        let mut source = Source::begin(began);
        let first = due_by(&mut source, began);
        let after = due_by(&mut source, began + Duration::from_secs(9));
        assert!(after.len() <= 4, "{} packets at once", after.len());
        let voice = |packets: &[Packet]| packets.iter().find(|p| p.kind == Kind::Voice).map(|p| p.seq);
        assert_eq!((voice(&first), voice(&after)), (Some(1), Some(2)));
        assert!(source.due() > began + Duration::from_secs(9));
    }

    #[test]
    fn a_key_frame_comes_first_and_when_it_is_asked_for() {
        let began = Instant::now();
        let mut source = Source::begin(began);
        let mut is_key = |ms| {
            let packets = due_by(&mut source, began + Duration::from_millis(ms));
            let keys: Vec<bool> =
                packets.iter().filter(|p| p.kind == Kind::Picture).map(|p| p.payload[6] & 1 == 0).collect();
            source.ask_for_key();
            keys
        };
        assert_eq!(is_key(0), [true, true]);
        assert_eq!(is_key(34), [true, true], "it was asked for");
        let mut source = Source::begin(began);
        due_by(&mut source, began);
        let plain = due_by(&mut source, began + Duration::from_millis(34));
        assert!(plain.iter().filter(|p| p.kind == Kind::Picture).all(|p| p.payload[6] & 1 == 1));
    }
}
