//! What time it is: the only place that asks the machine, and the virtual clock that tests move by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use store::{FromValue, Value};

/// How far the clocks of two servers that share a database may be apart.
pub const CLOCKS_APART: Span = Span::minutes(1);

/// A moment in UTC, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Timestamp(pub i64);

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub i64);

impl Span {
    /// So many seconds.
    pub const fn seconds(count: i64) -> Self {
        Self(count * 1_000)
    }

    /// So many minutes.
    pub const fn minutes(count: i64) -> Self {
        Self::seconds(count * 60)
    }

    /// So many hours.
    pub const fn hours(count: i64) -> Self {
        Self::minutes(count * 60)
    }

    /// So many days of 24 hours.
    pub const fn days(count: i64) -> Self {
        Self::hours(count * 24)
    }
}

impl Timestamp {
    /// Whether this moment, put on record earlier, is no longer than `span` ago. One that has not come yet was put there
    /// while a clock was wrong, and vouches for nothing.
    pub fn is_within(self, span: Span, now: Self) -> bool {
        let age = now - self;
        age <= span && Span(-CLOCKS_APART.0) <= age
    }
}

impl std::ops::Add<Span> for Timestamp {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl std::ops::Sub<Span> for Timestamp {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl std::ops::Sub for Timestamp {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl From<Timestamp> for Value {
    fn from(moment: Timestamp) -> Self {
        Self::Int(moment.0)
    }
}

impl FromValue for Timestamp {
    fn from_value(value: Value) -> Result<Self, Value> {
        i64::from_value(value).map(Self)
    }
}

/// Where the time comes from: the machine in production, a hand-moved clock in tests.
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    Machine,
    Virtual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's own clock.
    pub const fn machine() -> Self {
        Self(Source::Machine)
    }

    /// A clock that stands still at `start` until it is moved.
    pub fn standing_at(start: Timestamp) -> Self {
        Self(Source::Virtual(Arc::new(AtomicI64::new(start.0))))
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::Machine => Timestamp(machine_ms()),
            Source::Virtual(at) => Timestamp(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a virtual clock, backwards where `by` is negative; the machine's clock is never touched.
    pub fn advance(&self, by: Span) {
        if let Source::Virtual(at) = &self.0 {
            at.fetch_add(by.0, Ordering::SeqCst);
        }
    }
}

fn machine_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |age| i64::try_from(age.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_that_has_not_come_yet_vouches_for_nothing() {
        let (now, span) = (Timestamp(1_795_532_400_000), Span::minutes(5));
        for (moment, is_within) in [
            (now, true),
            (now - span, true),
            (now - span - Span(1), false),
            (now + CLOCKS_APART, true),
            (now + CLOCKS_APART + Span(1), false),
            (now + Span::days(365), false),
        ] {
            assert_eq!(moment.is_within(span, now), is_within, "{:?}", moment - now);
        }
    }
}
