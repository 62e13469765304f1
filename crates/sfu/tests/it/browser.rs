//! One browser: a microphone, a camera with layers, slots; it remembers what it was sent.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use floor::Seat;
use str0m::change::{SdpAnswer, SdpPendingOffer};
use str0m::media::{Direction, MediaKind, Mid, Rid, Simulcast, SimulcastLayer};
use str0m::net::{Protocol, Receive};
use str0m::rtp::{RtpPacket, Vp8Descriptor};
use str0m::{Candidate, Event, Input, Output, Rtc};

pub const AUDIO_EVERY: Duration = Duration::from_millis(20);
pub const FRAME_EVERY: Duration = Duration::from_millis(100);

/// A packet that the browser was sent, and whose it is by a mark in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Got {
    pub at: Instant,
    pub mid: Mid,
    pub from: Seat,
    pub layer: u8,
    pub seq: u64,
    pub time: u32,
    pub counter: u32,
    pub picture: Option<u16>,
    pub is_key: bool,
    pub level: Option<i8>,
}

pub struct Browser {
    pub seat: Seat,
    pub here: SocketAddr,
    pub rtc: Rtc,
    pub got: Vec<Got>,
    pub mic: bool,
    pub camera: bool,
    pub level_dbov: i8,
    pub key_frames_asked: usize,
    pub sent: Vec<(SocketAddr, SocketAddr, Vec<u8>)>,
    pub due: Instant,
    pending: Option<SdpPendingOffer>,
    pub audio: Mid,
    pub video: Mid,
    pub layers: Vec<Layer>,
    pub audio_seq: u64,
    audio_at: Instant,
    frame_at: Instant,
    pub start: Instant,
    pub counter: u32,
}

/// One size of the camera's picture.
pub struct Layer {
    pub rid: Option<Rid>,
    pub bytes: usize,
    pub seq: u64,
    pub picture: u16,
    pub is_key_due: bool,
}

/// How a browser is set up.
#[derive(Clone, Copy)]
pub struct Setup<'a> {
    pub slots: usize,
    /// The weight of a frame in each layer, in bytes.
    pub layers: &'a [usize],
    pub audio_seq: u64,
}

impl Default for Setup<'_> {
    fn default() -> Self {
        Self { slots: 4, layers: &[600], audio_seq: 1 }
    }
}

impl Browser {
    /// A browser, and its offer.
    pub fn new(seat: Seat, here: SocketAddr, setup: Setup<'_>, now: Instant) -> (Self, String) {
        let mut rtc = Rtc::builder().set_rtp_mode(true).build(now);
        rtc.add_local_candidate(Candidate::host(here, "udp").unwrap()).unwrap();
        let rids: &[&str] = if setup.layers.len() > 1 { &["q", "h", "f"][..setup.layers.len()] } else { &[] };
        let simulcast = (!rids.is_empty())
            .then(|| Simulcast { send: rids.iter().map(|rid| SimulcastLayer::new(rid)).collect(), recv: Vec::new() });
        let mut change = rtc.sdp_api();
        let audio = change.add_media(MediaKind::Audio, Direction::SendOnly, None, None, None);
        let video = change.add_media(MediaKind::Video, Direction::SendOnly, None, None, simulcast);
        for kind in [MediaKind::Audio, MediaKind::Video] {
            for _ in 0..setup.slots {
                change.add_media(kind, Direction::RecvOnly, None, None, None);
            }
        }
        let (offer, pending) = change.apply().unwrap();
        let layer = |(place, bytes): (usize, &usize)| Layer {
            rid: rids.get(place).map(|rid| Rid::from(*rid)),
            bytes: *bytes,
            seq: 1,
            picture: 32_000,
            is_key_due: true,
        };
        let browser = Self {
            seat,
            here,
            rtc,
            got: Vec::new(),
            mic: true,
            camera: true,
            level_dbov: -30,
            key_frames_asked: 0,
            sent: Vec::new(),
            due: now,
            pending: Some(pending),
            audio,
            video,
            layers: setup.layers.iter().enumerate().map(layer).collect(),
            audio_seq: setup.audio_seq,
            audio_at: now,
            frame_at: now,
            start: now,
            counter: 0,
        };
        (browser, offer.to_sdp_string())
    }

