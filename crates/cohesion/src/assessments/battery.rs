//! What a group asks, and when: chosen by its leader from a template, sealed, because it tells what the group is for.

use serde::{Deserialize, Serialize};

use super::offer::askable;
use super::{deeds, store};
use crate::groups::Capability;
use crate::id::GroupId;
use crate::work::{Cell, Scope, Work};
use crate::{Result, groups};

/// When a questionnaire is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Once, before the first session.
    Intake,
    /// Before each session.
    EachSession,
    /// After each session, of those who were there.
    AfterSession,
    /// Before the first session and then every so many.
    EverySessions(u32),
    /// At the middle and at the end.
    MidAndEnd,
}

impl When {
    /// Whether it is asked after sessions and not before.
    pub const fn is_after(self) -> bool {
        matches!(self, Self::AfterSession)
    }

    /// Whether it is asked before session `number` (from 1) of `count`.
    pub const fn falls_before(self, number: u32, count: u32) -> bool {
        match self {
            Self::AfterSession => false,
            Self::Intake => number == 1,
            Self::EachSession => true,
            Self::EverySessions(every) => every > 0 && (number - 1).is_multiple_of(every),
            Self::MidAndEnd => number == count || number == count.div_ceil(2),
        }
    }
}

/// One questionnaire of a battery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The instrument's id, such as `phq-9`.
    pub instrument: String,
    /// When it is asked.
    pub when: When,
}

/// All that a group asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Battery {
    /// Questionnaires, in the order in which they are shown.
    pub entries: Vec<Entry>,
}

/// Batteries to begin from (domain.md B1, "Default batteries"); weekly load stays below five minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Depression: CBT, behavioural activation, IPT.
    LowMood,
    /// Anxiety.
    Anxiety,
    /// DBT skills.
    Skills,
    /// Trauma stabilisation.
    Trauma,
    /// Nothing but the session check-out.
    CheckOutOnly,
}

impl Template {
    /// Every template.
    pub const ALL: [Self; 5] = [Self::LowMood, Self::Anxiety, Self::Skills, Self::Trauma, Self::CheckOutOnly];

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::LowMood => "low-mood",
            Self::Anxiety => "anxiety",
            Self::Skills => "skills",
            Self::Trauma => "trauma",
            Self::CheckOutOnly => "check-out-only",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::LowMood => "assessments-template-low-mood",
            Self::Anxiety => "assessments-template-anxiety",
            Self::Skills => "assessments-template-skills",
            Self::Trauma => "assessments-template-trauma",
            Self::CheckOutOnly => "assessments-template-check-out-only",
        }
    }

    /// The battery it stands for.
    pub fn battery(self) -> Battery {
        let entries: &[(&str, When)] = match self {
            Self::LowMood => &[
                ("phq-9", When::EachSession),
                ("gad-7", When::EverySessions(4)),
                ("audit-c", When::Intake),
                ("asq", When::Intake),
                ("session-check-out", When::AfterSession),
            ],
            Self::Anxiety => &[
                ("gad-7", When::EachSession),
                ("phq-9", When::EverySessions(4)),
                ("session-check-out", When::AfterSession),
            ],
            Self::Skills => &[
                ("phq-9", When::EverySessions(2)),
                ("asq", When::Intake),
                ("audit-c", When::Intake),
                ("session-check-out", When::AfterSession),
            ],
            Self::Trauma => &[
                ("pc-ptsd-5", When::Intake),
                ("pcl-5", When::MidAndEnd),
                ("pcl-5-week", When::EverySessions(2)),
                ("phq-9", When::Intake),
                ("asq", When::Intake),
                ("session-check-out", When::AfterSession),
            ],
            Self::CheckOutOnly => &[("session-check-out", When::AfterSession)],
        };
        let entry = |(instrument, when): &(&str, When)| Entry { instrument: (*instrument).to_owned(), when: *when };
        Battery { entries: entries.iter().map(entry).collect() }
    }
}

/// The group's battery; empty until its leader has chosen one.
pub async fn battery(work: &mut Work<'_>, group: GroupId) -> Result<Battery> {
    let grant = deeds::may_see_battery(work, group).await?;
    let Some((sealed, version)) = store::find_battery(work, group).await? else { return Ok(Battery::default()) };
    work.open(&grant, Scope::Group(group), cell(group, version), &sealed).await
}

/// Sets what the group asks from the next session on. Every instrument must be known and have its wording; a group whose
/// charter measures nothing has no battery.
pub async fn set_battery(work: &mut Work<'_>, group: GroupId, battery: &Battery) -> Result<()> {
    let grant = deeds::may_set_battery(work, group).await?;
    groups::charter_of(work, group).await?.allow(Capability::OutcomeMeasures)?;
    for entry in &battery.entries {
        askable(work, &entry.instrument).await?;
    }
    let version = store::find_battery(work, group).await?.map_or(1, |(_, version)| version + 1);
    let sealed = work.seal(Scope::Group(group), cell(group, version), battery).await?;
    store::save_battery(work, &grant, group, sealed, version).await
}

const fn cell(group: GroupId, version: u32) -> Cell {
    Cell::of("batteries", "entries", group.0).version(version)
}
