//! The chat: to all, to those who lead, from them to one member or to breakouts. Between members there is no way.
//!
//! Like speech: a line to all is read by those who were in the same circle when it was written, and by nobody who comes later.

use serde::{Deserialize, Serialize};

use super::call::Channel;
use super::chair::{Chair, Home, Role};
use super::output::{News, Output, To};
use super::{Hall, Refused};
use crate::Seat;

/// The most lines that are kept; the oldest go first.
pub const LINES_MAX: usize = 300;
/// The longest line, in characters.
pub const WORDS_CHARS_MAX: usize = 1_000;
/// The most lines of one seat within [`WRITTEN_WITHIN_MS`].
pub const WRITTEN_MAX: usize = 8;
/// Within how many milliseconds.
pub const WRITTEN_WITHIN_MS: u64 = 10_000;

/// A line that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    pub number: u64,
    pub by: Seat,
    pub channel: Channel,
    pub words: String,
    pub at_ms: u64,
    /// Who was there for a line to all; whoever else may read the others.
    pub readers: Vec<Seat>,
}

impl Line {
    pub(super) fn is_for(&self, chair: &Chair) -> bool {
        let is_for_leaders = matches!(self.channel, Channel::Leaders | Channel::Member(_) | Channel::Breakouts);
        self.readers.contains(&chair.seat) || (is_for_leaders && chair.role.leads())
    }
}

impl Hall {
    pub(super) fn write(&mut self, seat: Seat, channel: Channel, words: &str) -> Result<Vec<Output>, Refused> {
        let words = readable(words, WORDS_CHARS_MAX)?;
        let readers = self.readers(seat, channel)?;
        let now = self.clock_ms;
        self.chair_mut(seat)?.writing.step(WRITTEN_MAX, WRITTEN_WITHIN_MS, now)?;
        let number = self.next_line;
        self.next_line += 1;
        let line = Line { number, by: seat, channel, words, at_ms: now, readers };
        let told = self.chairs.iter().filter(|chair| line.is_for(chair)).map(|chair| chair.seat).collect();
        if self.lines.len() >= LINES_MAX {
            self.lines.remove(0);
        }
        self.lines.push(line);
        Ok(vec![Output::Tell(To::Seats(told), News::Written(seat, channel, number))])
    }

    fn readers(&self, seat: Seat, channel: Channel) -> Result<Vec<Seat>, Refused> {
        let chair = self.chair(seat).ok_or(Refused::Nobody)?;
        match channel {
            Channel::Leaders => Ok(vec![seat]),
            Channel::All if chair.role == Role::Supervisor => Err(Refused::Listens),
            Channel::All if chair.apart.is_some() => Err(Refused::Apart),
            Channel::All => Ok(self.circle_around(seat)),
            Channel::Member(_) if !chair.role.leads() => Err(Refused::NoPrivateChat),
            Channel::Breakouts if !chair.role.leads() => Err(Refused::Leaders),
            Channel::Member(member) => match self.chair(member).ok_or(Refused::Nobody)?.role {
                Role::Member | Role::Supervisor => Ok(vec![member]),
                Role::Leader | Role::CoLeader => Err(Refused::Members),
            },
            Channel::Breakouts if self.open.is_none() => Err(Refused::BreakoutsClosed),
            Channel::Breakouts => {
                let is_there = |chair: &&Chair| chair.home != Home::Room && chair.apart.is_none();
                Ok(self.chairs.iter().filter(is_there).map(|chair| chair.seat).collect())
            }
        }
    }
}

/// The words without space around them. Signs that turn the direction of writing could make them look like others.
pub(super) fn readable(words: &str, chars_max: usize) -> Result<String, Refused> {
    let words = words.trim();
    let is_odd = |sign: char| {
        (sign.is_control() && sign != '\n') || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let fits = words.len() <= chars_max * 4 && words.chars().count() <= chars_max;
    if words.is_empty() || !fits || words.chars().any(is_odd) {
        return Err(Refused::Words);
    }
    Ok(words.to_owned())
}
