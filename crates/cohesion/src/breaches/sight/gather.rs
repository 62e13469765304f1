//! What is known of a group in a period is gathered: parts, seats, roles, and the audit log.

use super::super::store::{self, CaseRow};
use super::super::{CaseId, deeds};
use super::{Known, Opened, Period, Spell, counted, only_beside, reach, within};
use crate::access::{Deed, Grant, Tie};
use crate::audit::{self, Names, Opener, Touch};
use crate::clock::Timestamp;
use crate::groups::{self, Charter};
use crate::id::{GroupId, PersonId};
use crate::limits::SIGHT_ROWS_MAX;
use crate::notes::{self, Beside};
use crate::practice::{self, Role};
use crate::work::Work;
use crate::{Error, Result, endings};

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
/// with the group where the case names none; and each person who is asked about finds it there.
pub async fn who_could_see(work: &mut Work<'_>, case: CaseId, asked: Asked) -> Result<Sight> {
    let row = store::find_case(work, case).await?;
    let person = if let Whose::Person(person) = asked.whose { Some(person) } else { None };
    let mut grant = deeds::may_ask_who(work, &row, person).await?;
    let asked_of = (row.group, asked.whose);
    let ((Some(group), Whose::Group | Whose::Person(_)) | (None, Whose::In(group))) = asked_of else {
        return Err(Error::NotFound);
    };
    let charter = groups::charter_of(work, group).await?;
    if row.group.is_none() {
        grant = deeds::may_ask_who_in(work, &row, group).await?;
    }
    let spells = spells(work, &grant, group).await?;
    let seats: Vec<Spell> = spells.iter().filter(|spell| spell.tie == Tie::Seated).copied().collect();
    if let Some(person) = person {
        is_known(work, &row, &seats, person).await?;
    }
    let mut sitting: Vec<PersonId> = within(&seats, asked.period).into_iter().map(|seat| seat.person).collect();
    sitting.dedup();
    let people = person.map_or_else(|| sitting.clone(), |person| vec![person]);
    let thing = person.is_none().then_some(group.0);
    let times = (asked.period.from(), asked.period.until());
    let (touches, is_cut) = audit::touches(work, &grant, (&people, thing), times, SIGHT_ROWS_MAX).await?;
    let mut beside = Vec::new();
    for (deed, asked) in [
        (Deed::ReadNotes, notes::asked_beside(work, &grant, group).await?),
        (Deed::ReadSummary, endings::asked_beside(work, &grant, group).await?),
    ] {
        beside.extend(asked.into_iter().filter(|one| people.contains(&one.about)).map(|one| (deed, one)));
    }
    let mut names = Names::default();
    let could = could(work, &grant, &mut names, (&spells, &beside), (asked.period, &charter)).await?;
    let beside: Vec<Beside> = beside.into_iter().map(|(_, one)| one).collect();
    let known = Known { group, spells: &spells, beside: &beside };
    let opened = opened(work, &grant, &mut names, &touches, known).await?;
    let members = sitting.iter().filter(|sitting| Some(**sitting) != person).count();
    Ok(Sight { could, members, members_reach: reach(Tie::Seated, &charter), opened, is_cut })
}

/// Those who work here, each in their part; and whoever had none, and was asked to sign beside somebody in training.
async fn could(
    work: &mut Work<'_>,
    grant: &Grant,
    names: &mut Names,
    (spells, beside): (&[Spell], &[(Deed, Beside)]),
    (period, charter): (Period, &Charter),
) -> Result<Vec<Could>> {
    let parts = within(spells, period);
    let in_part = parts.iter().filter(|part| part.tie != Tie::Seated);
    let mut found: Vec<(Spell, Vec<Deed>)> = in_part.map(|part| (*part, reach(part.tie, charter))).collect();
    for deed in [Deed::ReadNotes, Deed::ReadSummary] {
        let asked: Vec<Beside> = beside.iter().filter(|(of, _)| *of == deed).map(|(_, one)| *one).collect();
        let alone = only_beside(&asked, (deed, charter), &parts, period);
        found.extend(alone.into_iter().map(|spell| (spell, vec![deed])));
    }
    let mut could = Vec::new();
    for (part, reach) in found {
        let who = names.opener(work, grant, Some(part.person), part.tie.code()).await?;
        let (since, until) = (part.since, part.until.unwrap_or(period.until()));
        could.push(Could { who, tie: part.tie, since, until, reach });
    }
    Ok(could)
}

/// What was done, with who did it by name.
async fn opened(
    work: &mut Work<'_>,
    grant: &Grant,
    names: &mut Names,
    touches: &[Touch],
    known: Known<'_>,
) -> Result<Vec<(Opener, Opened)>> {
    let mut opened = Vec::new();
    for one in counted(touches, known) {
        let who = if one.outcome == Tie::Seated.code() {
            Opener::Member
        } else {
            names.opener(work, grant, one.actor, &one.outcome).await?
        };
        opened.push((who, one));
    }
    Ok(opened)
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
