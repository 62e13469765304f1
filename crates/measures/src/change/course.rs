//! Who is not on track by their scores: rules that anyone can check by hand.

use super::{Concern, Reason, Trend, Warning, Yardstick};
use crate::rules::Course;

/// One total in the course of treatment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Number of the session it belongs to; 0 before the first.
    pub session: u32,
    /// Weeks since treatment began; 0 at the start.
    pub week: u32,
    /// The total, in points.
    pub total: f64,
}

/// What the rules may be told; the defaults are those of the design and a practice may change them.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    /// The instrument's yardstick.
    pub yardstick: Yardstick,
    /// The instrument's published totals by week; empty where there are none.
    pub checkpoints: Vec<Course>,
    /// The session from which an early response is expected.
    pub early_from: u32,
    /// The last session that counts as early.
    pub early_to: u32,
}

impl Watch {
    /// The rules for an instrument; `None` where it has no total or direction.
    pub fn of(instrument: &crate::Instrument) -> Option<Self> {
        let yardstick = Yardstick::of(instrument)?;
        Some(Self { yardstick, checkpoints: instrument.course.clone(), early_from: 4, early_to: 6 })
    }
}

/// Holds a course against the rules, most pressing first. The points stand in order of time, the first is the start.
pub fn watch(rules: &Watch, course: &[Point]) -> Vec<Warning> {
    let Some((start, later)) = course.split_first() else { return Vec::new() };
    let red = deteriorated(rules, start, later).map(|reason| Warning { concern: Concern::Red, reason });
    let amber = [no_early_response(rules, start, later), checkpoint(rules, later)];
    let amber = amber.into_iter().flatten().map(|reason| Warning { concern: Concern::Amber, reason });
    red.into_iter().chain(amber).collect()
}

fn deteriorated(rules: &Watch, start: &Point, later: &[Point]) -> Option<Reason> {
    let yardstick = &rules.yardstick;
    let threshold = yardstick.reliable.as_ref()?.points();
    let gain = |point: &Point| yardstick.gain(start.total, point.total);
    let worst = later.iter().min_by(|one, other| gain(one).total_cmp(&gain(other)))?;
    let is_worse = |point: &Point| yardstick.reliably(start.total, point.total) == Some(Trend::Worse);
    is_worse(worst).then(|| Reason::Deteriorated {
        first: start.total,
        worst: worst.total,
        session: worst.session,
        threshold,
        still: later.last().is_some_and(is_worse),
    })
}

fn no_early_response(rules: &Watch, start: &Point, later: &[Point]) -> Option<Reason> {
    let yardstick = &rules.yardstick;
    // Who began outside the clinical range has little to gain; asking for a response would be unfair.
    if yardstick.is_clinical(start.total) == Some(false) {
        return None;
    }
    let expected = yardstick.reliable.as_ref()?.points() / 2.0;
    let gain = |point: &Point| yardstick.gain(start.total, point.total);
    let early = later.iter().rev().find(|point| (rules.early_from..=rules.early_to).contains(&point.session))?;
    let responded_late = later.last().is_some_and(|latest| gain(latest) >= expected);
    (gain(early) < expected && !responded_late).then(|| Reason::NoEarlyResponse {
        session: early.session,
        gain: gain(early),
        expected,
    })
}

/// The newest checkpoint with a total within a week of it decides; what was so earlier is past.
fn checkpoint(rules: &Watch, later: &[Point]) -> Option<Reason> {
    let nearest = |checkpoint: &Course| {
        let away = |point: &&Point| point.week.abs_diff(checkpoint.week);
        later.iter().min_by_key(away).filter(|point| away(point) <= 1).copied()
    };
    let reached =
        rules.checkpoints.iter().filter_map(|checkpoint| nearest(checkpoint).map(|point| (checkpoint, point)));
    let (checkpoint, point) = reached.max_by_key(|(checkpoint, _)| checkpoint.week)?;
    (rules.yardstick.gain(f64::from(checkpoint.from), point.total) <= 0.0).then(|| Reason::Checkpoint {
        week: checkpoint.week,
        total: point.total,
        from: checkpoint.from,
        source: checkpoint.source.clone(),
    })
}
