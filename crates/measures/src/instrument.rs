//! What an instrument is: the shape of one `instruments/<id>.toml`, readable by all and changed by none.

use std::ops::Deref;

use serde::Deserialize;

pub use crate::licence::{Class, Licence};
pub use crate::rules::{
    Band, Course, Criterion, Cutoff, Extra, Glance, Missing, Scale, SignalRule, Skip, Subscale, Urgency,
};

/// A checked instrument. Only the loader makes one, so every reference in it resolves and its bands have no gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument(pub(crate) Definition);

impl Deref for Instrument {
    type Target = Definition;

    fn deref(&self) -> &Definition {
        &self.0
    }
}

/// Everything the file says, in its order.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Lower-case name used on the command line and in stored answers, such as `phq-9`.
    pub id: String,
    /// Rises with every change that could alter a score or a word; stored with each answer.
    pub version: u32,
    /// The published full name.
    pub title: String,
    /// The published short name, such as `PHQ-9`.
    pub short_title: String,
    /// Canonical identifier without version, for FHIR `Questionnaire.url`.
    pub canonical: String,
    /// What it measures, in a word or two.
    pub measures: String,
    /// The time its questions ask about.
    pub recall: String,
    /// Which way is better; absent where answers are not added to a scale.
    pub direction: Option<Direction>,
    /// The sentence above the items; absent in a shell.
    pub instruction: Option<String>,
    /// How often to ask.
    pub cadence: Cadence,
    /// Items whose option values count backwards.
    #[serde(default)]
    pub reversed: Vec<String>,
    /// What may be done with the wording, and the line to show with it.
    pub licence: Licence,
    /// LOINC codes with their official names.
    pub loinc: Option<Loinc>,
    /// The lists of options that items choose from.
    pub option_sets: Vec<OptionSet>,
    /// The questions, in printed order.
    pub items: Vec<Item>,
    /// Questions on the same form that no score uses.
    #[serde(default)]
    pub extras: Vec<Extra>,
    /// When the form itself tells the reader to leave items out.
    #[serde(default)]
    pub skips: Vec<Skip>,
    /// How the total is made; absent where there is none.
    pub total: Option<Scale>,
    /// Parts with a score of their own.
    #[serde(default)]
    pub subscales: Vec<Subscale>,
    /// Yes-or-no rules over items.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// Yes-or-no rules over the total, each with its source.
    #[serde(default)]
    pub cutoffs: Vec<Cutoff>,
    /// Answers that a person must look at.
    #[serde(default)]
    pub signals: Vec<SignalRule>,
    /// When a difference between two totals means something.
    pub change: Option<crate::rules::ChangeRules>,
    /// Published totals that foretell little gain, by week of treatment.
    #[serde(default)]
    pub course: Vec<Course>,
    /// When a leader should look at a session rating.
    pub glance: Option<Glance>,
}

impl Definition {
    /// Whether the wording is here. A shell has none until the practice loads it.
    pub fn has_wording(&self) -> bool {
        self.items.iter().all(|item| item.text.is_some())
    }

    /// Where an item stands, counted from 0.
    pub fn position(&self, item_id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == item_id)
    }

    /// The words that stand above an item, its own or those of an item before it.
    pub fn lead(&self, position: usize) -> Option<&str> {
        self.items.iter().take(position + 1).rev().find_map(|item| item.lead.as_deref())
    }

    /// The options an item offers, in printed order. Empty only for an item of another instrument.
    pub fn options(&self, item: &Item) -> &[Choice] {
        self.option_sets.iter().find(|set| set.id == item.options).map_or(&[], |set| &set.options)
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Symptoms, distress: a falling score is good.
    HigherIsWorse,
    /// Well-being, self-esteem: a rising score is good.
    HigherIsBetter,
}

/// How often to ask, by default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cadence {
    /// For people.
    pub words: String,
    /// For the clock; absent where it is asked once or on an occasion.
    pub days: Option<u32>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The printed number or a short name; FHIR `linkId`.
    pub id: String,
    /// Words printed above this item, which hold for the items after it too until the next such words.
    pub lead: Option<String>,
    /// The exact words; absent in a shell.
    pub text: Option<String>,
    /// Which option set it offers.
    pub options: String,
    /// A printed question that asks for words after this one ("If yes, how?"); never scored.
    pub prompt: Option<String>,
    /// Its code.
    pub loinc: Option<Code>,
}

/// A list of options that items share.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSet {
    /// The name items refer to.
    pub id: String,
    /// In printed order.
    pub options: Vec<Choice>,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The exact words; absent in a shell.
    pub label: Option<String>,
    /// What it counts.
    pub value: i32,
    /// LOINC answer code, beginning with `LA`.
    pub loinc: Option<String>,
}

/// The codes of the whole form, and where all codes of the file were read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loinc {
    /// The form.
    pub panel: Option<Code>,
    /// The total.
    pub total: Option<Code>,
    /// The publication the codes were read in.
    pub source: String,
}

/// A LOINC code, never without its official name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Digits, hyphen, check digit.
    pub code: String,
    /// LOINC's own name for it.
    pub display: String,
}
