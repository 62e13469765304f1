//! What a worksheet is: the checked shape of one `techniques/forms/<id>.toml`.

use serde::{Deserialize, Serialize};

use crate::evidence::{Evidence, Licence};
use crate::field::Field;
use crate::figure::FigureRule;
use crate::place::Place;
use crate::signal::SignalRule;

/// A checked worksheet. Only the loader makes one, so every place named in it exists.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Lower-case name in addresses and stored sheets, such as `thought-record`; the file's name too.
    pub id: String,
    /// Rises with every change to a field or a word; stored with each sheet.
    pub version: u32,
    /// The full name on the page.
    pub title: String,
    /// The name in lists, three words at most.
    pub short_title: String,
    /// Where it comes from.
    pub family: Family,
    /// The kinds of group in which it may be used.
    pub groups: Vec<GroupKind>,
    /// What it touches that is only for therapy.
    pub handles: Vec<Handling>,
    /// How long it takes to fill in.
    pub minutes: u32,
    /// How often it is filled in.
    pub rhythm: Rhythm,
    /// What it is for, to whoever fills it in.
    pub purpose: String,
    /// When it helps.
    pub helps_when: Vec<String>,
    /// When to take care or leave it.
    pub cautions: Vec<String>,
    /// What to say before the first page, where the sheet may stir something up.
    pub warning: Option<String>,
    /// Who may see a filled sheet.
    pub sharing: Sharing,
    /// The pages, in order; on a phone one at a time.
    pub steps: Vec<Step>,
    /// Values worked out from the answers.
    pub figures: Vec<FigureRule>,
    /// Times that follow one another within one day and night.
    pub orders: Vec<Vec<String>>,
    /// Answers that a person must look at.
    pub signals: Vec<SignalRule>,
    /// The terms of its words.
    pub licence: Licence,
    /// What is known about it.
    pub evidence: Vec<Evidence>,
}

impl Form {
    /// Every field of every page, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().flat_map(|step| &step.fields)
    }

    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }

    /// The field, column or cell at a place, as the kind of value that stands there.
    pub fn at(&self, place: &Place) -> Option<&Field> {
        let field = self.field(&place.field)?;
        match &place.column {
            None => place.row.is_none().then_some(field),
            Some(column) => field.kind.column(column),
        }
    }

    /// Whether this kind of group may use it.
    pub fn is_for(&self, group: GroupKind) -> bool {
        self.groups.contains(&group)
    }

    /// Whether the page must say who reads it and when, since an answer can tell of danger.
    pub fn needs_reader(&self) -> bool {
        !self.signals.is_empty()
    }
}

/// One page of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Unique within the form.
    pub id: String,
    /// The heading of the page.
    pub title: String,
    /// A few sentences under it.
    pub words: Option<String>,
    /// What is asked.
    pub fields: Vec<Field>,
}

/// The two kinds of group that a technique may be for. The group's charter decides which one a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Led by a licensed professional.
    Therapy,
    /// Led by a trained facilitator.
    Support,
}

/// What a technique touches that is reachable in therapy only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// Going towards what is feared.
    Exposure,
    /// Going step by step through one's own dangerous or harmful behaviour.
    ChainAnalysis,
    /// Working on what happened.
    Trauma,
    /// Danger to oneself, which a clinician answers for.
    Risk,
}

/// The tradition a technique comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Cognitive behavioural therapy.
    Cbt,
    /// Behavioural activation.
    BehaviouralActivation,
    /// Exposure, with or without response prevention.
    Exposure,
    /// Work on sleep.
    Sleep,
    /// Acceptance and commitment therapy.
    Act,
    /// Mindfulness-based cognitive therapy.
    Mbct,
    /// Dialectical behaviour therapy.
    Dbt,
    /// Interpersonal psychotherapy.
    Ipt,
    /// Motivational interviewing.
    Motivation,
    /// Coming back to the here and now.
    Grounding,
    /// Staying safe.
    Safety,
    /// Keeping what was gained.
    Relapse,
    /// Interpersonal process groups.
    Process,
    /// Support groups.
    Support,
}

/// How often a sheet is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Once, and looked at again later.
    Once,
    /// When there is an occasion.
    OnOccasion,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
}

/// Who may see a filled sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Its author alone.
    Nobody,
    /// The leaders too.
    Leader,
    /// The group, with the author's display name.
    Group,
    /// The group, without a name.
    GroupAnonymous,
}

/// What the author may choose, and what is chosen until they do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Until the author chooses.
    pub default: Audience,
    /// What may be chosen; holds the default.
    pub offered: Vec<Audience>,
}
