//! What follows from one step of one connection, in that one and in the others, until nothing is left.

use std::time::Instant;

use floor::Seat;

use super::live::Live;
use crate::engine::{Heard, Line, Payload, Stranded};
use crate::output::{Event, Loss, Output, Told};
use crate::packet::Head;
use crate::room::{Ask, Way};

impl Live {
    /// One step of one member's connection, and all that follows from it.
    pub(super) fn with(
        &mut self,
        seat: Seat,
        now: Instant,
        step: impl FnOnce(&mut Line, &mut Vec<Heard>) -> Result<(), Stranded>,
    ) {
        let came = self.step(seat, step);
        self.follow_up(seat, came, now);
    }

    /// The step alone. A connection on which the engine fails is dropped, and no other.
    fn step(
        &mut self,
        seat: Seat,
        step: impl FnOnce(&mut Line, &mut Vec<Heard>) -> Result<(), Stranded>,
    ) -> Vec<Heard> {
        let mut came = Vec::new();
        let Some(kept) = self.lines.get_mut(&seat) else { return came };
        if step(&mut kept.line, &mut came).is_err() {
            self.lose(seat, Loss::Failed);
        }
        came
    }

    pub(super) fn follow_up(&mut self, seat: Seat, came: Vec<Heard>, now: Instant) {
        self.queue(seat, came);
        while let Some((seat, heard)) = self.open.pop_front() {
            self.follow(seat, heard, now);
        }
        self.tell();
    }

    /// Datagrams go out at once; the rest waits for its turn.
    fn queue(&mut self, seat: Seat, came: Vec<Heard>) {
        for heard in came {
            match heard {
                Heard::Transmit(transmit) => self.outputs.push_back(Output::Transmit(transmit)),
                other => self.open.push_back((seat, other)),
            }
        }
    }

    fn follow(&mut self, seat: Seat, heard: Heard, now: Instant) {
        match heard {
            Heard::Transmit(transmit) => self.outputs.push_back(Output::Transmit(transmit)),
            Heard::Packet(packet, payload) => self.forward(seat, &packet, &payload),
            Heard::Connected => self.connected(seat),
            Heard::Back => self.told(seat, Event::Connected),
            Heard::Broken => self.told(seat, Event::Broken),
            Heard::Ended => self.ended(seat),
            Heard::KeyFrame(place) => {
                if let Some(ask) = self.room.asked(seat, place, now) {
                    self.ask(ask, now);
                }
            }
            Heard::Estimate(kbps) => {
                if let Some(member) = self.room.member_mut(seat) {
                    member.set_estimate(kbps);
                }
            }
        }
    }

    fn forward(&mut self, from: Seat, packet: &Head, payload: &Payload) {
        let mut ways = std::mem::take(&mut self.ways);
        let layer = self.room.pass(from, packet, &mut ways);
        for (seat, place) in self.room.cuts() {
            let came = self.step(seat, |line, came| line.forget(place, packet.at, came));
            self.queue(seat, came);
        }
        for Way { to, place, rewritten } in ways.drain(..) {
            let came = self.step(to, |line, came| line.send(place, rewritten, payload, packet.at, came));
            self.queue(to, came);
        }
        self.ways = ways;
        if let Some(layer) = layer {
            self.ask((from, layer), packet.at);
        }
    }

    pub(super) fn ask(&mut self, (seat, layer): Ask, now: Instant) {
        let came = self.step(seat, |line, came| line.ask(layer, now, came));
        self.queue(seat, came);
    }

    fn connected(&mut self, seat: Seat) {
        if let Some(kept) = self.lines.get_mut(&seat) {
            kept.is_connected = true;
        }
        self.told(seat, Event::Connected);
    }

    /// Whoever ends the connection by themselves does not come back to it: the seat is free, and others have its slots.
    fn ended(&mut self, seat: Seat) {
        if self.lines.contains_key(&seat) {
            self.lose(seat, Loss::Ended);
            self.room.leave(seat);
        }
    }

    /// Drops a connection; the seat stays.
    pub(super) fn lose(&mut self, seat: Seat, loss: Loss) {
        self.told(seat, Event::Lost(loss));
        self.lines.remove(&seat);
    }

    pub(super) fn tell(&mut self) {
        let events: Vec<(Seat, Event)> = self.room.events().collect();
        for (seat, event) in events {
            self.told(seat, event);
        }
    }

    /// Tells something of a seat's connection. Where there is none, nobody is there to be told.
    fn told(&mut self, seat: Seat, event: Event) {
        if let Some(connection) = self.lines.get(&seat).map(|kept| kept.connection) {
            self.outputs.push_back(Output::Told(Told { room: self.id, seat, connection, event }));
        }
    }
}
