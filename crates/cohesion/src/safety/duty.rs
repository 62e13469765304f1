//! Duty: who reads signs of danger, who stands in, at which hours, and how soon.

use super::{Path, deeds, store};
use crate::clock::{Span, Timestamp};
use crate::groups::{self, LeaderRole};
use crate::id::{GroupId, PersonId};
use crate::limits;
use crate::practice::{self, Role};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// Who is on duty for a group, or for the practice. Both people exist, or there is no duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Who reads.
    pub reader: PersonId,
    /// Who stands in.
    pub backup: PersonId,
    /// When somebody reads at once.
    pub hours: Hours,
    /// How long somebody has to take an alert before the next one is told.
    pub acknowledge_within: Span,
    /// How long until the level must be set.
    pub decide_within: Span,
}

/// The hours at which answers are read at once. Alerts are passed on at any hour; these say what a person may count on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// On which days.
    pub days: Days,
    /// From this minute of the day.
    pub from_minute: u16,
    /// Until this minute of the day.
    pub until_minute: u16,
    /// The zone of the clock, such as `Europe/Dublin`.
    pub zone: String,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days(u8);

impl Hours {
    /// Whether somebody reads at once at this moment.
    pub fn hold_at(&self, moment: Timestamp) -> Result<bool> {
        let zone = jiff::tz::TimeZone::get(&self.zone).map_err(|cause| Error::bug(cause.to_string()))?;
        let at = groups::civil(moment, &zone)?;
        let day = at.weekday().to_monday_zero_offset().unsigned_abs();
        let minute = u16::from(at.hour().unsigned_abs()) * 60 + u16::from(at.minute().unsigned_abs());
        Ok(self.days.has(day) && (self.from_minute..self.until_minute).contains(&minute))
    }
}

impl Days {
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b001_1111);

    /// The days of a bit pattern, Monday the lowest bit.
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & 0b111_1111)
    }

    /// The bit pattern.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether a day is among them, Monday being 0.
    pub const fn has(self, day: u8) -> bool {
        self.0 >> day & 1 == 1
    }
}

/// Who is on duty for the group, or for the practice where the group has no duty of its own. Nobody is, unless both
/// people still work here and may answer: for a therapy group both are clinicians.
pub async fn duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Option<Duty>> {
    let Some(duty) = arranged(work, group).await? else { return Ok(None) };
    let both = may_read_for(work, group, duty.reader).await? && may_read_for(work, group, duty.backup).await?;
    Ok(both.then_some(duty))
}

/// Arranges the duty of a group, or of the practice, from now on.
pub async fn arrange_duty(work: &mut Work<'_>, group: Option<GroupId>, duty: &Duty) -> Result<()> {
    let grant = deeds::may_arrange_duty(work, group).await?;
    duty.check()?;
    for (field, person) in [("reader", duty.reader), ("backup", duty.backup)] {
        if !may_read_for(work, group, person).await? {
            return Err(Error::invalid(field, "safety-fault-answers"));
        }
    }
    store::replace_duty(work, &grant, group, duty).await
}

/// Whoever reads hands the duty over; if it goes to the one who stood in, the two change places.
pub async fn hand_over_duty(work: &mut Work<'_>, group: Option<GroupId>, to: PersonId) -> Result<()> {
    let grant = deeds::may_arrange_duty(work, group).await?;
    let now = store::find_duty(work, group).await?.ok_or(Error::NotFound)?;
    let backup = if to == now.backup { now.reader } else { now.backup };
    if !may_read_for(work, group, to).await? {
        return Err(Error::invalid("to", "safety-fault-answers"));
    }
    store::replace_duty(work, &grant, group, &Duty { reader: to, backup, ..now }).await
}

/// Everybody who may read there: clinicians where levels are set, elsewhere everybody who leads or facilitates.
pub(super) async fn who_may_read(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Vec<PersonId>> {
    let mut people = practice::people_with(work, Role::Clinician).await?;
    people.extend(practice::people_with(work, Role::Facilitator).await?);
    let mut readers = Vec::new();
    for person in people {
        if !readers.contains(&person) && may_read_for(work, group, person).await? {
            readers.push(person);
        }
    }
    Ok(readers)
}

/// Who is told of a danger, step by step, and how soon each answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answering {
    pub steps: Vec<Vec<PersonId>>,
    pub acknowledge_within: Span,
    pub decide_within: Span,
}

