//! A case is read by those who handle it: its entries, what they come to, and what was reported.

use jiff::tz::TimeZone;

use super::store::{self, CaseRow, ReportRow};
use super::{Audience, CaseId, Dossier, Entry, Mark, ReportId, deeds, report};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::practice;
use crate::work::{Cell, Work};
use crate::{Legible, Result, identity, unless_damaged};

/// A report as those who handle it read it.
#[derive(Clone, Debug)]
pub struct ReadReport {
    /// Its id.
    pub id: ReportId,
    /// The group.
    pub group: GroupId,
    /// When it was sent.
    pub at: Timestamp,
    /// Who reads it.
    pub audience: Audience,
    /// What it says.
    pub words: String,
    /// Who sent it, by name; nothing for whoever does not work with the group.
    pub from: Option<String>,
    /// The case that was opened for it.
    pub case: Option<CaseId>,
}

/// A case.
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The group; nothing where it is about the whole practice.
    pub group: Option<GroupId>,
    /// Who reads it.
    pub audience: Audience,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Its entries with who wrote each, by id and by name, the first first.
    pub entries: Vec<(Entry, Mark, String)>,
    /// What the entries come to.
    pub dossier: Dossier,
    /// What was reported.
    pub reports: Legible<ReadReport>,
    /// Those who sit or sat in the group, by name, for whoever works with it.
    pub members: Vec<(PersonId, String)>,
    /// The name of the group, for whoever works with it.
    pub group_name: Option<String>,
    /// Who leads the group, by name.
    pub led_by: Vec<String>,
    /// Whether the reader may put more on record.
    pub may_handle: bool,
    /// Entries that cannot be read.
    pub damaged: usize,
    /// The practice's own clock, by which its time limits are counted.
    pub zone: TimeZone,
    /// How members reach the team, for the letter.
    pub contact: String,
}

