//! A member answers a questionnaire. All the rest of the first promise follows from this act.

use measures::Instrument;

use super::assignment::open;
use super::response::{cell, versions_of};
use super::telling::alert_for;
use super::{
    Asides, Assignment, AssignmentId, AssignmentState, Record, ResponseId, Version, aside, deeds, store, tally,
};
use crate::access::Grant;
use crate::hub::Change;
use crate::safety::AlertId;
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// A filled-in questionnaire as it was sent.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Made when the form was drawn; the same form sent twice is one response.
    pub key: [u8; 16],
    /// Option positions in printed order; `None` was skipped.
    pub positions: Vec<Option<usize>>,
    /// Answers to the printed questions that no score uses.
    pub asides: Asides,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// The response.
    pub response: ResponseId,
    /// The alert that stands because of it. Where there is one, the help page comes next.
    pub alert: Option<AlertId>,
}

/// Stores the answers and their score. An answer that suggests danger is stored together with its alert or not at all.
pub async fn submit(work: &mut Work<'_>, id: AssignmentId, sheet: &Sheet) -> Result<Submitted> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    let assignment = open(work, &grant, kept).await?;
    if let Some(before) = sent_before(work, &grant, &assignment, sheet).await? {
        return Ok(before);
    }
    if assignment.state != AssignmentState::Asked {
        return Err(Error::Conflict("assessments-conflict-answered"));
    }
    let version = keep(work, &grant, &assignment, sheet, 1).await?;
    store::finish(work, &grant, id).await?;
    answer(work, &grant, &assignment, &[version]).await
}

/// The same form came a second time: what stands is what was stored, whatever the form says now.
pub(super) async fn sent_before(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    sheet: &Sheet,
) -> Result<Option<Submitted>> {
    let Some(number) = store::find_version_of_sheet(work, grant, assignment.id, &sheet.key).await? else {
        return Ok(None);
    };
    let mut versions = versions_of(work, grant, assignment.id).await?;
    versions.retain(|version| version.number <= number);
    answer(work, grant, assignment, &versions).await.map(Some)
}

/// Stores one version of the answers; a faulty sheet stores nothing.
pub(super) async fn keep(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    sheet: &Sheet,
    number: u32,
) -> Result<Version> {
    let record = record(assignment.instrument, sheet)?;
    let id = ResponseId::random()?;
    let sealed = work.seal(Scope::Person(assignment.person), cell(id), &record).await?;
    store::insert_response(work, grant, id, assignment, number, &sheet.key, sealed).await?;
    work.announce(Change::Group(assignment.group));
    work.announce(Change::Person(assignment.person));
    let version = Version { id, number, at: work.now(), record };
    tally::add(work, grant, assignment, &version).await?;
    Ok(version)
}

/// What is said to the person: the last of the versions, and the alert that stands because of it.
pub(super) async fn answer(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    versions: &[Version],
) -> Result<Submitted> {
    let response = versions.last().ok_or(Error::NotFound)?.id;
    Ok(Submitted { response, alert: alert_for(work, grant, assignment, versions).await? })
}

/// What the answers amount to.
fn record(instrument: &'static Instrument, sheet: &Sheet) -> Result<Record> {
    let answers = instrument.answers(&sheet.positions);
    let answers = answers.map_err(|_| Error::invalid("answers", "assessments-fault-answers"))?;
    aside::check(instrument, &sheet.asides)?;
    let (positions, asides) = (answers.positions().to_vec(), sheet.asides.clone());
    Ok(Record { positions, score: answers.score(), asides })
}
