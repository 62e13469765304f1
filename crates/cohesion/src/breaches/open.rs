//! A case is opened: for a report, or for what somebody noticed by themselves.

use super::add::append;
use super::report::tell_reporters;
use super::store::{self, CaseRow, ReportRow};
use super::{CaseId, Entry, Facts, Law, ReportId, deeds};
use crate::access::Grant;
use crate::groups::charter::Confidentiality;
use crate::groups::{self};
use crate::id::GroupId;
use crate::practice;
use crate::work::Work;
use crate::{Error, Result};

/// Opens a case about a group that the actor leads, or about the whole practice, for whoever runs the site.
pub async fn open(work: &mut Work<'_>, group: Option<GroupId>, facts: &Facts) -> Result<CaseId> {
    let grant = deeds::may_open(work, group).await?;
    begin(work, &grant, (group, deeds::audience_of(group)), facts).await
}

/// Opens a case for a report. Whoever reads the report reads the case.
pub async fn open_from(work: &mut Work<'_>, report: ReportId, facts: &Facts) -> Result<CaseId> {
    let row = store::find_report(work, report).await?;
    let grant = deeds::may_open_from(work, &row).await?;
    untaken(&row)?;
    let case = begin(work, &grant, (Some(row.group), row.audience), facts).await?;
    store::give_report(work, &grant, report, case).await?;
    tell_reporters(work, &grant, case).await?;
    Ok(case)
}

/// Gives a report to an open case about the same group that the same people read.
pub async fn join(work: &mut Work<'_>, report: ReportId, case: CaseId) -> Result<()> {
    let row = store::find_report(work, report).await?;
    let grant = deeds::may_open_from(work, &row).await?;
    let known = store::find_case(work, case).await?;
    deeds::may_handle(work, &known).await?;
    if known.group != Some(row.group) || known.audience != row.audience {
        return Err(Error::NotFound);
    }
    untaken(&row)?;
    if known.closed_at.is_some() {
        return Err(Error::Conflict("breaches-conflict-closed"));
    }
    store::give_report(work, &grant, report, case).await?;
    tell_reporters(work, &grant, case).await
}

fn untaken(row: &ReportRow) -> Result<()> {
    if row.case.is_some() { Err(Error::Conflict("breaches-conflict-taken")) } else { Ok(()) }
}

async fn begin(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, audience): (Option<GroupId>, super::Audience),
    facts: &Facts,
) -> Result<CaseId> {
    let (id, now) = (CaseId::random()?, work.now());
    let row = CaseRow { id, group, audience, opened_at: now, entries: 0, due_at: None, closed_at: None };
    store::insert_case(work, grant, &row).await?;
    append(work, grant, row, &Entry::Facts(facts.clone())).await?;
    Ok(id)
}

/// The laws that are proposed for a case about this group, or about the whole practice.
pub async fn proposed_laws(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Vec<Law>> {
    let confidentiality = match group {
        Some(group) => groups::charter_of(work, group).await?.confidentiality(),
        None => Confidentiality::ClinicalRecord,
    };
    let home = practice::settings(work).await?.home;
    Ok(Law::proposed(home.as_ref(), confidentiality))
}
