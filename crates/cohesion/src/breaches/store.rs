//! SQL of reports, cases and their entries. Nothing here changes an entry.

use ::store::{Row, params};

use super::{Audience, CaseId, ReportId};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::limits::{BREACH_CASES_SHOWN_MAX, BREACH_ENTRIES_MAX};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_REPORT = "insert into breach_reports
        (practice_id, id, group_id, reporter_id, audience, words, reported_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    FIND_REPORT = "select id, group_id, reporter_id, audience, words, reported_at_ms, case_id
        from breach_reports
        where practice_id = $1
          and id = $2";

    REPORTS_BY = "select id, group_id, reporter_id, audience, words, reported_at_ms, case_id
        from breach_reports
        where practice_id = $1
          and reporter_id = $2
        order by reported_at_ms desc, id";

    COUNT_REPORTS_SINCE = "select count(*)
        from breach_reports
        where practice_id = $1
          and reporter_id = $2
          and reported_at_ms > $3";

    REPORTS_WITHOUT_CASE = "select id, group_id, reporter_id, audience, words, reported_at_ms, case_id
        from breach_reports
        where practice_id = $1
          and case_id is null
        order by reported_at_ms, id";

    REPORTS_OF_CASE = "select id, group_id, reporter_id, audience, words, reported_at_ms, case_id
        from breach_reports
        where practice_id = $1
          and case_id = $2
        order by reported_at_ms, id";

    FORGET_REPORTS = "delete from breach_reports
        where practice_id = $1
          and group_id = $2
          and reporter_id = $3";

    GIVE_REPORT_TO_CASE = "update breach_reports
        set case_id = $1
        where practice_id = $2
          and id = $3
          and case_id is null";

    INSERT_CASE = "insert into breach_cases
        (practice_id, id, group_id, audience, opened_by, opened_at_ms, entries)
        values ($1, $2, $3, $4, $5, $6, 0)";

    FIND_CASE = "select id, group_id, audience, opened_at_ms, entries, due_at_ms, closed_at_ms
        from breach_cases
        where practice_id = $1
          and id = $2";

    OPEN_CASES = "select id, group_id, audience, opened_at_ms, entries, due_at_ms, closed_at_ms
        from breach_cases
        where practice_id = $1
          and closed_at_ms is null
        order by opened_at_ms, id";

    CLOSED_CASES = "select id, group_id, audience, opened_at_ms, entries, due_at_ms, closed_at_ms
        from breach_cases
        where practice_id = $1
          and closed_at_ms is not null
        order by closed_at_ms desc, id
        limit $2";

    MOVE_ON = "update breach_cases
        set entries = entries + 1,
            due_at_ms = $1,
            closed_at_ms = $2
        where practice_id = $3
          and id = $4
          and entries = $5";

    INSERT_ENTRY = "insert into breach_entries
        (practice_id, case_id, number, words, written_by, written_at_ms)
        values ($1, $2, $3, $4, $5, $6)";

    ENTRIES_OF = "select number, words, written_by, written_at_ms
        from breach_entries
        where practice_id = $1
          and case_id = $2
        order by number
        limit $3";
}

/// A report, its words still sealed.
pub struct ReportRow {
    pub id: ReportId,
    pub group: GroupId,
    pub reporter: PersonId,
    pub audience: Audience,
    pub words: Vec<u8>,
    pub at: Timestamp,
    pub case: Option<CaseId>,
}

/// A case without its entries.
pub struct CaseRow {
    pub id: CaseId,
    pub group: Option<GroupId>,
    pub audience: Audience,
    pub opened_at: Timestamp,
    pub entries: u32,
    pub due_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
}

/// An entry, its words still sealed.
pub struct EntryRow {
    pub number: u32,
    pub words: Vec<u8>,
    pub by: PersonId,
    pub at: Timestamp,
}

pub async fn insert_report(work: &mut Work<'_>, _: &Grant, row: &ReportRow) -> Result<()> {
    let ReportRow { id, group, reporter, audience, words, at, .. } = row;
    let values = params![work.practice(), *id, *group, *reporter, audience.code(), words.clone(), *at];
    work.run(&INSERT_REPORT, values).await?;
    Ok(())
}

/// A report, still sealed. Asks for no grant: its group decides who may read it.
pub async fn find_report(work: &mut Work<'_>, id: ReportId) -> Result<ReportRow> {
    report(work.one(&FIND_REPORT, params![work.practice(), id]).await?)
}

