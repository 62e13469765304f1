//! The lowest and highest that items and scales can reach.

use std::ops::RangeInclusive;

use crate::instrument::{Definition, Scale};
use crate::rules::Method;

impl Definition {
    /// Lowest and highest possible total, in points; `None` where there is no total.
    pub fn total_range(&self) -> Option<RangeInclusive<i32>> {
        self.total.as_ref().map(|scale| self.scale_range(scale))
    }

    /// Lowest and highest possible score of one of this instrument's scales, in points.
    pub fn scale_range(&self, scale: &Scale) -> RangeInclusive<i32> {
        let limits: Vec<(i32, i32)> = self.scale_items(scale).into_iter().map(|id| self.limits_of(id)).collect();
        let (lowest, highest) = match scale.method {
            Method::Sum => limits.iter().fold((0, 0), |sum, limit| (sum.0 + limit.0, sum.1 + limit.1)),
            Method::Mean => widest(&limits),
        };
        lowest * scale.multiplier..=highest * scale.multiplier
    }

    /// The items of a scale; an item whose only purpose is to be a gate never counts.
    pub(crate) fn scale_items<'d>(&'d self, scale: &'d Scale) -> Vec<&'d str> {
        if !scale.items.is_empty() {
            return scale.items.iter().map(String::as_str).collect();
        }
        let is_gate = |id: &String| self.skips.iter().any(|skip| skip.gate && skip.when_zero.contains(id));
        self.items.iter().filter(|item| !is_gate(&item.id)).map(|item| item.id.as_str()).collect()
    }

    /// Lowest and highest value that any of some items can have.
    pub(crate) fn range_of(&self, item_ids: &[String]) -> RangeInclusive<i32> {
        let limits: Vec<(i32, i32)> = item_ids.iter().map(|id| self.limits_of(id)).collect();
        let (lowest, highest) = widest(&limits);
        lowest..=highest
    }

    /// What the options of an item count, before any reversal.
    pub(crate) fn values_of(&self, item_id: &str) -> impl Iterator<Item = i32> {
        let options = self.position(item_id).map_or(&[][..], |index| self.options(&self.items[index]));
        options.iter().map(|option| option.value)
    }

    pub(crate) fn limits_of(&self, item_id: &str) -> (i32, i32) {
        (self.values_of(item_id).min().unwrap_or(0), self.values_of(item_id).max().unwrap_or(0))
    }
}

fn widest(limits: &[(i32, i32)]) -> (i32, i32) {
    let lowest = limits.iter().map(|limit| limit.0).min().unwrap_or(0);
    (lowest, limits.iter().map(|limit| limit.1).max().unwrap_or(0))
}
