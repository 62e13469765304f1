//! What every face of a meeting shows in the same words: what is under way, whose turn it is, and the time.

use ::floor::{Phase, Purpose, Seat, Timer};
use maud::{Markup, html};

use super::super::table::ms;
use super::super::{Readings, Table};
use crate::plans::{Reading, Running};
use crate::say;
use crate::web::View;
use crate::web::parts::time_left;
use crate::web::words::Said;

/// The name of what is under way.
pub(super) fn phase(view: &View, table: &Table) -> Said {
    let words = view.words;
    match table.floor().phase() {
        Phase::Rest => say!(words, "room-phase-rest"),
        Phase::Round(round) => purpose(view, round.purpose()),
        Phase::Open => say!(words, "room-phase-open"),
        Phase::Over => say!(words, "room-phase-over"),
    }
}

/// The name of a round.
pub(super) fn purpose(view: &View, purpose: Purpose) -> Said {
    let words = view.words;
    match purpose {
        Purpose::CheckIn => say!(words, "room-round-check-in"),
        Purpose::Sharing => say!(words, "room-round-sharing"),
        Purpose::Closing => say!(words, "room-round-closing"),
    }
}

/// Whose turn it is, to whoever has this seat; nobody in particular reads a board.
pub(super) fn turn(view: &View, table: &Table, me: Option<Seat>) -> Option<Said> {
    let words = view.words;
    match table.floor().holder() {
        Some(holder) if Some(holder) == me => Some(say!(words, "room-your-turn")),
        Some(holder) => Some(say!(words, "room-turn-of", name = table.called(holder))),
        None => None,
    }
}

/// Who is next, to whoever has this seat.
pub(super) fn next(view: &View, table: &Table, me: Option<Seat>) -> Option<Said> {
    let words = view.words;
    match table.floor().upcoming() {
        Some(next) if Some(next) == me => Some(say!(words, "room-you-are-next")),
        Some(next) => Some(say!(words, "room-next-is", name = table.called(next))),
        None => None,
    }
}

/// What is left of the turn, for whoever may see it; nothing where it has no end.
pub(super) fn time(view: &View, table: &Table) -> Markup {
    let (words, floor) = (view.words, table.floor());
    let Some((turn, length)) = floor.turn().and_then(|turn| turn.length_ms.map(|length| (turn, length))) else {
        return Markup::default();
    };
    let (used, left) = (turn.used_ms(ms(view.now)), turn.left_ms(ms(view.now)).unwrap_or_default());
    let left_s = i64::try_from(left.div_ceil(1_000)).unwrap_or_default();
    html! {
        div.timer {
            @if left_s == 0 {
                p { strong { (say!(words, "room-time-up")) } }
            } @else if floor.is_paused() {
                p { span.num { (crate::web::parts::watch(left_s)) } " " span.soft { (say!(words, "room-paused")) } }
            } @else {
                p { (time_left(left_s, view.now)) " " span.soft { (say!(words, "room-left")) } }
            }
            progress.meter max=(length) value=(used.min(length)) aria-label=(say!(words, "room-time-used")) {}
        }
    }
}

/// Whether those who take part see the time.
pub(super) fn is_timer_shown(table: &Table) -> bool {
    table.floor().timer() == Timer::Everybody
}

/// What is read aloud now, each text under its name.
pub(super) fn reading_now(view: &View, running: Option<&Running>, readings: Option<&Readings>) -> Markup {
    let Some((running, readings)) = running.zip(readings) else { return Markup::default() };
    html! {
        @for reading in &running.readings {
            section.stack.stack--tight {
                h2 { (reading_name(view, *reading)) }
                p.lines { (readings.text(*reading)) }
            }
        }
    }
}

fn reading_name(view: &View, reading: Reading) -> Said {
    let words = view.words;
    match reading {
        Reading::Principles => say!(words, "room-principles"),
        Reading::Guidelines => say!(words, "room-guidelines"),
        Reading::Help => say!(words, "room-help"),
    }
}
