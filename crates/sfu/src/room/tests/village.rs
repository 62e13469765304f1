//! Eight who send, what the network loses of it, and ears that notice whatever is wrong.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use floor::Seat;

use crate::act::{Act, Consent};
use crate::packet::{Head, Picture, Start};
use crate::room::{Room, Way};
use crate::seat::{Circle, Kind, Layer};

/// How one stands, as the test knows it.
#[derive(Default)]
pub struct Villager {
    pub circle: u16,
    pub is_muted: bool,
    pub is_away: bool,
    pub talked_ms: u64,
    stream: u32,
    seq: [u64; 3],
    is_key_due: [bool; 2],
}

pub struct Village {
    pub room: Room,
    pub began: Instant,
    pub now: Instant,
    pub villagers: HashMap<Seat, Villager>,
    pub forwarded: u64,
    dice: u64,
    ears: HashMap<(Seat, Kind, usize), Ear>,
    ways: Vec<Way>,
}

/// What came at one slot.
#[derive(Default)]
struct Ear {
    newest: u64,
    recent: HashSet<u64>,
}

impl Village {
    pub fn new(seats: u128) -> Self {
        let now = Instant::now();
        let mut village = Self {
            room: Room::new(now),
            began: now,
            now,
            villagers: HashMap::new(),
            forwarded: 0,
            dice: 1,
            ears: HashMap::new(),
            ways: Vec::new(),
        };
        (1..=seats).map(Seat).for_each(|seat| village.sit(seat));
        village
    }

    pub fn elapsed_ms(&self) -> u64 {
        u64::try_from((self.now - self.began).as_millis()).unwrap()
    }

    pub fn throw(&mut self, sides: u64) -> u64 {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.dice >> 33) % sides
    }

    /// Comes with a new connection: for the first time, or again.
    pub fn sit(&mut self, seat: Seat) {
        let mids = |kind: Kind| (0..8).map(|place| format!("{kind}{place}")).collect();
        self.room.sit(seat, [mids(Kind::Audio), mids(Kind::Video)], Consent::Agreed, self.now);
        let villager = self.villagers.entry(seat).or_default();
        (villager.is_away, villager.stream, villager.seq) = (false, villager.stream + 1, [7; 3]);
        villager.is_key_due = [true; 2];
        self.ears.retain(|(to, ..), _| *to != seat);
    }

    /// Leaves the room. What was talked stays counted, circle and silence do not stay.
    pub fn leave(&mut self, seat: Seat) {
        self.room.leave(seat);
        let villager = self.villager(seat);
        let (talked_ms, stream) = (villager.talked_ms, villager.stream);
        *villager = Villager { is_away: true, talked_ms, stream, ..Villager::default() };
    }

    pub fn mute(&mut self, seat: Seat) {
        self.room.act(Act::Mute { seat, kind: Kind::Audio }).unwrap();
        self.villager(seat).is_muted = true;
    }

    pub fn unmute(&mut self, seat: Seat) {
        self.room.act(Act::Unmute { seat, kind: Kind::Audio, by: seat }).unwrap();
        self.villager(seat).is_muted = false;
    }

    pub fn go(&mut self, seat: Seat, circle: u16) {
        self.room.act(Act::Move(vec![(seat, Circle(circle))])).unwrap();
        self.villager(seat).circle = circle;
    }

    pub fn villager(&mut self, seat: Seat) -> &mut Villager {
        self.villagers.get_mut(&seat).unwrap()
    }

    /// Twenty milliseconds of everybody's sound, and at times a picture in two sizes.
    pub fn beat(&mut self, is_talking: impl Fn(Seat, u64) -> bool) {
        self.now += Duration::from_millis(20);
        let at_ms = self.elapsed_ms();
        let here = self.villagers.iter().filter(|(_, villager)| !villager.is_away);
        let mut seats: Vec<Seat> = here.map(|(seat, _)| *seat).collect();
        seats.sort_unstable();
        for seat in seats {
            let talks = is_talking(seat, at_ms);
            self.speak(seat, talks);
            if at_ms.is_multiple_of(200) {
                (0..2).for_each(|layer| self.show(seat, layer));
            }
        }
        if at_ms.is_multiple_of(240) {
            let weighed = self.room.weigh(self.now);
            weighed.asks.into_iter().for_each(|(seat, layer)| self.villager(seat).is_key_due[layer.place()] = true);
            self.room.events().for_each(drop);
        }
    }

    fn speak(&mut self, seat: Seat, talks: bool) {
        let villager = self.villager(seat);
        if talks && !villager.is_muted && villager.circle == 0 {
            villager.talked_ms += 20;
        }
        let level_dbov = Some(if talks { -30 } else { -72 });
        let head = self.head(seat, Kind::Audio, 0);
        self.send(seat, &Head { level_dbov, ..head });
    }

    fn show(&mut self, seat: Seat, layer: usize) {
        let head = self.head(seat, Kind::Video, layer);
        let is_key = std::mem::take(&mut self.villager(seat).is_key_due[layer]);
        self.send(seat, &Head { start: if is_key { Start::Here } else { Start::Later }, ..head });
    }

    fn head(&mut self, seat: Seat, kind: Kind, layer: usize) -> Head {
        let (at, at_ms) = (self.now, self.elapsed_ms());
        let villager = self.villager(seat);
        let place = kind as usize + layer;
        villager.seq[place] += 1;
        let seq = villager.seq[place];
        let id = (kind == Kind::Video).then(|| u16::try_from(seq % 32_768).unwrap());
        Head {
            kind,
            layer: Layer::at(layer).unwrap(),
            stream: villager.stream * 10 + u32::try_from(place).unwrap(),
            seq,
            time: u32::try_from(at_ms).unwrap().wrapping_mul(kind.clock_hz() / 1_000),
            marker: kind == Kind::Video,
            start: Start::Here,
            picture: Picture { id, base: None },
            bytes: if kind == Kind::Audio { 80 } else { 2_000 * (layer + 1) },
            level_dbov: None,
            at,
        }
    }

    fn send(&mut self, from: Seat, head: &Head) {
        if self.throw(100) < 3 {
            return;
        }
        let mut ways = std::mem::take(&mut self.ways);
        if let Some(layer) = self.room.pass(from, head, &mut ways) {
            self.villager(from).is_key_due[layer.place()] = true;
        }
        for way in ways.drain(..) {
            self.hear(from, head, way);
        }
        self.ways = ways;
    }

    fn hear(&mut self, from: Seat, head: &Head, way: Way) {
        let (speaker, listener) = (&self.villagers[&from], &self.villagers[&way.to]);
        assert_ne!(from, way.to, "nobody hears themselves");
        assert!(!(speaker.is_muted && head.kind == Kind::Audio), "muted means no packet");
        assert_eq!(speaker.circle, listener.circle, "nobody outside a circle hears it");
        let ear = self.ears.entry((way.to, head.kind, way.place)).or_default();
        if ear.newest == 0 {
            assert!(way.rewritten.seq < 65_536, "a fresh receiver knows no rollover");
            assert_eq!(head.start, Start::Here, "a picture begins with a key frame");
        }
        assert!(ear.recent.insert(way.rewritten.seq), "no number stands for two packets");
        ear.newest = ear.newest.max(way.rewritten.seq);
        if ear.recent.len() > 200 {
            let newest = ear.newest;
            ear.recent.retain(|seq| seq + 100 > newest);
        }
        self.forwarded += 1;
    }
}
