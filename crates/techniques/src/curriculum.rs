//! What a curriculum is: a group's sessions from the first to the last, one `techniques/curricula/<id>.toml`.

use std::ops::Deref;

use serde::Deserialize;

use crate::agenda::{Block, Extra, Gate, Session, Task};
use crate::evidence::{Evidence, Licence};
use crate::form::{Family, GroupKind};

/// A checked curriculum. Only the loader makes one: its agendas fill their time, and what it names exists.
#[derive(Debug, Clone, PartialEq)]
pub struct Curriculum(pub(crate) Definition);

impl Deref for Curriculum {
    type Target = Definition;

    fn deref(&self) -> &Definition {
        &self.0
    }
}

/// Everything the file says, in its order.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Lower-case name; the file's name too.
    pub id: String,
    /// Rises with every change to words or minutes; a group follows one version.
    pub version: u32,
    /// What members call it.
    pub title: String,
    /// What it is, to members.
    pub summary: String,
    /// The kind of group it is for.
    pub kind: GroupKind,
    /// Where it comes from.
    pub family: Family,
    /// When new members may begin.
    pub format: Format,
    /// Session numbers at which new members may begin; only for [`Format::OpenAtModuleStarts`].
    #[serde(default)]
    pub entry_sessions: Vec<u32>,
    /// The modules in words.
    #[serde(default)]
    pub modules: Vec<String>,
    /// How people come in, in words.
    pub entry: Option<String>,
    /// Whether it goes on after its last session.
    #[serde(default)]
    pub ongoing: bool,
    /// Whether sessions follow their numbers.
    #[serde(default)]
    pub order: SessionOrder,
    /// How many numbered sessions there are.
    pub sessions: u32,
    /// The length of each.
    pub minutes: u32,
    /// How to stretch or shorten a session.
    pub clock: Option<String>,
    /// Months from the last session to each follow-up.
    #[serde(default)]
    pub follow_up_months: Vec<u32>,
    /// What the leader watches for.
    pub cautions: Vec<String>,
    /// For screening.
    pub contraindications: Vec<String>,
    /// What stands above every form this group gives its members.
    pub content_notice: Option<String>,
    /// Measures that are no questionnaires, in words.
    pub other_measures: Vec<String>,
    /// What is ticked after every session.
    pub fidelity: Vec<String>,
    /// What is read aloud at the beginning; support groups.
    #[serde(default)]
    pub opening_reading: Vec<String>,
    /// How people treat each other here; support groups.
    #[serde(default)]
    pub guidelines: Vec<String>,
    /// The round at the beginning; support groups.
    pub check_in: Option<CheckIn>,
    /// What is said of help in danger; support groups.
    pub crisis_reminder: Option<String>,
    /// What is said of the private card; support groups.
    pub private_step: Option<String>,
    /// Questions for facilitators when all have gone.
    #[serde(default)]
    pub debrief: Vec<String>,
    /// The terms of its words.
    pub licence: Licence,
    /// How many members.
    pub group_size: GroupSize,
    /// How many leaders, and who.
    pub leaders: Leaders,
    /// Questionnaires and when they are asked.
    #[serde(default, rename = "measure")]
    pub measures: Vec<Measure>,
    /// What is known about it.
    pub evidence: Vec<Evidence>,
    /// The numbered sessions.
    #[serde(rename = "session")]
    pub agenda: Vec<Session>,
    /// What stands outside the numbers: preparation, a day, boosters.
    #[serde(default, rename = "extra")]
    pub extras: Vec<Extra>,
}

/// When new members may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Together, at the first session.
    Closed,
    /// At any session.
    Open,
    /// At the first session of a module.
    OpenAtModuleStarts,
}

/// Whether sessions follow their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionOrder {
    /// One after another.
    #[default]
    Numbered,
    /// The group chooses the next one.
    Any,
}

/// The round at the beginning of a support group's meeting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// What everybody is asked.
    pub question: String,
    /// The longest that one person speaks.
    pub minutes_each_max: u32,
}

/// How many members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSize {
    /// To begin.
    pub least: u32,
    /// Aimed at.
    pub usual: u32,
    /// Seats.
    pub most: u32,
}

/// How many leaders, and who.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaders {
    /// At least.
    pub least: u32,
    /// At most.
    pub most: u32,
    /// What they can do.
    pub words: Option<String>,
}

/// A questionnaire of this curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its id among the questionnaires.
    pub instrument: String,
    /// On which occasions it is asked.
    pub when: Vec<Occasion>,
}

/// When a questionnaire is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// Before the first session.
    Intake,
    /// At every session.
    EachSession,
    /// At every second session.
    #[serde(rename = "every-2-sessions")]
    EveryTwoSessions,
    /// At every fourth session.
    #[serde(rename = "every-4-sessions")]
    EveryFourSessions,
    /// Half-way.
    Mid,
    /// At the last session.
    End,
    /// Months after the last session.
    FollowUp,
    /// When something else calls for it.
    OnTrigger,
}

impl Definition {
    /// The session with this number, counted from 1.
    pub fn session(&self, number: u32) -> Option<&Session> {
        self.agenda.iter().find(|session| session.number == number)
    }

    /// Every worksheet named anywhere, with the place that names it.
    pub fn forms_named(&self) -> Vec<(String, &str)> {
        self.meetings().flat_map(Meeting::forms).collect()
    }

    /// Every skill named anywhere, with the place that names it.
    pub fn skills_named(&self) -> Vec<(String, &str)> {
        self.meetings().flat_map(Meeting::skills).collect()
    }

    /// Every questionnaire named anywhere, as often as it is named.
    pub fn instruments_named(&self) -> impl Iterator<Item = &str> {
        let whole = self.measures.iter().map(|measure| &measure.instrument);
        let sessions = self.agenda.iter().flat_map(|session| &session.measures);
        let extras = self.extras.iter().flat_map(|extra| &extra.measures);
        whole.chain(sessions).chain(extras).map(String::as_str)
    }

    fn meetings(&self) -> impl Iterator<Item = Meeting<'_>> {
        let sessions = self.agenda.iter().map(|session| Meeting {
            place: format!("session, {}", session.number),
            blocks: &session.blocks,
            homework: &session.homework,
            gate: session.gate.as_ref(),
        });
        let extras = self.extras.iter().map(|extra| Meeting {
            place: format!("extra, \"{}\"", extra.title),
            blocks: &extra.blocks,
            homework: &extra.homework,
            gate: extra.gate.as_ref(),
        });
        sessions.chain(extras)
    }
}

/// What of a session or extra names other techniques, and where it stands.
struct Meeting<'c> {
    place: String,
    blocks: &'c [Block],
    homework: &'c [Task],
    gate: Option<&'c Gate>,
}

impl<'c> Meeting<'c> {
    fn forms(self) -> Vec<(String, &'c str)> {
        let blocks = self.blocks.iter().flat_map(|block| &block.forms).map(String::as_str);
        let tasks = self.homework.iter().filter_map(|task| task.form.as_deref());
        let gate = self.gate.map(|gate| gate.form.as_str());
        blocks.chain(tasks).chain(gate).map(|form| (self.place.clone(), form)).collect()
    }

    fn skills(self) -> Vec<(String, &'c str)> {
        let blocks = self.blocks.iter().flat_map(|block| &block.skills).map(String::as_str);
        let tasks = self.homework.iter().filter_map(|task| task.skill.as_deref());
        blocks.chain(tasks).map(|skill| (self.place.clone(), skill)).collect()
    }
}
