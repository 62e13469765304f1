//! Where a day and a score lie in a picture: pure geometry, in the units of its view box.

use jiff::civil::Date;

/// The lowest and the highest score that a questionnaire can give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Range {
    /// From `low` to `high`.
    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// How far up `score` lies, from 0 to 1; what lies outside is drawn at the edge.
    pub fn share(self, score: f64) -> f64 {
        let span = self.high - self.low;
        if span > 0.0 { ((score - self.low) / span).clamp(0.0, 1.0) } else { 0.5 }
    }
}

/// The frame of a trend: the view box, and the part of it that scores are drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// Room that a label of a day takes.
    pub day_label: f64,
    /// Room that a session's number takes; nothing where there is none for them.
    pub session_label: Option<f64>,
}

/// For a phone: the text stays at 14 units, so the picture must be as wide as it is shown.
pub(super) const NARROW: Frame = Frame {
    width: 340.0,
    height: 284.0,
    left: 30.0,
    right: 262.0,
    top: 14.0,
    bottom: 254.0,
    day_label: 58.0,
    session_label: None,
};

/// For a column on a desk.
pub(super) const WIDE: Frame = Frame {
    width: 600.0,
    height: 330.0,
    left: 34.0,
    right: 516.0,
    top: 14.0,
    bottom: 284.0,
    day_label: 62.0,
    session_label: Some(26.0),
};

/// Room between the frame and the first and last point.
const INSET: f64 = 18.0;

/// A frame with its scales.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    pub frame: Frame,
    range: Range,
    first: Date,
    days: f64,
}

impl Plot {
    /// From the day `first` to the day `last`.
    pub fn new(frame: Frame, range: Range, first: Date, last: Date) -> Self {
        Self { frame, range, first, days: days_between(first, last) }
    }

    /// A single day stands in the middle.
    pub fn x(&self, day: Date) -> f64 {
        let (left, right) = (self.frame.left + INSET, self.frame.right - INSET);
        let share = if self.days > 0.0 { (days_between(self.first, day) / self.days).clamp(0.0, 1.0) } else { 0.5 };
        left + (right - left) * share
    }

    pub fn y(&self, score: f64) -> f64 {
        self.frame.bottom - (self.frame.bottom - self.frame.top) * self.range.share(score)
    }
}

fn days_between(first: Date, last: Date) -> f64 {
    last.since(first).map_or(0.0, |span| f64::from(span.get_days()))
}

/// Of `wanted` places, in their order, those that can be labelled: each `room` away from the one before. The first and the
/// last are always among them, when there is room for both.
pub(super) fn spaced(wanted: &[f64], room: f64) -> Vec<usize> {
    let Some((last, _)) = wanted.iter().enumerate().next_back() else { return Vec::new() };
    let mut kept = vec![0];
    for at in 1..last {
        let before = kept.last().map_or(f64::MIN, |&kept| wanted[kept]);
        if wanted[at] - before >= room && wanted[last] - wanted[at] >= room {
            kept.push(at);
        }
    }
    if last > 0 && wanted[last] - wanted[0] >= room {
        kept.push(last);
    }
    kept
}

/// Moves `places` (from the top downwards) apart until each is `room` below the one before.
pub(super) fn pushed_apart(places: &[f64], room: f64) -> Vec<f64> {
    let mut floor = f64::MIN;
    let push = |place: &f64| {
        let place = place.max(floor);
        floor = place + room;
        place
    };
    places.iter().map(push).collect()
}
