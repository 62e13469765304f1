//! Coming to the group, for leaders: how often, whether somebody stays away, and whether they come later and later.

use measures::change::{Presence, attendance as fell, theil_sen};

use crate::day::{Day, Period};
use crate::numbers::as_f64;
use crate::statement::{Figure, Pattern, Statement, figures};
use crate::words::Say;

/// One session that was held for the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The day of the session.
    pub day: Day,
    /// Whether they came.
    pub arrival: Arrival,
}

/// Whether a member came, and how late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// Came, so many minutes after the beginning; 0 in time.
    Came {
        /// Minutes.
        late_min: u16,
    },
    /// Did not come, for whatever reason.
    Away,
}

/// Sessions in a row that somebody must have missed.
const AWAY_MIN: usize = 2;

/// Minutes a session by which somebody must come later.
const DRIFT_MIN: f64 = 1.0;

/// How often the member came. Needs three sessions. Figures: `came` of `sessions`.
pub fn rate(visits: &[Visit]) -> Option<Statement> {
    let came = visits.iter().filter(|visit| visit.arrival != Arrival::Away).count();
    stated(visits, Say::AttendanceRate, figures![came, sessions = visits.len()])
}

/// A reason to ask after the member: the latest sessions missed in a row, two at least; or two of the latest three
/// after coming to more than half before. Needs three sessions. Figures: `missed` of the `latest` sessions.
pub fn away(visits: &[Visit]) -> Option<Statement> {
    let sorted = in_order(visits);
    let in_a_row = sorted.iter().rev().take_while(|visit| visit.arrival == Arrival::Away).count();
    if in_a_row >= AWAY_MIN {
        return stated(visits, Say::AttendanceAway, figures![missed = in_a_row, latest = in_a_row]);
    }
    let presence = |visit: &Visit| if visit.arrival == Arrival::Away { Presence::Missed } else { Presence::Came };
    fell(&sorted.iter().map(presence).collect::<Vec<_>>())?;
    stated(visits, Say::AttendanceFell, figures![missed = 2_usize, latest = 3_usize])
}

/// Coming later and later: by a minute and more from one session to the next, after Theil and Sen. Needs three
/// sessions that the member came to. Figures: `minutes` a session; `sessions`.
pub fn later(visits: &[Visit]) -> Option<Statement> {
    let lateness = |visit: &Visit| match visit.arrival {
        Arrival::Came { late_min } => Some((*visit, f64::from(late_min))),
        Arrival::Away => None,
    };
    let came: Vec<_> = in_order(visits).iter().filter_map(lateness).collect();
    let points: Vec<_> = came.iter().enumerate().map(|(place, (_, minutes))| (as_f64(place), *minutes)).collect();
    let minutes = theil_sen(&points).filter(|minutes| *minutes >= DRIFT_MIN)?;
    let came: Vec<Visit> = came.into_iter().map(|(visit, _)| visit).collect();
    stated(&came, Say::AttendanceLater, figures![minutes, sessions = came.len()])
}

fn stated(visits: &[Visit], say: Say, figures: Vec<(&'static str, Figure)>) -> Option<Statement> {
    let period = Period::of(visits.iter().map(|visit| visit.day));
    Pattern::Attendance.state(visits.len(), period, say, figures)
}

fn in_order(visits: &[Visit]) -> Vec<Visit> {
    let mut sorted = visits.to_vec();
    sorted.sort_by_key(|visit| visit.day);
    sorted
}
