//! Turns answers into a score: total, band, parts, criteria and signals, the same every time.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::instrument::{Band, Criterion, Cutoff, Scale, SignalRule, Urgency};
use crate::rules::{Count, Method, Missing, Round};

/// Rises when the same answers and file would give another score; stored beside each score.
pub const SCORER_VERSION: u32 = 1;

/// What one set of answers amounts to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Instrument id.
    pub instrument: String,
    /// Version of its file.
    pub version: u32,
    /// Version of this scorer.
    pub scorer_version: u32,
    /// In points; `None` where the instrument has no total or too much is unanswered.
    pub total: Option<f64>,
    /// Published name of the total's band.
    pub band: Option<String>,
    /// Whether unanswered items were filled with the mean of the others, in the total or in a part.
    pub prorated: bool,
    /// Whether a gate ended the form.
    pub stopped_at_gate: bool,
    /// The parts, in the file's order.
    pub subscales: Vec<Part>,
    /// Criteria and cut-offs, in the file's order.
    pub criteria: Vec<Finding>,
    /// What a person must look at.
    pub signals: Vec<Signal>,
}

/// The score of one part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Short name.
    pub id: String,
    /// In points; `None` where too much is unanswered.
    pub total: Option<f64>,
    /// Published name of its band.
    pub band: Option<String>,
}

/// Whether a criterion or cut-off is met; `None` where unanswered items leave it open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Short name.
    pub id: String,
    /// Yes, no or open.
    pub met: Option<bool>,
}

/// An answer that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// Short name.
    pub id: String,
    /// Item id.
    pub item: String,
    /// Why it was raised.
    pub cause: Cause,
    /// How soon someone must look.
    pub urgency: Urgency,
}

/// Why a signal was raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The answer reached the rule's value.
    Answered,
    /// The item was asked and left open: risk not answered, which is never taken for zero.
    NotAnswered,
}

impl Answers<'_> {
    /// Scores the answers by their instrument's own rules.
    pub fn score(&self) -> Score {
        let instrument = self.instrument();
        let total = instrument.total.as_ref().and_then(|scale| self.measure(scale));
        let parts: Vec<_> = instrument.subscales.iter().map(|part| (part, self.measure(&part.scale))).collect();
        Score {
            instrument: instrument.id.clone(),
            version: instrument.version,
            scorer_version: SCORER_VERSION,
            prorated: parts.iter().filter_map(|(_, points)| *points).chain(total).any(|points| points.prorated),
            total: total.map(|points| points.value),
            band: instrument.total.as_ref().zip(total).and_then(|(scale, points)| scale.band(points.value)).map(name),
            stopped_at_gate: self.stopped_at_gate(),
            subscales: parts
                .into_iter()
                .map(|(part, points)| Part {
                    id: part.id.clone(),
                    total: points.map(|points| points.value),
                    band: points.and_then(|points| part.scale.band(points.value)).map(name),
                })
                .collect(),
            criteria: self.criteria(total.map(|points| points.value)),
            signals: instrument.signals.iter().filter_map(|rule| self.signal(rule)).collect(),
        }
    }

    fn measure(&self, scale: &Scale) -> Option<Points> {
        let items = self.instrument().scale_items(scale);
        let values: Vec<i32> = items.iter().filter_map(|id| self.value(id)).collect();
        let prorated = values.len() < items.len();
        let missing = scale.missing.as_ref().filter(|_| prorated);
        if prorated && !missing.is_some_and(|rule| self.may_prorate(rule, &items, values.len())) {
            return None;
        }
        let mean = f64::from(values.iter().sum::<i32>()) / count(&values);
        let base = match scale.method {
            Method::Mean => mean,
            Method::Sum if prorated => mean * count(&items),
            Method::Sum => f64::from(values.iter().sum::<i32>()),
        };
        let value = base * f64::from(scale.multiplier);
        Some(Points { value: missing.map_or(value, |rule| rule.round.apply(value)), prorated })
    }

    fn may_prorate(&self, rule: &Missing, items: &[&str], answered: usize) -> bool {
        let allowed = |id: &&str| rule.only.is_empty() || rule.only.iter().any(|only| only == id);
        answered >= rule.min_answered && items.iter().filter(|id| self.value(id).is_none()).all(allowed)
    }

    fn criteria(&self, total: Option<f64>) -> Vec<Finding> {
        let instrument = self.instrument();
        let mut findings = Vec::new();
        if instrument.skips.iter().any(|skip| skip.gate) {
            findings.push(Finding { id: "stopped_at_gate".to_owned(), met: Some(self.stopped_at_gate()) });
        }
        for criterion in &instrument.criteria {
            let met = self.is_met(criterion, &findings);
            findings.push(Finding { id: criterion.id.clone(), met });
        }
        let cutoffs = instrument
            .cutoffs
            .iter()
            .map(|cutoff| Finding { id: cutoff.id.clone(), met: total.map(|total| cutoff.includes(total)) });
        findings.extend(cutoffs);
        findings
    }

    fn is_met(&self, criterion: &Criterion, earlier: &[Finding]) -> Option<bool> {
        if let Some(count) = &criterion.count {
            return self.counts_enough(count);
        }
        let parts: Vec<Option<bool>> = criterion
            .all_of
            .iter()
            .map(|id| earlier.iter().find(|finding| finding.id == *id).and_then(|finding| finding.met))
            .collect();
        if parts.contains(&Some(false)) {
            return Some(false);
        }
        (!parts.contains(&None)).then_some(true)
    }

    fn counts_enough(&self, count: &Count) -> Option<bool> {
        let values: Vec<Option<i32>> = count.items.iter().map(|id| self.value(id)).collect();
        let open = values.iter().filter(|value| value.is_none()).count();
        let reached = values.iter().flatten().filter(|&&value| value >= count.value_at_least).count();
        let certain = if count.unanswered_counts { reached + open } else { reached };
        if certain >= count.items_at_least {
            return Some(true);
        }
        (reached + open < count.items_at_least).then_some(false)
    }

    fn signal(&self, rule: &SignalRule) -> Option<Signal> {
        let cause = match self.value(&rule.item) {
            Some(value) if value >= rule.value_at_least => Cause::Answered,
            Some(_) => return None,
            None => Cause::NotAnswered,
        };
        Some(Signal { id: rule.id.clone(), item: rule.item.clone(), cause, urgency: rule.urgency })
    }
}

impl Scale {
    /// The band a score falls in: the last one that starts at or below it, so that pro-rated tenths belong somewhere too.
    pub fn band(&self, score: f64) -> Option<&Band> {
        self.bands.iter().rev().find(|band| f64::from(band.from) <= score)
    }
}

impl Cutoff {
    /// Whether a total lies on the side that the cut-off names.
    pub fn includes(&self, total: f64) -> bool {
        self.at_least.is_some_and(|limit| total >= f64::from(limit))
            || self.at_most.is_some_and(|limit| total <= f64::from(limit))
    }
}

impl Round {
    fn apply(self, value: f64) -> f64 {
        match self {
            Self::Whole => value.round(),
            Self::Tenth => (value * 10.0).round() / 10.0,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Points {
    value: f64,
    prorated: bool,
}

fn name(band: &Band) -> String {
    band.name.clone()
}

fn count<T>(list: &[T]) -> f64 {
    u32::try_from(list.len()).map_or(f64::MAX, f64::from)
}