impl Case {
    /// The name of somebody who wrote an entry.
    pub fn name_of(&self, person: PersonId) -> Option<&str> {
        self.entries.iter().find(|(_, mark, _)| mark.by == person).map(|(.., called)| called.as_str())
    }
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: CaseId,
    /// Who leads the group that it is about, by name; nobody where it is about the whole practice.
    pub led_by: Vec<String>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When its next clock is over.
    pub due_at: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// One case, whole.
pub async fn case(work: &mut Work<'_>, id: CaseId) -> Result<Case> {
    let row = store::find_case(work, id).await?;
    let grant = deeds::may_see(work, &row).await?;
    let (kept, damaged) = legible_entries(work, &grant, &row).await?;
    let dossier = Dossier::of(kept.iter().map(|(entry, mark)| (entry, *mark)));
    let mut entries = Vec::new();
    for (entry, mark) in kept {
        let about = work.about(&grant, mark.by);
        entries.push((entry, mark, identity::called(work, &about, mark.by).await?));
    }
    let mut reports = Legible::default();
    for row in store::reports_of(work, &grant, id).await? {
        let of = row.id;
        reports.add(read(work, &grant, row).await, "breach_reports", of.0)?;
    }
    let may_handle = deeds::standing(work, row.group, row.audience).await?.allows(Deed::HandleBreach);
    let (members, group_name) = known_of_group(work, &grant, &row).await?;
    let led_by = led_by(work, &grant, row.group).await?;
    let CaseRow { group, audience, opened_at, .. } = row;
    let settings = practice::settings(work).await?;
    let (zone, contact) = (settings.time_zone(), settings.contact);
    Ok(Case {
        id,
        group,
        audience,
        opened_at,
        entries,
        dossier,
        reports,
        members,
        group_name,
        led_by,
        may_handle,
        damaged,
        zone,
        contact,
    })
}

/// Who sits or sat in the group, and its name, for whoever works with it.
async fn known_of_group(
    work: &mut Work<'_>,
    grant: &Grant,
    row: &CaseRow,
) -> Result<(Vec<(PersonId, String)>, Option<String>)> {
    let Some(group) = row.group else { return Ok((Vec::new(), None)) };
    if !deeds::knows_members(work, row).await? {
        return Ok((Vec::new(), None));
    }
    let mut members: Vec<(PersonId, String)> = Vec::new();
    for seat in groups::seats(work, group).await? {
        if !members.iter().any(|(known, _)| *known == seat.person) {
            members.push((seat.person, seat.called));
        }
    }
    Ok((members, Some(groups::group(work, grant, group).await?.words.name)))
}

async fn led_by(work: &mut Work<'_>, grant: &Grant, group: Option<GroupId>) -> Result<Vec<String>> {
    let Some(group) = group else { return Ok(Vec::new()) };
    let leaders = groups::named_leaders(work, grant, group).await?.into_iter();
    let handles = |tie| Deed::HandleBreach.who_may().contains(&tie);
    Ok(leaders.filter(|(leader, _)| handles(leader.role.tie())).map(|(_, called)| called).collect())
}

/// A group among those of the practice, without its name.
pub(super) struct Founded {
    /// The group.
    pub id: GroupId,
    /// When it was founded.
    pub at: Timestamp,
    /// Who leads it now, by name.
    pub led_by: Vec<String>,
}

/// The groups of the practice, the first first and those that are put away among them, for a case about all of them. None for
/// one about a group.
pub(super) async fn groups_of_case(work: &mut Work<'_>, case: CaseId) -> Result<Vec<Founded>> {
    let row = store::find_case(work, case).await?;
    let grant = deeds::may_ask_who(work, &row, None).await?;
    let mut listed = Vec::new();
    if row.group.is_none() {
        for (id, at) in groups::every_group(work, &grant).await? {
            listed.push(Founded { id, at, led_by: led_by(work, &grant, Some(id)).await? });
        }
    }
    Ok(listed)
}

/// The cases that the actor may read: the open ones, what is due first at the top, then the latest that were closed.
pub async fn listed(work: &mut Work<'_>) -> Result<Vec<Listed>> {
    let mut open = store::open_cases(work).await?;
    open.sort_by_key(|row| (row.due_at.is_none(), row.due_at));
    let mut listed = Vec::new();
    for row in open.into_iter().chain(store::closed_cases(work).await?) {
        if !deeds::standing(work, row.group, row.audience).await?.allows(Deed::SeeBreach) {
            continue;
        }
        let grant = deeds::may_see(work, &row).await?;
        let led_by = led_by(work, &grant, row.group).await?;
        let CaseRow { id, opened_at, due_at, closed_at, .. } = row;
        listed.push(Listed { id, led_by, opened_at, due_at, closed_at });
    }
    Ok(listed)
}

/// A report under a yes to read it. Who sent it is told to whoever works with the group.
pub(super) async fn read(work: &mut Work<'_>, grant: &Grant, row: ReportRow) -> Result<ReadReport> {
    let about = work.about(grant, row.reporter);
    let words = report::open(work, &about, &row).await?;
    let knows = groups::leading(work, row.group).await?.allows(Deed::SeeSeats);
    let from = if knows { Some(name_of(work, &about, row.group, row.reporter).await?) } else { None };
    let ReportRow { id, group, at, audience, case, .. } = row;
    Ok(ReadReport { id, group, at, audience, words, from, case })
}

/// The name somebody has in the group, or as a colleague.
async fn name_of(work: &mut Work<'_>, about: &Grant, group: GroupId, person: PersonId) -> Result<String> {
    if practice::has_worked_here(work, about, person).await? {
        return identity::called(work, about, person).await;
    }
    match groups::seat_of(work, group, person).await? {
        Some(seat) => Ok(seat.called),
        None => identity::called(work, about, person).await,
    }
}

/// Every entry of a case; one that cannot be read stops whoever would add to it.
pub(super) async fn entries_of(work: &mut Work<'_>, grant: &Grant, row: &CaseRow) -> Result<Vec<(Entry, Mark)>> {
    let mut entries = Vec::new();
    for kept in store::entries_of(work, grant, row.id).await? {
        entries.push(open(work, grant, row, &kept).await?);
    }
    Ok(entries)
}

async fn legible_entries(work: &mut Work<'_>, grant: &Grant, row: &CaseRow) -> Result<(Vec<(Entry, Mark)>, usize)> {
    let (mut entries, mut damaged) = (Vec::new(), 0);
    for kept in store::entries_of(work, grant, row.id).await? {
        match unless_damaged(open(work, grant, row, &kept).await, "breach_entries", row.id.0)? {
            Some(entry) => entries.push(entry),
            None => damaged += 1,
        }
    }
    Ok((entries, damaged))
}

async fn open(work: &mut Work<'_>, grant: &Grant, row: &CaseRow, kept: &store::EntryRow) -> Result<(Entry, Mark)> {
    let cell = words_cell(row.id, kept.number);
    let entry = work.open(grant, super::add::scope(row), cell, &kept.words).await?;
    Ok((entry, Mark { by: kept.by, at: kept.at }))
}

pub(super) const fn words_cell(case: CaseId, number: u32) -> Cell {
    Cell::of("breach_entries", "words", case.0).version(number)
}

/// The open cases about the group of a report that the same people read, and that the actor may put more on record of.
pub(super) async fn open_beside(work: &mut Work<'_>, report: &ReadReport) -> Result<Vec<Listed>> {
    let mut beside = Vec::new();
    for row in store::open_cases(work).await? {
        let is_beside = row.group == Some(report.group) && row.audience == report.audience;
        if !is_beside || !deeds::standing(work, row.group, row.audience).await?.allows(Deed::HandleBreach) {
            continue;
        }
        let CaseRow { id, opened_at, due_at, closed_at, .. } = row;
        beside.push(Listed { id, led_by: Vec::new(), opened_at, due_at, closed_at });
    }
    Ok(beside)
}