/// The reader, then the backup, then the practice's duty, then the group's leaders. So a danger is told to somebody,
/// whatever was arranged and whoever has left.
pub(super) async fn who_answers(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Answering> {
    let first = arranged(work, group).await?;
    let practice = store::find_duty(work, None).await?;
    let (acknowledge_within, decide_within) =
        first.as_ref().map_or((limits::ACKNOWLEDGE_WITHIN, limits::DECIDE_WITHIN), |duty| {
            (duty.acknowledge_within, duty.decide_within)
        });
    let duties = first.map(|duty| [vec![duty.reader], vec![duty.backup]]).into_iter().flatten();
    let mut steps: Vec<_> = duties.chain(practice.map(|duty| vec![duty.reader, duty.backup])).collect();
    if let Some(group) = group {
        steps.extend(leaders_in_turn(work, group).await?);
    }
    Ok(Answering { steps: who_work_here(work, steps).await?, acknowledge_within, decide_within })
}

async fn arranged(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Option<Duty>> {
    match store::find_duty(work, group).await? {
        None if group.is_some() => store::find_duty(work, None).await,
        found => Ok(found),
    }
}

/// Whether a person may read signs of danger there: a clinician where levels are set, elsewhere whoever works here.
async fn may_read_for(work: &mut Work<'_>, group: Option<GroupId>, person: PersonId) -> Result<bool> {
    let roles = practice::roles_of(work, person).await?;
    let Some(group) = group else { return Ok(!roles.is_empty()) };
    Ok(match Path::of(&groups::charter_of(work, group).await?) {
        Path::Clinical => roles.contains(&Role::Clinician),
        Path::DutyContact => !roles.is_empty(),
    })
}

async fn who_work_here(work: &mut Work<'_>, steps: Vec<Vec<PersonId>>) -> Result<Vec<Vec<PersonId>>> {
    let mut present = Vec::new();
    for step in steps {
        let mut people = Vec::new();
        for person in step {
            if practice::works_here(work, person).await? {
                people.push(person);
            }
        }
        present.push(people);
    }
    present.retain(|step| !step.is_empty());
    Ok(present)
}

async fn leaders_in_turn(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Vec<PersonId>>> {
    let leaders = groups::leaders(work, group).await?;
    Ok(leaders
        .into_iter()
        .filter(|leader| leader.role != LeaderRole::Supervisor)
        .map(|leader| vec![leader.person])
        .collect())
}

impl Answering {
    /// The next step whose people do not all know yet, without those who do.
    pub fn next(&self, told: &[PersonId]) -> Option<Vec<PersonId>> {
        let untold = |step: &Vec<PersonId>| step.iter().copied().filter(|person| !told.contains(person)).collect();
        self.steps.iter().map(untold).find(|step: &Vec<PersonId>| !step.is_empty())
    }
}

impl Duty {
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        if self.reader == self.backup {
            faults.push(Fault::new("backup", "safety-fault-backup"));
        }
        if self.hours.days.bits() == 0 {
            faults.push(Fault::new("days", "safety-fault-days"));
        }
        if self.hours.from_minute >= self.hours.until_minute || self.hours.until_minute > 24 * 60 {
            faults.push(Fault::new("until", "safety-fault-hours"));
        }
        if jiff::tz::TimeZone::get(&self.hours.zone).is_err() {
            faults.push(Fault::new("zone", "groups-fault-zone"));
        }
        if self.acknowledge_within < limits::ACKNOWLEDGE_WITHIN_MIN || self.acknowledge_within > self.decide_within {
            faults.push(Fault::new("acknowledge", "safety-fault-acknowledge"));
        }
        if self.decide_within > limits::DECIDE_WITHIN_MAX {
            faults.push(Fault::new("decide", "safety-fault-decide"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}
