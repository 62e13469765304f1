//! One room together with the connections of those in it.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use floor::Seat;

use crate::act::Consent;
use crate::engine::{Datagram, Heard, Line, Payload, Stranded};
use crate::levels::Talk;
use crate::output::{Event, Loss, Output, Told};
use crate::packet::Head;
use crate::room::{Ask, Room, Way};
use crate::seat::RoomId;
use crate::{LINE_KEPT, Offer, Refusal};

/// How often the lines are shared anew.
const WEIGH_EVERY: Duration = Duration::from_millis(250);
/// A connection that has not come about in this time never will.
const CONNECT_WITHIN: Duration = Duration::from_secs(30);

pub(super) struct Live {
    id: RoomId,
    pub(super) room: Room,
    lines: HashMap<Seat, Held>,
    weigh_at: Instant,
    heard: VecDeque<(Seat, Heard)>,
    ways: Vec<Way>,
}

/// A connection, and how it has fared.
struct Held {
    line: Line,
    made: Instant,
    is_connected: bool,
}

impl Live {
    pub(super) fn new(id: RoomId, now: Instant) -> Self {
        let (lines, heard) = (HashMap::new(), VecDeque::new());
        Self { id, room: Room::new(now), lines, weigh_at: now + WEIGH_EVERY, heard, ways: Vec::new() }
    }

    pub(super) fn due(&self) -> Instant {
        self.lines.values().map(|held| held.line.due()).fold(self.weigh_at, Instant::min)
    }

    /// The member to whose connection this name belongs.
    pub(super) fn named(&self, ufrag: &str) -> Option<(RoomId, Seat)> {
        let mut lines = self.lines.iter();
        lines.find_map(|(seat, held)| (held.line.ufrag() == ufrag).then_some((self.id, *seat)))
    }

    #[expect(clippy::too_many_arguments, reason = "an offer, whose it is, and where its answer goes")]
    pub(super) fn join(
        &mut self,
        seat: Seat,
        offer: &Offer,
        text: &str,
        consent: Consent,
        here: &[SocketAddr],
        now: Instant,
        outputs: &mut VecDeque<Output>,
    ) -> Result<String, Refusal> {
        self.room.admits(seat)?;
        let mut heard = Vec::new();
        let answer = match self.lines.get_mut(&seat).filter(|held| held.line.is(&offer.identity)) {
            Some(held) => held.line.again(text, now, &mut heard)?,
            None => {
                let (line, answer) = Line::answer(offer, text, here, consent, now, &mut heard)?;
                self.hang_up(seat, now, outputs);
                self.lines.insert(seat, Held { line, made: now, is_connected: false });
                self.room.sit(seat, offer.slots.clone(), consent, now);
                answer
            }
        };
        self.take(seat, heard, Ok(()), now, outputs);
        self.weigh(now, outputs);
        Ok(answer)
    }

    /// Ends a member's connection: the browser is told so, and that is the last that it gets.
    pub(super) fn hang_up(&mut self, seat: Seat, now: Instant, outputs: &mut VecDeque<Output>) {
        let Some(mut held) = self.lines.remove(&seat) else { return };
        let mut heard = Vec::new();
        if held.is_connected && held.line.close(now, &mut heard).is_ok() {
            outputs.extend(heard.into_iter().filter_map(|heard| match heard {
                Heard::Transmit(transmit) => Some(Output::Transmit(transmit)),
                _ => None,
            }));
        }
    }

    /// Ends all connections, and tells what was counted.
    pub(super) fn end(&mut self, now: Instant, outputs: &mut VecDeque<Output>) -> Talk {
        let seats: Vec<Seat> = self.lines.keys().copied().collect();
        seats.into_iter().for_each(|seat| self.hang_up(seat, now, outputs));
        self.room.end(now)
    }

    /// Gives a datagram to a member's connection; whether it belongs to it.
    pub(super) fn receive(
        &mut self,
        seat: Seat,
        datagram: Datagram<'_>,
        now: Instant,
        outputs: &mut VecDeque<Output>,
    ) -> bool {
        let Some(held) = self.lines.get_mut(&seat) else { return false };
        let mut heard = Vec::new();
        let received = held.line.receive(datagram, now, &mut heard);
        self.take(seat, heard, received.map(|_| ()), now, outputs);
        received == Ok(true)
    }

    /// Tells the time to whoever waits for it.
    pub(super) fn tick(&mut self, now: Instant, outputs: &mut VecDeque<Output>) {
        let due: Vec<Seat> =
            self.lines.iter().filter(|(_, held)| held.line.due() <= now).map(|(seat, _)| *seat).collect();
        for seat in due {
            self.with(seat, now, outputs, |line, heard| line.tick(now, heard));
        }
        if self.weigh_at <= now {
            self.drop_silent(now, outputs);
            self.weigh(now, outputs);
        }
    }

    /// Shares the lines anew.
    pub(super) fn weigh(&mut self, now: Instant, outputs: &mut VecDeque<Output>) {
        self.weigh_at = now + WEIGH_EVERY;
        let weighed = self.room.weigh(now);
        for (seat, kbps) in weighed.wishes {
            self.with(seat, now, outputs, |line, heard| line.wish(kbps, now, heard));
        }
        weighed.asks.into_iter().for_each(|ask| self.ask(ask, now, outputs));
        self.tell(outputs);
    }

