//! When a leader should look at how a member rated a session. Never a score, never a clinical cut-off.

use crate::answers::Answers;

/// A rating worth a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The item rated.
    pub item: String,
    /// The rating.
    pub rating: i32,
    /// Why.
    pub cause: LookCause,
}

/// Why a rating is worth a look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LookCause {
    /// At or below the instrument's limit.
    Low,
    /// Well below what this member usually gives.
    Fallen {
        /// Mean of the member's earlier ratings of this item.
        own_mean: f64,
    },
}

/// The ratings worth a look, held against the member's own earlier answers to the same instrument.
/// Empty for an instrument without such a rule.
pub fn looks(now: &Answers<'_>, earlier: &[Answers<'_>]) -> Vec<Look> {
    let Some(rule) = &now.instrument().glance else { return Vec::new() };
    let look = |item: &crate::instrument::Item| {
        let rating = now.value(&item.id)?;
        if rating <= rule.at_most {
            return Some(Look { item: item.id.clone(), rating, cause: LookCause::Low });
        }
        let own_mean = mean(earlier.iter().filter_map(|answers| answers.value(&item.id)))?;
        let has_fallen = own_mean - f64::from(rating) >= f64::from(rule.fall);
        has_fallen.then(|| Look { item: item.id.clone(), rating, cause: LookCause::Fallen { own_mean } })
    };
    now.instrument().items.iter().filter_map(look).collect()
}

fn mean(values: impl Iterator<Item = i32>) -> Option<f64> {
    let (count, sum) = values.fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + f64::from(value)));
    (count > 0.0).then(|| sum / count)
}
