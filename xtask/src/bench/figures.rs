//! What many measured times come to: a rate, and the time within which a share of them was done. Pure.

use serde::Serialize;
use std::time::Duration;

/// A load, condensed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Load {
    /// How many were done.
    pub count: usize,
    /// How many were done in a second, by all clients together.
    pub per_s: f64,
    /// Half were done within so many milliseconds.
    pub p50_ms: f64,
    /// Nineteen of twenty were.
    pub p95_ms: f64,
    /// Ninety-nine of a hundred were.
    pub p99_ms: f64,
}

impl Load {
    /// Condenses the time that each one took, and the time that they took together.
    pub fn of(mut each: Vec<Duration>, together: Duration) -> Self {
        each.sort_unstable();
        Self {
            count: each.len(),
            per_s: per_second(each.len(), together),
            p50_ms: ms(percentile(&each, 50)),
            p95_ms: ms(percentile(&each, 95)),
            p99_ms: ms(percentile(&each, 99)),
        }
    }
}

/// So many in a second; nothing where no time has passed.
#[expect(clippy::cast_precision_loss, reason = "a count of requests stays far below 2^52")]
pub fn per_second(count: usize, time: Duration) -> f64 {
    if time.is_zero() { 0.0 } else { count as f64 / time.as_secs_f64() }
}

/// Milliseconds with their fractions.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The nearest-rank percentile of times in ascending order: the shortest within which `hundredths` of them were done.
pub fn percentile(ascending: &[Duration], hundredths: usize) -> Duration {
    let rank = (ascending.len() * hundredths).div_ceil(100);
    ascending.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

/// How many times `whole` goes into `part`; nothing where there is no whole.
pub fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(ms: &[u64]) -> Vec<Duration> {
        ms.iter().copied().map(Duration::from_millis).collect()
    }

    /// The worked example of the nearest-rank method: 15, 20, 35, 40, 50.
    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let five = times(&[15, 20, 35, 40, 50]);
        for (hundredths, expected) in [(5, 15), (30, 20), (40, 20), (50, 35), (95, 50), (100, 50)] {
            assert_eq!(percentile(&five, hundredths), Duration::from_millis(expected), "{hundredths}");
        }
        assert_eq!(percentile(&times(&[7]), 99), Duration::from_millis(7));
        assert_eq!(percentile(&[], 50), Duration::ZERO);
    }

    #[test]
    fn a_load_is_condensed_in_whatever_order_it_came() {
        let load = Load::of(times(&[3, 1, 2, 10]), Duration::from_millis(8));
        let expected = Load { count: 4, per_s: 500.0, p50_ms: 2.0, p95_ms: 10.0, p99_ms: 10.0 };
        assert_eq!(load, expected);
    }

    #[test]
    fn nothing_done_and_no_time_are_no_rate() {
        assert_eq!(Load::of(Vec::new(), Duration::from_secs(1)).per_s.to_bits(), 0.0_f64.to_bits());
        assert_eq!(per_second(5, Duration::ZERO).to_bits(), 0.0_f64.to_bits());
        for (part, whole, expected) in [(1.0, 2.0, Some(0.5)), (3.0, 2.0, Some(1.5)), (1.0, 0.0, None)] {
            assert_eq!(ratio(part, whole), expected);
        }
    }
}
