//! One person's way into one group, and how it moves on.

use super::{Stage, Step, deeds, light, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups::{self, Keeping};
use crate::hub::Change;
use crate::id::{EnrolmentId, GroupId, PersonId, SeatId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// One person's way into one group, and out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The group.
    pub group: GroupId,
    /// Who it is.
    pub person: PersonId,
    /// Where they are.
    pub stage: Stage,
    /// Since when they are there.
    pub since: Timestamp,
    /// When they asked.
    pub opened_at: Timestamp,
    /// When the first talk is.
    pub screening_at: Option<Timestamp>,
    /// How many places they have been offered.
    pub offers: u32,
    /// How many of the last ones they did not answer.
    pub unanswered: u32,
    /// Until when the last one is kept.
    pub offer_until: Option<Timestamp>,
    /// Their seat, once they have one.
    pub seat: Option<SeatId>,
    /// Until when they are away. On hold without a date: until they sign again what they took back.
    pub hold_until: Option<Timestamp>,
}

/// One step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What happened.
    pub step: Step,
    /// Where it led.
    pub stage: Stage,
    /// Who did it; none for the program itself.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Why, for staff only.
    pub reason: Option<String>,
}

/// Somebody on the way into a group or in it, with the name that staff call them by.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Their way.
    pub enrolment: Enrolment,
    /// What they want to be called.
    pub called: String,
}

/// One way into a group, for whoever leads the group.
pub async fn enrolment(work: &mut Work<'_>, id: EnrolmentId) -> Result<Enrolment> {
    let enrolment = store::find(work, id).await?;
    deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    Ok(enrolment)
}

/// Everyone on the way into a group, in it and gone from it, by name.
pub async fn enrolments_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Listed>> {
    let grant = deeds::may_in(work, Deed::SeeEnrolments, group).await?;
    let mut listed = Vec::new();
    for enrolment in store::all_in(work, &grant, group).await? {
        let about = work.about(&grant, enrolment.person);
        let called = light::called_by_staff(work, &about, &enrolment).await?;
        listed.push(Listed { enrolment, called });
    }
    listed.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(listed)
}

/// What has happened on the way, in order.
pub async fn steps_of(work: &mut Work<'_>, id: EnrolmentId) -> Result<Vec<Taken>> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let mut steps = Vec::new();
    for kept in store::steps(work, &grant, id).await? {
        let reason = match kept.reason {
            Some(sealed) => {
                let cell = Cell::of("enrolment_steps", "reason", id.0).version(kept.number);
                Some(work.open(&grant, enrolment.scope(), cell, &sealed).await?)
            }
            None => None,
        };
        steps.push(Taken { step: kept.step, stage: kept.stage, by: kept.by, at: kept.at, reason });
    }
    Ok(steps)
}

impl Enrolment {
    /// Under whose key all words about it are.
    pub(super) const fn scope(&self) -> Scope {
        Scope::Membership(self.group, self.person)
    }

    /// Where a step leads; one that cannot be taken from here is a conflict.
    pub(super) fn next(&self, step: Step) -> Result<Stage> {
        self.stage.after(step).ok_or(Error::Conflict("enrolment-conflict-stage"))
    }
}

/// Takes a step and writes down who took it and why. The place in the group follows from the stage: it is kept from the
/// promise to the end, and free for the next one after it.
pub(super) async fn advance(
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    step: Step,
    reason: Option<&str>,
) -> Result<Enrolment> {
    let next = enrolment.next(step)?;
    match (enrolment.stage.keeps_a_place(), next.keeps_a_place()) {
        (false, true) => {
            if groups::keep_place(work, grant, enrolment.group, enrolment.person).await? == Keeping::Full {
                return Err(Error::Conflict("enrolment-conflict-full"));
            }
        }
        (true, false) => groups::free_place(work, grant, enrolment.group, enrolment.person).await?,
        (true, true) | (false, false) => {}
    }
    let number = store::count_steps(work, grant, enrolment.id).await? + 1;
    let reason = match reason.map(str::trim).filter(|reason| !reason.is_empty()) {
        Some(reason) => {
            let cell = Cell::of("enrolment_steps", "reason", enrolment.id.0).version(number);
            Some(work.seal(enrolment.scope(), cell, reason).await?)
        }
        None => None,
    };
    store::insert_step(work, grant, enrolment.id, number, step, next, reason).await?;
    store::save_stage(work, grant, enrolment, next).await?;
    work.announce(Change::Group(enrolment.group));
    work.announce(Change::Person(enrolment.person));
    Ok(Enrolment { stage: next, since: work.now(), ..*enrolment })
}
