//! Lines: the connections on the roster. Each belongs to a seat or to somebody who waits; there is no other.

use super::chair::LineId;
use super::output::{News, Output, Parting, To};
use super::{Flow, Guest, Hall, Media, Refused, Voice};
use crate::Seat;

impl Hall {
    /// Every connection that there is.
    pub fn roster(&self) -> impl Iterator<Item = LineId> + '_ {
        let seated = self.chairs.iter().filter_map(|chair| chair.line);
        seated.chain(self.waiting.iter().map(|waiting| waiting.line))
    }

    /// The lines over which this is told.
    pub fn lines_of(&self, to: &To) -> Vec<LineId> {
        let of = |seat: Seat| self.line_of(seat);
        match to {
            To::Seat(seat) => of(*seat).into_iter().collect(),
            To::Seats(seats) => seats.iter().filter_map(|seat| of(*seat)).collect(),
            To::Leaders => {
                self.chairs.iter().filter(|chair| chair.role.leads()).filter_map(|chair| chair.line).collect()
            }
            To::Everybody => self.chairs.iter().filter_map(|chair| chair.line).collect(),
        }
    }

    /// The line of a seat, of somebody who waits too.
    pub fn line_of(&self, seat: Seat) -> Option<LineId> {
        let waiting = self.waiting.iter().find(|waiting| waiting.guest.seat == seat).map(|waiting| waiting.line);
        self.chair(seat).map_or(waiting, |chair| chair.line)
    }

    /// Whose line it is, of somebody who waits too.
    pub fn seat_of(&self, line: LineId) -> Option<Seat> {
        let waiting = self.waiting.iter().find(|waiting| waiting.line == line).map(|waiting| waiting.guest.seat);
        self.chairs.iter().find(|chair| chair.line == Some(line)).map(|chair| chair.seat).or(waiting)
    }

    pub(super) fn speaker(&self, voice: Voice) -> Result<Seat, Refused> {
        match voice {
            Voice::Line(line) => self.seat_of(line).ok_or(Refused::NoSeat),
            Voice::Seat(seat) => Ok(seat),
        }
    }

    pub(super) fn check_line(&self, line: LineId) -> Result<(), Refused> {
        if self.roster().any(|other| other == line) { Err(Refused::LineInUse) } else { Ok(()) }
    }

    /// Another device, or the same with a new page. What was off stays off, and the old device's media are cut.
    pub(super) fn take_over(&mut self, line: LineId, guest: Guest) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(guest.seat)?;
        if chair.role != guest.role {
            return Err(Refused::OtherRole);
        }
        let had_media = chair.has_media();
        chair.entry = guest.entry;
        chair.take_kind(guest.kind);
        let mut outputs = if had_media { vec![Output::Media(Media::Cut(guest.seat))] } else { Vec::new() };
        outputs.extend(self.connect(line, guest.seat)?);
        Ok(outputs)
    }

    /// The same device again: its media may have gone on all the while.
    pub(super) fn resume(&mut self, line: LineId, seat: Seat) -> Result<Vec<Output>, Refused> {
        self.check_line(line)?;
        self.connect(line, seat)
    }

    fn connect(&mut self, line: LineId, seat: Seat) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        let before = chair.line.replace(line);
        let was_lost = chair.lost_since_ms.take().is_some();
        let (role, is_apart) = (chair.role, chair.apart.is_some());
        let mut outputs: Vec<Output> = before.map(|line| Output::Close(line, Parting::TakenOver)).into_iter().collect();
        outputs.push(Output::Tell(To::Seat(seat), News::Welcome(role)));
        if was_lost && !is_apart {
            outputs.push(Output::Tell(To::Everybody, News::Back(seat)));
        }
        Ok(outputs)
    }

    /// The seat is kept for a while; a place among those who wait is not.
    pub(super) fn lose(&mut self, line: LineId) -> Vec<Output> {
        self.waiting.retain(|waiting| waiting.line != line);
        let seat = self.chairs.iter().find(|chair| chair.line == Some(line)).map(|chair| chair.seat);
        seat.map(|seat| self.keep_without_line(seat)).unwrap_or_default()
    }

    /// Sound and pictures come and go; the seat does not.
    pub(super) fn flow(&mut self, seat: Seat, flow: Flow) -> Result<Vec<Output>, Refused> {
        let now = self.clock_ms;
        let silent = &mut self.chair_mut(seat)?.silent_since_ms;
        match flow {
            Flow::Up => *silent = None,
            Flow::Down => *silent = silent.or(Some(now)),
        }
        Ok(Vec::new())
    }
}
