//! A room, browsers, the network between them, and a time that goes by as fast as it can.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use floor::Seat;
use sfu::{Act, Consent, Event, Loss, Output, RoomId, Sfu, Told};

use crate::browser::{Browser, Setup};
use crate::wire::{Flying, Wire};

pub const ROOM: RoomId = RoomId(7);
pub const ANA: Seat = Seat(1);
pub const BEN: Seat = Seat(2);
pub const CLEO: Seat = Seat(3);
pub const DANA: Seat = Seat(4);

/// Time goes on in steps no longer than this, nor shorter than the next.
const STEP_MAX: Duration = Duration::from_millis(5);
const STEP_MIN: Duration = Duration::from_micros(50);

pub struct World {
    pub sfu: Sfu,
    pub browsers: Vec<Browser>,
    pub wire: Wire,
    pub began: Instant,
    pub now: Instant,
    pub told: Vec<(Instant, Told)>,
    /// What we sent, by when, to whom and how long.
    pub sent: Vec<(Instant, SocketAddr, usize)>,
    ports: u16,
    due: Instant,
}

pub fn ours() -> SocketAddr {
    SocketAddr::from(([198, 51, 100, 1], 3478))
}

impl World {
    pub fn new() -> Self {
        let now = Instant::now();
        let mut sfu = Sfu::new(vec![ours()], now);
        sfu.open(ROOM, now).unwrap();
        let (browsers, told, sent) = (Vec::new(), Vec::new(), Vec::new());
        Self { sfu, browsers, wire: Wire::default(), began: now, now, told, sent, ports: 5_000, due: now }
    }

    /// A room in which these have been for a second.
    pub fn with(seats: &[Seat]) -> Self {
        let mut world = Self::new();
        world.join_all(seats, Setup::default());
        world.pass(Duration::from_secs(1));
        world
    }

    pub fn join_all(&mut self, seats: &[Seat], setup: Setup<'_>) {
        for seat in seats {
            self.join(*seat, setup);
        }
    }

    /// The time so long ago.
    pub fn ago(&self, time: Duration) -> Instant {
        self.now.checked_sub(time).unwrap()
    }

    pub fn join(&mut self, seat: Seat, setup: Setup<'_>) {
        self.join_agreeing(seat, setup, Consent::Agreed);
    }

    pub fn join_agreeing(&mut self, seat: Seat, setup: Setup<'_>, consent: Consent) {
        let here = self.address();
        let (mut browser, offer) = Browser::new(seat, here, setup, self.now);
        let answer = self.sfu.join(ROOM, seat, &offer, consent, self.now).unwrap().answer;
        browser.answered(&answer, self.now);
        self.browsers.retain(|before| before.seat != seat);
        self.browsers.push(browser);
    }

    /// A browser goes to another network and looks for us from there.
    pub fn wander(&mut self, seat: Seat) {
        let (here, now) = (self.address(), self.now);
        let browser = self.browser(seat);
        let offer = browser.restart(here);
        let answer = self.sfu.join(ROOM, seat, &offer, Consent::Agreed, now).unwrap().answer;
        self.browser(seat).answered(&answer, now);
    }

    /// An address that nobody has had.
    pub fn address(&mut self) -> SocketAddr {
        self.ports += 1;
        SocketAddr::from(([192, 0, 2, 1], self.ports))
    }

    pub fn act(&mut self, act: Act) {
        self.sfu.act(ROOM, act, self.now).unwrap();
    }

    pub fn browser(&mut self, seat: Seat) -> &mut Browser {
        self.browsers.iter_mut().find(|browser| browser.seat == seat).unwrap()
    }

    /// Lets time go by.
    pub fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while self.now < until {
            self.now = self.next().clamp(self.now + STEP_MIN, self.now + STEP_MAX).min(until);
            self.step();
        }
    }

    /// When something happens next.
    fn next(&self) -> Instant {
        let browsers = self.browsers.iter().map(Browser::next);
        let wire = self.wire.next().into_iter();
        browsers.chain(wire).fold(self.due, Instant::min)
    }

    fn step(&mut self) {
        let now = self.now;
        for browser in &mut self.browsers {
            browser.tick(now);
        }
        self.collect();
        while let Some(Flying { from, to, bytes }) = self.wire.arrived(now) {
            if to == ours() {
                self.sfu.handle(&bytes, from, to, now);
            } else if let Some(browser) = self.browsers.iter_mut().find(|browser| browser.here == to) {
                browser.receive(from, &bytes, now);
            }
            self.poll();
        }
        self.poll();
        self.collect();
    }

    pub fn poll(&mut self) {
        loop {
            match self.sfu.poll(self.now) {
                Output::Timeout(due) => {
                    assert!(due > self.now, "a time-out in the past would spin");
                    self.due = due;
                    return;
                }
                Output::Told(told) => self.told.push((self.now, told)),
                Output::Transmit(out) => {
                    self.sent.push((self.now, out.to, out.bytes.len()));
                    self.wire.send(Flying { from: out.from, to: out.to, bytes: out.bytes }, self.now);
                }
            }
        }
    }

    fn collect(&mut self) {
        for browser in &mut self.browsers {
            for (from, to, bytes) in browser.sent.drain(..) {
                self.wire.send(Flying { from, to, bytes }, self.now);
            }
        }
    }

    /// Whether this was told to a seat.
    pub fn was_told(&self, seat: Seat, event: &Event) -> bool {
        self.told.iter().any(|(_, told)| told.seat == seat && told.event == *event)
    }

    /// Whether a seat's connection was lost, and how.
    pub fn loss(&self, seat: Seat) -> Option<Loss> {
        self.told.iter().find_map(|(_, told)| match told.event {
            Event::Lost(loss) if told.seat == seat => Some(loss),
            _ => None,
        })
    }
}

pub fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}
