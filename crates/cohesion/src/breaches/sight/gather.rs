//! What is known of a group in a period is gathered: parts, seats, roles, and the audit log.

use super::super::store::{self, CaseRow};
use super::super::{CaseId, deeds};
use super::{Opened, Period, Spell, counted, reach, within};
use crate::access::{Deed, Grant, Tie};
use crate::audit::{self, Names, Opener};
use crate::clock::Timestamp;
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::limits::SIGHT_ROWS_MAX;
use crate::practice::{self, Role};
use crate::work::Work;
use crate::{Error, Result};

/// Whose records are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's who sat in the case's group in that time.
    Group,
    /// Everybody's who sat in this group, for a case about the whole practice.
    In(GroupId),
    /// One person's, for whoever works with the group.
    Person(PersonId),
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whose records.
    pub whose: Whose,
    /// From when to when.
    pub period: Period,
}

/// Somebody who could see something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Could {
    /// Who.
    pub who: Opener,
    /// In which part.
    pub tie: Tie,
    /// Since when, within the period.
    pub since: Timestamp,
    /// Until when, within the period.
    pub until: Timestamp,
    /// What that part opens.
    pub reach: Vec<Deed>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Those who work here, each with their part.
    pub could: Vec<Could>,
    /// How many others sat in the group.
    pub members: usize,
    /// What a seat opens.
    pub members_reach: Vec<Deed>,
    /// What was done, with who did it.
    pub opened: Vec<(Opener, Opened)>,
    /// Whether there was more than is counted.
    pub is_cut: bool,
}

/// Who could see what, for a case about a group, or group by group for one about the whole practice. Each asking is on record,
/// and each person who is asked about finds it there.
pub async fn who_could_see(work: &mut Work<'_>, case: CaseId, asked: Asked) -> Result<Sight> {
    let row = store::find_case(work, case).await?;
    let person = if let Whose::Person(person) = asked.whose { Some(person) } else { None };
    let grant = deeds::may_ask_who(work, &row, person).await?;
    let asked_of = (row.group, asked.whose);
    let ((Some(group), Whose::Group | Whose::Person(_)) | (None, Whose::In(group))) = asked_of else {
        return Err(Error::NotFound);
    };
    let charter = groups::charter_of(work, group).await?;
    let spells = spells(work, &grant, group).await?;
    let seats: Vec<Spell> = spells.iter().filter(|spell| spell.tie == Tie::Seated).copied().collect();
    if let Some(person) = person {
        is_known(work, &row, &seats, person).await?;
    }
    let parts = within(&spells, asked.period);
    let mut sitting: Vec<PersonId> = within(&seats, asked.period).into_iter().map(|seat| seat.person).collect();
    sitting.dedup();
    let people = person.map_or_else(|| sitting.clone(), |person| vec![person]);
    let thing = person.is_none().then_some(group.0);
    let times = (asked.period.from(), asked.period.until());
    let (touches, is_cut) = audit::touches(work, &grant, (&people, thing), times, SIGHT_ROWS_MAX).await?;
    let mut names = Names::default();
    let mut could = Vec::new();
    for part in parts.iter().filter(|part| part.tie != Tie::Seated) {
        let who = names.opener(work, &grant, Some(part.person), part.tie.code()).await?;
        let (since, until) = (part.since, part.until.unwrap_or(asked.period.until()));
        could.push(Could { who, tie: part.tie, since, until, reach: reach(part.tie, &charter) });
    }
    let mut opened = Vec::new();
    for one in counted(&touches, &spells) {
        let who = if one.outcome == Tie::Seated.code() {
            Opener::Member
        } else {
            names.opener(work, &grant, one.actor, &one.outcome).await?
        };
        opened.push((who, one));
    }
    let members = sitting.iter().filter(|sitting| Some(**sitting) != person).count();
    Ok(Sight { could, members, members_reach: reach(Tie::Seated, &charter), opened, is_cut })
}

/// One person is asked about by whoever sees them by name, and only where they sit or sat.
async fn is_known(work: &mut Work<'_>, row: &CaseRow, seats: &[Spell], person: PersonId) -> Result<()> {
    let sat = seats.iter().any(|seat| seat.person == person);
    if sat && deeds::knows_members(work, row).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Every part that anybody has or had: in leading the group, in sitting there, and by a role that opens all groups.
async fn spells(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Spell>> {
    let mut spells = Vec::new();
    for (leader, since, until) in groups::led_in(work, grant, group).await? {
        spells.push(Spell { person: leader.person, tie: leader.role.tie(), since, until });
    }
    for (person, since, until) in groups::sat_in(work, grant, group).await? {
        spells.push(Spell { person, tie: Tie::Seated, since, until });
    }
    for role in [Role::Administrator, Role::Scheduler] {
        let Some(tie) = role.tie() else { continue };
        for (person, since, until) in practice::role_held(work, grant, role).await? {
            spells.push(Spell { person, tie, since, until });
        }
    }
    Ok(spells)
}
