//! Somebody has left before it was planned: what those who lead do about it, step by step, each with words.

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::enrolment::{Departed, Ending, Stage, departure, enrolments_in};
use crate::hub::Change;
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::limits::{LEAVERS_SHOWN_FOR, TEXT_CHARS_MAX};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// One step towards somebody who has left early (domain.md A10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaverStep {
    /// Call them.
    Call,
    /// Write to them.
    Letter,
    /// Offer one meeting.
    Meeting,
    /// Give them help lines and other places.
    HelpLines,
    /// Close it, with a last letter.
    Closure,
}

impl LeaverStep {
    /// Every step, in its order.
    pub const ALL: [Self; 5] = [Self::Call, Self::Letter, Self::Meeting, Self::HelpLines, Self::Closure];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The step that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|step| step.code() == code)
            .ok_or_else(|| Error::bug(format!("no step towards a leaver has the number {code}")))
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Call => "endings-leaver-call",
            Self::Letter => "endings-leaver-letter",
            Self::Meeting => "endings-leaver-meeting",
            Self::HelpLines => "endings-leaver-help-lines",
            Self::Closure => "endings-leaver-closure",
        }
    }
}

impl std::str::FromStr for LeaverStep {
    type Err = ();

    fn from_str(code: &str) -> std::result::Result<Self, ()> {
        code.parse().ok().and_then(|code| Self::from_code(code).ok()).ok_or(())
    }
}

/// Somebody who has left early, and what was done.
#[derive(Clone, Debug)]
pub struct Leaver {
    /// Their way into the group and out of it.
    pub enrolment: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// What staff call them.
    pub called: String,
    /// When they left.
    pub left_at: Timestamp,
    /// What was done, in the order of the steps: when, and the words; no words where they cannot be read.
    pub done: Vec<(LeaverStep, Timestamp, Option<String>)>,
}

impl Leaver {
    /// Whether there is anything left to do: after the closure there is not.
    pub fn is_open(&self) -> bool {
        !self.done.iter().any(|(step, ..)| *step == LeaverStep::Closure)
    }

    /// The steps that are not done.
    pub fn to_do(&self) -> impl Iterator<Item = LeaverStep> {
        LeaverStep::ALL.into_iter().filter(|step| self.is_open() && !self.done.iter().any(|(done, ..)| done == step))
    }
}

/// Those who have left the group early in the last months, the latest first.
pub async fn leavers(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Leaver>> {
    let grant = deeds::may_see(work, group).await?;
    let recent = work.now() - LEAVERS_SHOWN_FOR;
    let done = store::leaver_steps_in(work, &grant, group).await?;
    let mut leavers = Vec::new();
    for listed in enrolments_in(work, group).await? {
        let way = listed.enrolment;
        if way.stage != Stage::Left || way.since < recent || !left_early(work, way.id).await? {
            continue;
        }
        let about = work.about(&grant, way.person);
        let mut steps = Vec::new();
        for row in done.iter().filter(|row| row.enrolment == way.id) {
            let words = words_of(work, &about, group, row).await;
            steps.push((row.step, row.at, unless_damaged(words, "leaver_steps", way.id.0)?));
        }
        leavers.push(Leaver {
            enrolment: way.id,
            person: way.person,
            called: listed.called,
            left_at: way.since,
            done: steps,
        });
    }
    leavers.sort_by_key(|leaver| std::cmp::Reverse(leaver.left_at));
    Ok(leavers)
}

async fn left_early(work: &mut Work<'_>, id: EnrolmentId) -> Result<bool> {
    let departed = unless_damaged(departure(work, id).await, "departures", id.0)?.flatten();
    Ok(departed.is_some_and(|Departed { departure, .. }| departure.ending == Ending::Unplanned))
}

async fn words_of(work: &mut Work<'_>, about: &Grant, group: GroupId, row: &store::LeaverRow) -> Result<String> {
    let scope = Scope::Membership(group, row.person);
    work.open(about, scope, cell(row.enrolment, row.step), &row.words).await
}

/// Puts on record that a step was done, with words.
pub async fn take_leaver_step(
    work: &mut Work<'_>,
    group: GroupId,
    id: EnrolmentId,
    step: LeaverStep,
    words: &str,
) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let leaver =
        leavers(work, group).await?.into_iter().find(|leaver| leaver.enrolment == id).ok_or(Error::NotFound)?;
    let length = words.trim().chars().count();
    if length == 0 || length > TEXT_CHARS_MAX {
        return Err(Error::invalid(format!("words-{id}"), if length == 0 { "fault-empty" } else { "fault-long" }));
    }
    if !leaver.to_do().any(|open| open == step) {
        return Err(Error::Conflict("endings-conflict-step-done"));
    }
    let about = work.about(&grant, leaver.person);
    let sealed = work.seal(Scope::Membership(group, leaver.person), cell(id, step), words.trim()).await?;
    store::insert_leaver_step(work, &about, (id, group, leaver.person), step, sealed).await?;
    work.announce(Change::Group(group));
    Ok(())
}

const fn cell(id: EnrolmentId, step: LeaverStep) -> Cell {
    Cell::of("leaver_steps", "words", id.0).version(step as u32 + 1)
}
