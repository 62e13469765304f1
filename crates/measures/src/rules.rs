//! The rules a file can state: scales, bands, criteria, cut-offs, signals and what counts as change.

use serde::{Deserialize, Serialize};

/// How items become a number.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Sum or mean.
    pub method: Method,
    /// The items it uses; empty means all.
    #[serde(default)]
    pub items: Vec<String>,
    /// The result is multiplied by this.
    #[serde(default = "one")]
    pub multiplier: i32,
    /// When a score is still given although items are unanswered; absent means never.
    pub missing: Option<Missing>,
    /// Named ranges that together cover every possible score.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// Where the bands are published; given wherever there are bands.
    pub bands_source: Option<String>,
}

/// How the values are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Added.
    Sum,
    /// Averaged over the answered items.
    Mean,
}

/// The pro-rating rule: unanswered items take the mean of the answered ones.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// The fewest answered items that still give a score.
    pub min_answered: usize,
    /// The only items that may be unanswered; empty means any.
    #[serde(default)]
    pub only: Vec<String>,
    /// What the pro-rated score is rounded to.
    pub round: Round,
    /// Where the rule comes from.
    pub source: String,
}

/// Rounding of a pro-rated score; halves go up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Round {
    /// To whole points.
    Whole,
    /// To tenths of a point.
    Tenth,
}

/// A named range of scores, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lowest score in it.
    pub from: i32,
    /// Highest score in it.
    pub to: i32,
    /// The published name, which records and exports keep.
    pub name: String,
    /// The gentler word that members see; a practice may change it.
    pub member: String,
}

/// A part with a score of its own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscale {
    /// Short name in results.
    pub id: String,
    /// For people.
    pub title: String,
    /// How it is made.
    pub scale: Scale,
}

/// A yes-or-no rule over items: enough of them at or above a value, or all of some earlier rules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Short name in results.
    pub id: String,
    /// What it means when met.
    pub meaning: String,
    /// Where it is published.
    pub source: String,
    /// Counting rule.
    pub count: Option<Count>,
    /// Earlier criteria that must all be met.
    #[serde(default)]
    pub all_of: Vec<String>,
}

/// Enough items at or above a value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The items looked at.
    pub items: Vec<String>,
    /// The value that counts.
    pub value_at_least: i32,
    /// How many must reach it.
    pub items_at_least: usize,
    /// Whether an item left open counts as reaching it, as a refusal does on the ASQ.
    #[serde(default)]
    pub unanswered_counts: bool,
}

/// A yes-or-no rule over the total.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutoff {
    /// Short name in results.
    pub id: String,
    /// Met from this total up; exactly one of the two limits is given.
    pub at_least: Option<i32>,
    /// Met from this total down.
    pub at_most: Option<i32>,
    /// What it means when met.
    pub meaning: String,
    /// Where it is published.
    pub source: String,
}

/// When the form tells the reader to leave items out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// The rule applies when all of these are answered and count 0.
    pub when_zero: Vec<String>,
    /// Left open, these then count 0 and are not missing.
    pub items: Vec<String>,
    /// A gate also ignores what was answered to them, and is reported as `stopped_at_gate`.
    #[serde(default)]
    pub gate: bool,
}

/// A question on the form that no score uses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// Short name.
    pub id: String,
    /// The exact words.
    pub text: String,
    /// Its option set; absent where words are asked for.
    pub options: Option<String>,
    /// Whether only the leader reads it.
    #[serde(default)]
    pub leader_only: bool,
    /// Its code.
    pub loinc: Option<crate::instrument::Code>,
}

/// An answer that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignalRule {
    /// Short name in results.
    pub id: String,
    /// The item watched. Left open it gives a signal too: risk not answered, never zero.
    pub item: String,
    /// The value from which it is raised.
    pub value_at_least: i32,
    /// How soon someone must look.
    pub urgency: Urgency,
    /// What it means, for the clinician.
    pub meaning: String,
}

/// How soon someone must look at a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// At once; the person is not left alone.
    Now,
    /// The same day.
    Today,
}

/// When a difference between two totals means something.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRules {
    /// The smallest difference that exceeds measurement noise.
    pub reliable: Option<Reliable>,
    /// Where the clinical range begins.
    pub clinical: Option<Clinical>,
}

/// Reliable change: published points, or the figures to work them out.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reliable {
    /// Published threshold in points.
    pub points: Option<f64>,
    /// Standard deviation at baseline.
    pub sd: Option<f64>,
    /// Reliability, between 0 and 1.
    pub r: Option<f64>,
    /// Whom the figures were measured in.
    pub sample: Option<String>,
    /// Where it is published.
    pub source: String,
}

/// Where the clinical range begins: this total counts as clinical, and so does every worse one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clinical {
    /// The mildest total that is clinical.
    pub from: f64,
    /// Where it is published.
    pub source: String,
}

/// A total that foretells little gain when reached in a week of treatment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Weeks since treatment began.
    pub week: u32,
    /// This total or a worse one.
    pub from: i32,
    /// Where it is published.
    pub source: String,
}

/// When a leader should look at a session rating.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glance {
    /// A rating of this or less.
    pub at_most: i32,
    /// A fall of this much below the member's own mean.
    pub fall: i32,
    /// Where the rule comes from.
    pub source: String,
}

fn one() -> i32 {
    1
}
