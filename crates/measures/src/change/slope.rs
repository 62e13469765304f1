//! A straight line through scores that one odd score cannot tilt.

/// The Theil–Sen slope: the median of the slopes between all pairs of `(time, score)`, in points for each unit of time.
/// `None` with fewer than two different times or a value that is not a number.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    if points.iter().any(|(time, score)| !time.is_finite() || !score.is_finite()) {
        return None;
    }
    let mut slopes: Vec<f64> = points
        .iter()
        .enumerate()
        .flat_map(|(index, earlier)| points.iter().skip(index + 1).map(move |later| (earlier, later)))
        .map(|(earlier, later)| (later.1 - earlier.1) / (later.0 - earlier.0))
        // Two scores of one time have no slope between them.
        .filter(|slope| slope.is_finite())
        .collect();
    slopes.sort_by(f64::total_cmp);
    median(&slopes)
}

fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(*upper);
    }
    sorted.get(middle.checked_sub(1)?).map(|lower| f64::midpoint(*lower, *upper))
}
