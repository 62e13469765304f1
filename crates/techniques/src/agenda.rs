//! One meeting of a curriculum: its minutes, what is tried, and what goes home.

use serde::Deserialize;

/// A numbered session.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// From 1, without gaps.
    pub number: u32,
    /// What it is called, to members too.
    pub title: String,
    /// What it is for, to members too.
    pub aim: String,
    /// What is tried in the room.
    pub practice: String,
    /// Questionnaires of this day.
    pub measures: Vec<String>,
    /// What can be ticked afterwards.
    pub fidelity: Vec<String>,
    /// What members take home to read.
    pub hand_out: Vec<String>,
    /// The agenda; fills the session's minutes.
    #[serde(rename = "block")]
    pub blocks: Vec<Block>,
    /// What members try until next time.
    #[serde(default)]
    pub homework: Vec<Task>,
    /// What a leader reads before the next session.
    pub gate: Option<Gate>,
}

/// A session outside the numbers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// What it is.
    pub part: Part,
    /// The session it comes after; 0 for before the first.
    pub after_session: u32,
    /// Months after the last session, for boosters.
    #[serde(default)]
    pub months: Vec<u32>,
    /// Its length, where it differs from the sessions'.
    pub minutes: Option<u32>,
    /// As in a session.
    pub title: String,
    /// As in a session.
    pub aim: String,
    /// As in a session.
    pub practice: String,
    /// As in a session.
    pub measures: Vec<String>,
    /// As in a session.
    pub fidelity: Vec<String>,
    /// As in a session.
    pub hand_out: Vec<String>,
    /// As in a session.
    #[serde(rename = "block")]
    pub blocks: Vec<Block>,
    /// As in a session.
    #[serde(default)]
    pub homework: Vec<Task>,
    /// As in a session.
    pub gate: Option<Gate>,
}

/// What an extra is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A meeting before the first session.
    Preparation,
    /// A longer day.
    Day,
    /// A meeting months after the last session.
    Booster,
}

/// A block of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// How long.
    pub minutes: u32,
    /// What.
    pub title: String,
    /// Who leads it.
    pub owner: Owner,
    /// What to do, what to ask, what goes wrong easily; to leaders.
    pub notes: String,
    /// Worksheets used.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Skills taught or used.
    #[serde(default)]
    pub skills: Vec<String>,
}

/// Who leads a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// The leader; in a support group the facilitator.
    Leader,
    /// The co-leader.
    CoLeader,
    /// The whole group.
    All,
}

/// What members try until next time: a worksheet or a skill.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// The worksheet; absent where a skill is practised.
    pub form: Option<String>,
    /// The skill; absent where a worksheet is filled in.
    pub skill: Option<String>,
    /// What to do, to members.
    pub instruction: String,
    /// What is asked before anybody goes home, to members.
    pub obstacle: String,
}

/// What a leader reads and answers before the next session, which builds on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The worksheet read.
    pub form: String,
    /// What the leader does.
    pub words: String,
}
