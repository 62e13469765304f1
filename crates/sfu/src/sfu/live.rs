//! One room together with the connections of those in it: who comes, who goes, and what time brings.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use floor::Seat;

use crate::act::{Act, Consent};
use crate::engine::{Datagram, Heard, Line};
use crate::levels::Talk;
use crate::output::{Joined, Loss, Output};
use crate::pace::Pace;
use crate::room::{Room, Way};
use crate::seat::{ConnectionId, RoomId};
use crate::{LINE_KEPT, Offer, Refusal};

/// How often the lines are shared anew.
const WEIGH_EVERY: Duration = Duration::from_millis(250);
/// A connection that has not come about in this time never will.
const CONNECT_WITHIN: Duration = Duration::from_secs(30);

pub(super) struct Live {
    pub(super) id: RoomId,
    pub(super) room: Room,
    pub(super) lines: HashMap<Seat, Kept>,
    pub(super) outputs: VecDeque<Output>,
    /// What came out of connections and has not been followed up.
    pub(super) open: VecDeque<(Seat, Heard)>,
    pub(super) ways: Vec<Way>,
    offers: Pace,
    weigh_at: Instant,
}

/// A connection, and how it has fared.
pub(super) struct Kept {
    pub(super) line: Line,
    pub(super) connection: ConnectionId,
    pub(super) is_connected: bool,
    made: Instant,
}

/// A member's offer as it came.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) text: &'a str,
    pub(super) consent: Consent,
    /// Our own addresses.
    pub(super) here: &'a [SocketAddr],
    /// The number of the connection, should it be a new one.
    pub(super) next: ConnectionId,
}

impl Live {
    pub(super) fn new(id: RoomId, now: Instant) -> Self {
        Self {
            id,
            room: Room::new(now),
            lines: HashMap::new(),
            outputs: VecDeque::new(),
            open: VecDeque::new(),
            ways: Vec::new(),
            offers: Pace::default(),
            weigh_at: now + WEIGH_EVERY,
        }
    }

    pub(super) fn due(&self) -> Instant {
        self.lines.values().map(|kept| kept.line.due()).fold(self.weigh_at, Instant::min)
    }

    pub(super) fn output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// The member to whose connection this name belongs.
    pub(super) fn named(&self, ufrag: &str) -> Option<(RoomId, Seat)> {
        let mut lines = self.lines.iter();
        lines.find_map(|(seat, kept)| (kept.line.ufrag() == ufrag).then_some((self.id, *seat)))
    }

    /// Answers an offer: of the connection that the member has, or of a new one.
    pub(super) fn join(&mut self, seat: Seat, asked: Asked<'_>, now: Instant) -> Result<Joined, Refusal> {
        self.room.admits(seat)?;
        if !self.offers.admit(seat, now) {
            return Err(Refusal::TooManyOffers);
        }
        let offer = Offer::read(asked.text)?;
        let joined = match self.lines.get(&seat).filter(|kept| kept.line.is(&offer.identity)) {
            Some(kept) if kept.line.has(&offer.slots) => {
                let connection = kept.connection;
                Joined { answer: self.go_on(seat, asked.text, now)?, connection }
            }
            Some(_) => return Err(Refusal::OfferChanged),
            None => Joined { answer: self.begin(seat, &offer, asked, now)?, connection: asked.next },
        };
        self.weigh(now);
        Ok(joined)
    }

    fn go_on(&mut self, seat: Seat, text: &str, now: Instant) -> Result<String, Refusal> {
        let mut answer = Err(Refusal::NoSeat);
        self.with(seat, now, |line, came| {
            answer = line.again(text, now, came);
            Ok(())
        });
        answer
    }

    fn begin(&mut self, seat: Seat, offer: &Offer, asked: Asked<'_>, now: Instant) -> Result<String, Refusal> {
        let mut came = Vec::new();
        let (line, answer) = Line::answer(offer, asked.text, asked.here, asked.consent, now, &mut came)?;
        self.hang_up(seat, now);
        self.lines.insert(seat, Kept { line, connection: asked.next, made: now, is_connected: false });
        self.room.sit(seat, offer.slots.clone(), asked.consent, now);
        self.follow_up(seat, came, now);
        Ok(answer)
    }

    /// Ends a connection, if there is one, and frees what is left of its seat.
    pub(super) fn leave(&mut self, seat: Seat, now: Instant) {
        self.hang_up(seat, now);
        self.room.leave(seat);
        self.weigh(now);
    }

    pub(super) fn act(&mut self, act: Act, now: Instant) -> Result<(), Refusal> {
        self.room.act(act)?;
        self.weigh(now);
        Ok(())
    }

    /// Ends a member's connection: the browser is told so, and that is the last that it gets. Nothing more is told of it.
    pub(super) fn hang_up(&mut self, seat: Seat, now: Instant) {
        self.outputs.retain(|output| !matches!(output, Output::Told(told) if told.seat == seat));
        let Some(mut kept) = self.lines.remove(&seat) else { return };
        let mut came = Vec::new();
        if kept.is_connected && kept.line.close(now, &mut came).is_ok() {
            self.outputs.extend(came.into_iter().filter_map(|heard| match heard {
                Heard::Transmit(transmit) => Some(Output::Transmit(transmit)),
                _ => None,
            }));
        }
    }

    /// Ends all connections, and tells what was counted.
    pub(super) fn end(&mut self, now: Instant) -> Talk {
        let seats: Vec<Seat> = self.lines.keys().copied().collect();
        for seat in seats {
            self.hang_up(seat, now);
        }
        self.room.end(now)
    }

    /// Gives a datagram to a member's connection; whether it belongs to it.
    pub(super) fn receive(&mut self, seat: Seat, datagram: Datagram<'_>, now: Instant) -> bool {
        let mut is_theirs = false;
        self.with(seat, now, |line, came| {
            is_theirs = line.receive(datagram, now, came)?;
            Ok(())
        });
        is_theirs
    }

    /// Tells the time to whoever waits for it.
    pub(super) fn tick(&mut self, now: Instant) {
        for seat in self.seats_of(|kept| kept.line.due() <= now) {
            self.with(seat, now, |line, came| line.tick(now, came));
        }
        if self.weigh_at <= now {
            self.drop_silent(now);
            self.weigh(now);
        }
    }

    /// Shares the lines anew.
    pub(super) fn weigh(&mut self, now: Instant) {
        self.weigh_at = now + WEIGH_EVERY;
        let weighed = self.room.weigh(now);
        for (seat, place) in weighed.cuts {
            self.with(seat, now, |line, came| line.forget(place, now, came));
        }
        for (seat, kbps) in weighed.wishes {
            self.with(seat, now, |line, came| line.wish(kbps, now, came));
        }
        for ask in weighed.asks {
            self.ask(ask, now);
        }
        self.tell();
    }

    fn drop_silent(&mut self, now: Instant) {
        let gone = |since: Instant, time: Duration| now.saturating_duration_since(since) >= time;
        let silent = self.seats_of(|kept| {
            let never_came = !kept.is_connected && gone(kept.made, CONNECT_WITHIN);
            never_came || kept.line.broken().is_some_and(|since| gone(since, LINE_KEPT))
        });
        for seat in silent {
            self.lose(seat, Loss::Silent);
        }
    }

    fn seats_of(&self, which: impl Fn(&Kept) -> bool) -> Vec<Seat> {
        self.lines.iter().filter(|(_, kept)| which(kept)).map(|(seat, _)| *seat).collect()
    }
}
