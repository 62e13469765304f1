//! What a skill is: something to do in a hard moment, said in a few plain steps.

use serde::Deserialize;

use crate::evidence::{Evidence, Licence};
use crate::form::{Family, GroupKind};

/// The skills of one tradition or module: one `techniques/skills/<id>.toml`.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillSet {
    /// The file's name.
    pub id: String,
    /// Rises with every change to a word.
    pub version: u32,
    /// What the set is called.
    pub title: String,
    /// Where it comes from.
    pub family: Family,
    /// What these skills are for, in a sentence or two.
    pub purpose: String,
    /// The terms of its words.
    pub licence: Licence,
    /// What is known about the set as a whole.
    pub evidence: Vec<Evidence>,
    /// In the order in which they are taught.
    pub skills: Vec<Skill>,
}

/// A skill. Only the loader makes one, so the forms it names exist.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Unique among all skills, such as `opposite-action`.
    pub id: String,
    /// Its name, as people of that tradition say it.
    pub title: String,
    /// The kinds of group in which it may be taught.
    pub groups: Vec<GroupKind>,
    /// What it is, in a sentence or two.
    pub about: String,
    /// When it helps.
    pub helps_when: Vec<String>,
    /// How it is done.
    pub steps: Vec<String>,
    /// When to take care or leave it.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// How long it takes, where that can be said.
    pub minutes: Option<u32>,
    /// Worksheets to practise it with.
    #[serde(default)]
    pub forms: Vec<String>,
    /// What is known about this skill by itself; often nothing beyond its set.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Skill {
    /// Whether this kind of group may be taught it.
    pub fn is_for(&self, group: GroupKind) -> bool {
        self.groups.contains(&group)
    }
}
