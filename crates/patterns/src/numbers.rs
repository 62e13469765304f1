//! The few sums that patterns rest on, each of which can be checked on paper.

use std::collections::BTreeMap;

use crate::day::Day;

/// The sum divided by the count; `None` without values.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / as_f64(values.len())) }
}

/// The value in the middle, or halfway between the two in the middle; `None` without values.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    sorted.get(sorted.len() / 2 - 1).map(|lower| f64::midpoint(*lower, upper))
}

/// One value for each day, in order; of two for one day the later counts, and what is not a number is left out.
pub(crate) fn by_day(values: impl Iterator<Item = (Day, f64)>) -> BTreeMap<Day, f64> {
    values.filter(|(_, value)| value.is_finite()).collect()
}

/// The word that stands most often, and how often; `None` when two share the first place.
pub(crate) fn most_frequent<'w>(words: impl Iterator<Item = &'w str>) -> Option<(&'w str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let most = *counts.values().max()?;
    let mut first = counts.into_iter().filter(|(_, count)| *count == most);
    let found = first.next()?;
    if first.next().is_some() { None } else { Some(found) }
}

/// The group with the highest mean among those with at least `least` values, its mean and its size. `None` with fewer
/// than two such groups, or when two share the first place.
pub(crate) fn highest_mean<'w>(
    values: impl Iterator<Item = (&'w str, f64)>,
    least: usize,
) -> Option<(&'w str, f64, usize)> {
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (group, value) in values {
        groups.entry(group).or_default().push(value);
    }
    let large = groups.iter().filter(|(_, values)| values.len() >= least);
    let mut means: Vec<_> = large.filter_map(|(group, values)| Some((*group, mean(values)?, values.len()))).collect();
    means.sort_by(|one, other| other.1.total_cmp(&one.1));
    match means.as_slice() {
        [first, second, ..] if first.1 - second.1 > NOISE => Some(*first),
        _ => None,
    }
}

/// Below so little two sums of binary fractions are the same.
pub(crate) const NOISE: f64 = 1e-9;

#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 records")]
pub(crate) fn as_f64(count: usize) -> f64 {
    count as f64
}