    fn drop_silent(&mut self, now: Instant, outputs: &mut VecDeque<Output>) {
        let gone = |since: Instant, kept: Duration| now.saturating_duration_since(since) >= kept;
        let is_silent = |held: &Held| {
            let never_came = !held.is_connected && gone(held.made, CONNECT_WITHIN);
            never_came || held.line.broken().is_some_and(|since| gone(since, LINE_KEPT))
        };
        let silent: Vec<Seat> =
            self.lines.iter().filter(|(_, held)| is_silent(held)).map(|(seat, _)| *seat).collect();
        for seat in silent {
            self.lose(seat, Loss::Silent, outputs);
        }
    }

    /// One step of one connection, and all that follows from it.
    fn with(
        &mut self,
        seat: Seat,
        now: Instant,
        outputs: &mut VecDeque<Output>,
        step: impl FnOnce(&mut Line, &mut Vec<Heard>) -> Result<(), Stranded>,
    ) {
        let Some(held) = self.lines.get_mut(&seat) else { return };
        let mut heard = Vec::new();
        let stepped = step(&mut held.line, &mut heard);
        self.take(seat, heard, stepped, now, outputs);
    }

    /// Follows up what came out of a connection, and what that brings about in others, until nothing is left.
    fn take(
        &mut self,
        seat: Seat,
        heard: Vec<Heard>,
        stepped: Result<(), Stranded>,
        now: Instant,
        outputs: &mut VecDeque<Output>,
    ) {
        self.queue(seat, heard, outputs);
        if stepped.is_err() {
            self.lose(seat, Loss::Failed, outputs);
        }
        while let Some((seat, heard)) = self.heard.pop_front() {
            self.follow(seat, heard, now, outputs);
        }
        self.tell(outputs);
    }

    /// Datagrams go out at once; the rest waits for its turn.
    fn queue(&mut self, seat: Seat, heard: Vec<Heard>, outputs: &mut VecDeque<Output>) {
        for heard in heard {
            match heard {
                Heard::Transmit(transmit) => outputs.push_back(Output::Transmit(transmit)),
                other => self.heard.push_back((seat, other)),
            }
        }
    }

    fn follow(&mut self, seat: Seat, heard: Heard, now: Instant, outputs: &mut VecDeque<Output>) {
        match heard {
            Heard::Transmit(transmit) => outputs.push_back(Output::Transmit(transmit)),
            Heard::Packet(head, payload) => self.forward(seat, &head, &payload, outputs),
            Heard::Connected => self.connected(seat, outputs),
            Heard::Back => self.told(seat, Event::Connected, outputs),
            Heard::Broken => self.told(seat, Event::Broken, outputs),
            Heard::Ended => self.lose(seat, Loss::Ended, outputs),
            Heard::KeyFrame(place) => {
                if let Some(ask) = self.room.asked(seat, place, now) {
                    self.ask(ask, now, outputs);
                }
            }
            Heard::Estimate(kbps) => {
                if let Some(member) = self.room.member_mut(seat) {
                    member.set_estimate(kbps);
                }
            }
        }
    }

    fn forward(&mut self, from: Seat, head: &Head, payload: &Payload, outputs: &mut VecDeque<Output>) {
        let mut ways = std::mem::take(&mut self.ways);
        let ask = self.room.pass(from, head, &mut ways);
        for Way { to, place, rewritten } in ways.drain(..) {
            let Some(held) = self.lines.get_mut(&to) else { continue };
            let mut heard = Vec::new();
            let sent = held.line.send(place, rewritten, payload, head.at, &mut heard);
            self.queue(to, heard, outputs);
            if sent.is_err() {
                self.lose(to, Loss::Failed, outputs);
            }
        }
        self.ways = ways;
        if let Some(layer) = ask {
            self.ask((from, layer), head.at, outputs);
        }
    }

    fn ask(&mut self, (seat, layer): Ask, now: Instant, outputs: &mut VecDeque<Output>) {
        let Some(held) = self.lines.get_mut(&seat) else { return };
        let mut heard = Vec::new();
        let asked = held.line.ask(layer, now, &mut heard);
        self.queue(seat, heard, outputs);
        if asked.is_err() {
            self.lose(seat, Loss::Failed, outputs);
        }
    }

    fn connected(&mut self, seat: Seat, outputs: &mut VecDeque<Output>) {
        if let Some(held) = self.lines.get_mut(&seat) {
            held.is_connected = true;
        }
        self.told(seat, Event::Connected, outputs);
    }

    /// Drops a connection; the seat stays.
    fn lose(&mut self, seat: Seat, loss: Loss, outputs: &mut VecDeque<Output>) {
        if self.lines.remove(&seat).is_some() {
            self.told(seat, Event::Lost(loss), outputs);
        }
    }

    fn tell(&mut self, outputs: &mut VecDeque<Output>) {
        let room = self.id;
        outputs.extend(self.room.events().map(|(seat, event)| Output::Told(Told { room, seat, event })));
    }

    fn told(&self, seat: Seat, event: Event, outputs: &mut VecDeque<Output>) {
        outputs.push_back(Output::Told(Told { room: self.id, seat, event }));
    }
}