    /// An offer of the same connection after a change of network.
    pub fn restart(&mut self, here: SocketAddr) -> String {
        let before = Candidate::host(self.here, "udp").unwrap();
        self.rtc.direct_api().invalidate_candidate(&before);
        self.here = here;
        self.rtc.add_local_candidate(Candidate::host(here, "udp").unwrap()).unwrap();
        let mut change = self.rtc.sdp_api();
        change.ice_restart(true);
        let (offer, pending) = change.apply().unwrap();
        self.pending = Some(pending);
        offer.to_sdp_string()
    }

    pub fn answered(&mut self, answer: &str, now: Instant) {
        let answer = SdpAnswer::from_sdp_string(answer).unwrap();
        self.rtc.sdp_api().accept_answer(self.pending.take().unwrap(), answer).unwrap();
        self.drain(now);
    }

    pub fn receive(&mut self, from: SocketAddr, bytes: &[u8], now: Instant) {
        let Ok(contents) = Receive::new(Protocol::Udp, from, self.here, bytes) else { return };
        let input = Input::Receive(now, contents);
        if self.rtc.accepts(&input) {
            self.rtc.handle_input(input).unwrap();
            self.drain(now);
        }
    }

    /// When it next has something to do.
    pub fn next(&self) -> Instant {
        self.due.min(self.audio_at).min(self.frame_at)
    }

    /// Lets time pass: sends what is due.
    pub fn tick(&mut self, now: Instant) {
        if self.due <= now {
            self.rtc.handle_input(Input::Timeout(now)).unwrap();
            self.drain(now);
        }
        if !self.rtc.is_connected() {
            (self.audio_at, self.frame_at) = (now, now);
            return;
        }
        while self.audio_at <= now {
            self.audio_at += AUDIO_EVERY;
            self.speak(now);
        }
        while self.frame_at <= now {
            self.frame_at += FRAME_EVERY;
            self.show(now);
        }
    }

    pub fn flush(&mut self, now: Instant) {
        self.drain(now);
        self.rtc.handle_input(Input::Timeout(now)).unwrap();
        self.drain(now);
    }

    fn drain(&mut self, now: Instant) {
        loop {
            match self.rtc.poll_output().unwrap() {
                Output::Timeout(due) => {
                    self.due = due;
                    return;
                }
                Output::Transmit(sent) => self.sent.push((sent.source, sent.destination, sent.contents.to_vec())),
                Output::Event(Event::RtpPacket(packet)) => self.keep(&packet, now),
                Output::Event(Event::KeyframeRequest(asked)) => {
                    self.key_frames_asked += 1;
                    self.layers.iter_mut().filter(|l| l.rid == asked.rid).for_each(|layer| layer.is_key_due = true);
                }
                Output::Event(_) => {}
            }
        }
    }

    fn keep(&mut self, packet: &RtpPacket, now: Instant) {
        let mut engine = self.rtc.direct_api();
        let mid = engine.stream_rx(&packet.header.ssrc).unwrap().mid();
        let is_audio = self.rtc.media(mid).unwrap().kind() == MediaKind::Audio;
        let vp8 = (!is_audio).then(|| Vp8Descriptor::parse(&packet.payload).unwrap());
        let mark = if is_audio { &packet.payload[..] } else { &packet.payload[7..] };
        self.got.push(Got {
            at: now,
            mid,
            from: Seat(mark[0].into()),
            layer: mark[1],
            seq: *packet.seq_no,
            time: packet.header.timestamp,
            counter: u32::from_be_bytes([mark[2], mark[3], mark[4], mark[5]]),
            picture: vp8.and_then(|vp8| vp8.picture_id()),
            is_key: vp8.is_some_and(|vp8| vp8.starts_keyframe(&packet.payload)),
            level: packet.header.ext_vals.audio_level,
        });
    }

    /// Sound that came from one member since then.
    pub fn heard(&self, from: Seat, since: Instant) -> Vec<Got> {
        self.since(since).filter(|got| got.from == from && got.picture.is_none()).collect()
    }

    /// Pictures that came from one member since then.
    pub fn seen(&self, from: Seat, since: Instant) -> Vec<Got> {
        self.since(since).filter(|got| got.from == from && got.picture.is_some()).collect()
    }

    pub fn since(&self, since: Instant) -> impl Iterator<Item = Got> {
        self.got.iter().copied().filter(move |got| got.at >= since)
    }

    /// What came at each slot.
    pub fn by_slot(&self) -> HashMap<Mid, Vec<Got>> {
        let mut slots: HashMap<Mid, Vec<Got>> = HashMap::new();
        self.got.iter().for_each(|got| slots.entry(got.mid).or_default().push(*got));
        slots
    }
}
