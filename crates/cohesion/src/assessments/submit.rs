//! A member answers a questionnaire. All the rest of the first promise follows from this act.

use measures::{Instrument, Signal};

use super::assignment::open;
use super::response::{cell, last_beside};
use super::{Assignment, AssignmentId, AssignmentState, Record, ResponseId, deeds, store};
use crate::access::Grant;
use crate::hub::Change;
use crate::safety::{self, AlertId, Cause, RiskItem, Sign};
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// A filled-in questionnaire as it was sent.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Made when the form was drawn; the same form sent twice is one response.
    pub key: [u8; 16],
    /// Option positions in printed order; `None` was skipped.
    pub positions: Vec<Option<usize>>,
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
    let record = score(assignment.instrument, sheet)?;
    if let Some(response) = store::find_response_of_sheet(work, &grant, id, &sheet.key).await? {
        let alert = alert_for(work, &grant, &assignment, response, &record).await?;
        return Ok(Submitted { response, alert });
    }
    if assignment.state != AssignmentState::Asked {
        return Err(Error::Conflict("assessments-conflict-answered"));
    }
    let response = keep(work, &grant, &assignment, sheet, &record, 1).await?;
    let alert = alert_for(work, &grant, &assignment, response, &record).await?;
    store::finish(work, &grant, id).await?;
    Ok(Submitted { response, alert })
}

/// What the answers amount to; a faulty sheet stores nothing.
pub(super) fn score(instrument: &Instrument, sheet: &Sheet) -> Result<Record> {
    let answers = instrument.answers(&sheet.positions);
    let answers = answers.map_err(|_| Error::invalid("answers", "assessments-fault-answers"))?;
    Ok(Record { positions: answers.positions().to_vec(), score: answers.score() })
}

/// Stores one version of the answers.
pub(super) async fn keep(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    sheet: &Sheet,
    record: &Record,
    version: u32,
) -> Result<ResponseId> {
    let response = ResponseId::random()?;
    let sealed = work.seal(Scope::Person(assignment.person), cell(response), record).await?;
    store::insert_response(work, grant, response, assignment, version, &sheet.key, sealed).await?;
    work.announce(Change::Group(assignment.group));
    work.announce(Change::Person(assignment.person));
    Ok(response)
}

/// The one alert of a response, if anything in it asks for one; `first` is the response in its first version.
pub(super) async fn alert_for(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    first: ResponseId,
    record: &Record,
) -> Result<Option<AlertId>> {
    if record.score.signals.is_empty() {
        return Ok(None);
    }
    let Assignment { group, person, instrument, .. } = *assignment;
    let before = last_beside(work, grant, assignment).await?.map(|earlier| earlier.record);
    let item = |signal: &Signal| RiskItem {
        item: signal.item.clone(),
        urgency: signal.urgency,
        now: record.value_of(instrument, &signal.item),
        before: before.as_ref().and_then(|earlier| earlier.value_of(instrument, &signal.item)),
    };
    let sign = Sign::Answers {
        response: first.0,
        instrument: instrument.id.clone(),
        title: instrument.short_title.clone(),
        items: record.score.signals.iter().map(item).collect(),
    };
    safety::raise(work, &Cause { person, group: Some(group), sign }).await.map(Some)
}
