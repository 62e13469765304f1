//! Whether two samples could come from one distribution: the rank test of Mann and Whitney (1947), with the normal
//! approximation and the correction for ties. Pure.

/// What the test comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// How many pairs there are of one of each sample in which that of the first sample is the larger one; a tie is half of one.
    pub u: f64,
    /// How likely a difference like this one, in either direction, is between two samples of one distribution.
    pub p: f64,
}

/// Compares two samples; an empty one differs from nothing.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub fn mann_whitney(first: &[f64], second: &[f64]) -> Ranked {
    let mut all: Vec<(f64, bool)> = first.iter().map(|value| (*value, true)).collect();
    all.extend(second.iter().map(|value| (*value, false)));
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut rank_sum, mut ties, mut below) = (0.0, 0.0, 0);
    for equal in all.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let count = equal.len() as f64;
        let rank = below as f64 + f64::midpoint(count, 1.0);
        rank_sum += rank * equal.iter().filter(|(_, is_first)| *is_first).count() as f64;
        ties += count.powi(3) - count;
        below += equal.len();
    }
    let (m, n) = (first.len() as f64, second.len() as f64);
    let (both, u) = (m + n, rank_sum - m * (m + 1.0) / 2.0);
    let variance = m * n / 12.0 * (both + 1.0 - ties / (both * (both - 1.0)));
    let is_told = variance.is_finite() && variance > 0.0;
    Ranked { u, p: if is_told { (2.0 * upper_tail((u - m * n / 2.0).abs() / variance.sqrt())).min(1.0) } else { 1.0 } }
}

/// The share of a normal distribution above `z`, for `z` from 0 on: Abramowitz and Stegun (1964), 26.2.17.
fn upper_tail(z: f64) -> f64 {
    const B: [f64; 5] = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let t = 1.0 / 0.231_641_9f64.mul_add(z, 1.0);
    let polynomial = B.iter().rev().fold(0.0, |sum, factor| (sum + factor) * t);
    polynomial * (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt()
}

/// The smallest of several, as if each had been the only one: Bonferroni.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub fn smallest_of_all(each: &[f64]) -> Option<f64> {
    each.iter().copied().reduce(f64::min).map(|least| (least * each.len() as f64).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(found: f64, expected: f64, within: f64) -> bool {
        (found - expected).abs() < within
    }

    /// Water through the human chorioamnion at term and at 12 to 26 weeks, from Hollander and Wolfe, Nonparametric Statistical
    /// Methods (1973), page 69: W is 35, and the large sample approximation has a one-sided p of 0.110.
    #[test]
    fn the_permeability_of_a_membrane_is_told_as_in_the_book() {
        let at_term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
        let early = [1.15, 0.88, 0.90, 0.74, 1.21];
        let Ranked { u, p } = mann_whitney(&at_term, &early);
        assert!(is_near(u, 35.0, 1e-9) && is_near(p / 2.0, 0.110, 0.001), "{u} {p}");
        let turned = mann_whitney(&early, &at_term);
        assert!(is_near(turned.u, 15.0, 1e-9) && is_near(turned.p, p, 1e-12), "the other way round it is the same");
    }

    /// The table of the normal distribution.
    #[test]
    fn the_tail_is_that_of_the_table() {
        for (z, share) in [(0.0, 0.5), (1.0, 0.158_655), (1.644_854, 0.05), (1.959_964, 0.025), (2.575_829, 0.005)] {
            assert!(is_near(upper_tail(z), share, 1e-6), "{z} {}", upper_tail(z));
        }
    }

    #[test]
    fn what_is_equal_differs_in_nothing_and_what_is_apart_is_told() {
        let (low, high): (Vec<f64>, Vec<f64>) = ((0..40).map(f64::from).collect(), (40..80).map(f64::from).collect());
        assert!(is_near(mann_whitney(&low, &low).p, 1.0, 1e-6));
        assert!(is_near(mann_whitney(&[7.0; 9], &[7.0; 9]).p, 1.0, 1e-6), "where all are equal nothing is told");
        assert!(is_near(mann_whitney(&[], &low).p, 1.0, 1e-6));
        assert!(mann_whitney(&low, &high).p < 1e-9);
    }

    #[test]
    fn of_several_the_smallest_counts_for_all() {
        for (each, expected) in [(&[][..], None), (&[0.02, 0.5], Some(0.04)), (&[0.9, 0.8], Some(1.0))] {
            assert_eq!(smallest_of_all(each), expected);
        }
    }
}