pub async fn reports_by(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<ReportRow>> {
    work.rows(&REPORTS_BY, params![work.practice(), person]).await?.into_iter().map(report).collect()
}

pub async fn reports_since(work: &mut Work<'_>, _: &Grant, person: PersonId, since: Timestamp) -> Result<u32> {
    Ok(work.one(&COUNT_REPORTS_SINCE, params![work.practice(), person, since]).await?.take()?)
}

/// Every report that nobody has opened a case for, still sealed. Asks for no grant: each one's group decides who may know of it.
pub async fn reports_without_case(work: &mut Work<'_>) -> Result<Vec<ReportRow>> {
    work.rows(&REPORTS_WITHOUT_CASE, params![work.practice()]).await?.into_iter().map(report).collect()
}

pub async fn reports_of(work: &mut Work<'_>, _: &Grant, case: CaseId) -> Result<Vec<ReportRow>> {
    work.rows(&REPORTS_OF_CASE, params![work.practice(), case]).await?.into_iter().map(report).collect()
}

/// Gives a report to a case; one that has one already is a conflict.
pub async fn give_report(work: &mut Work<'_>, _: &Grant, id: ReportId, case: CaseId) -> Result<()> {
    match work.run(&GIVE_REPORT_TO_CASE, params![case, work.practice(), id]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("breaches-conflict-taken")),
    }
}

pub async fn insert_case(work: &mut Work<'_>, _: &Grant, row: &CaseRow) -> Result<()> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    work.run(&INSERT_CASE, params![practice, row.id, row.group, row.audience.code(), by, now]).await?;
    Ok(())
}

/// A case without its entries. Asks for no grant: its group decides who may know of it.
pub async fn find_case(work: &mut Work<'_>, id: CaseId) -> Result<CaseRow> {
    case(work.one(&FIND_CASE, params![work.practice(), id]).await?)
}

/// Every open case without its entries. Asks for no grant: each one's group decides who may know of it.
pub async fn open_cases(work: &mut Work<'_>) -> Result<Vec<CaseRow>> {
    work.rows(&OPEN_CASES, params![work.practice()]).await?.into_iter().map(case).collect()
}

/// The latest closed cases without their entries. Asks for no grant: each one's group decides who may know of it.
pub async fn closed_cases(work: &mut Work<'_>) -> Result<Vec<CaseRow>> {
    let values = params![work.practice(), BREACH_CASES_SHOWN_MAX];
    work.rows(&CLOSED_CASES, values).await?.into_iter().map(case).collect()
}

/// Adds an entry behind those that `row` was read with; one that came in between is a conflict. The case's times are `row`'s.
pub async fn insert_entry(work: &mut Work<'_>, _: &Grant, row: &CaseRow, words: Vec<u8>) -> Result<()> {
    let (practice, now) = (work.practice(), work.now());
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let moved = work.run(&MOVE_ON, params![row.due_at, row.closed_at, practice, row.id, row.entries]).await?;
    if moved != 1 {
        return Err(Error::Conflict("breaches-conflict-changed"));
    }
    work.run(&INSERT_ENTRY, params![practice, row.id, row.entries + 1, words, by, now]).await?;
    Ok(())
}

pub async fn entries_of(work: &mut Work<'_>, _: &Grant, case: CaseId) -> Result<Vec<EntryRow>> {
    let rows = work.rows(&ENTRIES_OF, params![work.practice(), case, BREACH_ENTRIES_MAX]).await?;
    rows.into_iter()
        .map(|mut row| {
            let (number, words) = (row.take()?, row.take()?);
            Ok(EntryRow { number, words, by: row.take()?, at: row.take()? })
        })
        .collect()
}

fn report(mut row: Row) -> Result<ReportRow> {
    Ok(ReportRow {
        id: row.take()?,
        group: row.take()?,
        reporter: row.take()?,
        audience: Audience::from_code(row.take()?)?,
        words: row.take()?,
        at: row.take()?,
        case: row.take()?,
    })
}

fn case(mut row: Row) -> Result<CaseRow> {
    Ok(CaseRow {
        id: row.take()?,
        group: row.take()?,
        audience: Audience::from_code(row.take()?)?,
        opened_at: row.take()?,
        entries: row.take()?,
        due_at: row.take()?,
        closed_at: row.take()?,
    })
}

/// Deletes what somebody reported in a group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&FORGET_REPORTS, params![work.practice(), group, person]).await?;
    Ok(())
}
