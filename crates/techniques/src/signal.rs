//! Answers that a person must look at, found by rule and never by guess.

use serde::Deserialize;

use crate::answers::{Answers, Value};
use crate::form::Form;
use crate::place::Place;

/// An answer to look at, wherever in the place it stands.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignalRule {
    /// Unique within the form.
    pub id: String,
    /// The field, column or cell it watches.
    pub at: Place,
    /// The lowest amount that is a signal; for amounts.
    pub at_least: Option<f64>,
    /// The option, or `yes` or `no`, that is a signal; for choices.
    pub is: Option<String>,
    /// How soon somebody looks.
    pub urgency: Urgency,
    /// What it means, to whoever looks.
    pub meaning: String,
    /// Whose rule it is.
    pub source: String,
}

/// How soon somebody looks at a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// At once; the person is not left alone.
    Now,
    /// The same day.
    Today,
}

/// An answer that a person must look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// The rule's id.
    pub id: String,
    /// Where the answer stands.
    pub place: Place,
    /// How soon somebody looks.
    pub urgency: Urgency,
    /// What it means.
    pub meaning: String,
}

impl Form {
    /// Every signal in a sheet, in the order of the rules. A draft is asked too: danger does not wait for the last page.
    pub fn signals_of(&self, answers: &Answers) -> Vec<Signal> {
        let found = |rule: &SignalRule| -> Vec<Signal> {
            let all = answers.all_at(&rule.at).into_iter();
            all.filter(|(_, value)| rule.is_met(value)).map(|(place, _)| rule.signal(place)).collect()
        };
        self.signals.iter().flat_map(found).collect()
    }
}

impl SignalRule {
    fn is_met(&self, value: &Value) -> bool {
        let reaches = self.at_least.is_some_and(|least| value.amount().is_some_and(|amount| amount >= least));
        reaches || self.is.as_ref().is_some_and(|word| value.is(word))
    }

    fn signal(&self, place: Place) -> Signal {
        Signal { id: self.id.clone(), place, urgency: self.urgency, meaning: self.meaning.clone() }
    }
}
