//! A safety plan: six steps for a bad day, and reasons, in the member's own words. Every version is kept.
//!
//! The structure follows Stanley and Brown's safety planning intervention (2012, 2018); the labels are our own.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::PersonId;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX, PLAN_LINES_MAX};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// The plan, step by step.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyPlan {
    /// 1. How I notice that it is getting bad.
    pub warning_signs: Vec<String>,
    /// 2. What I can do on my own.
    pub own_ways: Vec<String>,
    /// 3. People and places that take my mind off it.
    pub places: Vec<String>,
    /// 4. People I can ask for help.
    pub people: Vec<Contact>,
    /// 5. Professionals and services I can call.
    pub professionals: Vec<Contact>,
    /// 6. How my surroundings become safer: what, who helps, by when.
    pub surroundings: Vec<String>,
    /// What I live for.
    pub reasons: Vec<String>,
    /// Where the plan is kept, and who has a copy.
    pub kept_at: String,
    /// How sure the person is of keeping to it, 0 to 10.
    pub confidence: Option<u8>,
    /// When to look at it again.
    #[serde(with = "day")]
    pub review_on: Option<Date>,
}

/// Somebody to call.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who.
    pub name: String,
    /// Their number, as people write it; may be empty.
    pub phone: String,
}

/// A plan as it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPlan {
    /// Which version, from 1.
    pub version: u32,
    /// By whom: the member, or a leader together with them.
    pub author: PersonId,
    /// When.
    pub written_at: Timestamp,
    /// What stands in it.
    pub plan: SafetyPlan,
}

/// The person's plan in its newest version, if there is one.
pub async fn safety_plan(work: &mut Work<'_>, person: PersonId) -> Result<Option<KeptPlan>> {
    let grant = deeds::may_see_plan(work, person).await?;
    let Some(row) = store::newest_plan(work, &grant, person).await? else { return Ok(None) };
    open(work, &grant, person, row).await.map(Some)
}

/// Every version, the newest first.
pub async fn plan_versions(work: &mut Work<'_>, person: PersonId) -> Result<Vec<KeptPlan>> {
    let grant = deeds::may_see_plan(work, person).await?;
    let mut versions = Vec::new();
    for row in store::plans_of(work, &grant, person).await? {
        versions.push(open(work, &grant, person, row).await?);
    }
    Ok(versions)
}

/// Keeps a new version. `based_on` is the version it was written over, 0 for none: what somebody else wrote in the
/// meantime is never lost unseen.
pub async fn write_plan(work: &mut Work<'_>, person: PersonId, based_on: u32, plan: &SafetyPlan) -> Result<u32> {
    let grant = deeds::may_write_plan(work, person).await?;
    plan.check()?;
    let author = work.actor().person().ok_or(Error::SignInNeeded)?;
    let newest = store::newest_plan(work, &grant, person).await?.map_or(0, |row| row.version);
    if newest != based_on {
        return Err(Error::Conflict("safety-conflict-plan"));
    }
    let version = newest + 1;
    let sealed = work.seal(Scope::Person(person), cell(person, version), plan).await?;
    if !store::insert_plan(work, &grant, person, version, author, sealed).await? {
        return Err(Error::Conflict("safety-conflict-plan"));
    }
    work.announce(Change::Person(person));
    Ok(version)
}

async fn open(work: &mut Work<'_>, grant: &Grant, person: PersonId, row: store::KeptPlanRow) -> Result<KeptPlan> {
    let plan = work.open(grant, Scope::Person(person), cell(person, row.version), &row.plan).await?;
    Ok(KeptPlan { version: row.version, author: row.author, written_at: row.written_at, plan })
}

const fn cell(person: PersonId, version: u32) -> Cell {
    Cell::of("safety_plans", "plan", person.0).version(version)
}

impl SafetyPlan {
    /// The steps that are lists of lines, by the names of their form fields.
    pub fn lists(&self) -> [(&'static str, &[String]); 5] {
        [
            ("warning_signs", &self.warning_signs),
            ("own_ways", &self.own_ways),
            ("places", &self.places),
            ("surroundings", &self.surroundings),
            ("reasons", &self.reasons),
        ]
    }

    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (field, lines) in self.lists() {
            if lines.len() > PLAN_LINES_MAX || lines.iter().any(|line| line.chars().count() > LINE_CHARS_MAX) {
                faults.push(Fault::new(field, "safety-fault-plan-lines"));
            }
        }
        for (field, contacts) in [("people", &self.people), ("professionals", &self.professionals)] {
            if contacts.len() > PLAN_LINES_MAX || contacts.iter().any(Contact::is_too_long) {
                faults.push(Fault::new(field, "safety-fault-plan-lines"));
            }
        }
        if self.kept_at.chars().count() > LINE_CHARS_MAX {
            faults.push(Fault::new("kept_at", "fault-long"));
        }
        if self.confidence.is_some_and(|sure| sure > 10) {
            faults.push(Fault::new("confidence", "fault-range"));
        }
        let is_blank = self.people.is_empty()
            && self.professionals.is_empty()
            && self.lists().iter().all(|(_, lines)| lines.is_empty());
        if is_blank {
            faults.push(Fault::new("warning_signs", "safety-fault-plan-blank"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

impl Contact {
    fn is_too_long(&self) -> bool {
        self.name.chars().count() > NAME_CHARS_MAX || self.phone.chars().count() > NAME_CHARS_MAX
    }
}

/// A day as `2026-11-24`.
mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
    pub(super) fn serialize<S: Serializer>(day: &Option<Date>, out: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(text: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(text)?;
        text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
    }
}

impl std::fmt::Debug for SafetyPlan {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SafetyPlan([sealed])")
    }
}
