//! The first talk gets a date, and is written down.

use super::way::advance;
use super::{Enrolment, Screening, Step, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Charter};
use crate::id::{Bytes, EnrolmentId};
use crate::limits;
use crate::safety::{self, Cause, Written};
use crate::work::{Cell, Work};
use crate::{Error, Fault, Result};

/// Books the first talk, or moves it.
pub async fn book_screening(work: &mut Work<'_>, id: EnrolmentId, at: Timestamp) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::PrepareEntry, &enrolment).await?;
    if at < work.now() {
        return Err(Error::invalid("date", "enrolment-fault-past"));
    }
    advance(work, &grant, &enrolment, Step::BookScreening, None).await?;
    store::save_screening_time(work, &grant, id, at).await
}

/// Writes down what was learned. A correction is a new version; the earlier ones are kept. What suggests danger raises an
/// alert in the same transaction, and again where a correction brings up something new.
pub async fn screen(work: &mut Work<'_>, id: EnrolmentId, screening: &Screening) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let charter = groups::charter_of(work, enrolment.group).await?;
    let grant = deeds::may(work, deeds::for_screening(&charter).0, &enrolment).await?;
    check(screening, &charter)?;
    let before = latest(work, &grant, &enrolment).await?.map(|before| before.signs()).unwrap_or_default();
    let number = keep(work, &grant, &enrolment, screening).await?;
    advance(work, &grant, &enrolment, Step::Screen, None).await?;
    if screening.signs().iter().any(|sign| !before.contains(sign)) {
        raise(work, &enrolment, number, screening).await?;
    }
    Ok(())
}

/// Keeps a version of what was learned, and answers which one it is.
pub(super) async fn keep(
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    screening: &Screening,
) -> Result<u32> {
    let number = store::count_screenings(work, grant, enrolment.id).await? + 1;
    let facts = work.seal(enrolment.scope(), cell(enrolment.id, number), screening).await?;
    store::insert_screening(work, grant, enrolment.id, number, facts).await?;
    Ok(number)
}

/// The latest version of what was learned, if a first talk is on record.
pub async fn screening(work: &mut Work<'_>, id: EnrolmentId) -> Result<Option<Screening>> {
    let enrolment = store::find(work, id).await?;
    let charter = groups::charter_of(work, enrolment.group).await?;
    let grant = deeds::may(work, deeds::for_screening(&charter).1, &enrolment).await?;
    latest(work, &grant, &enrolment).await
}

pub(super) async fn latest(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Option<Screening>> {
    let Some((number, facts)) = store::latest_screening(work, grant, enrolment.id).await? else { return Ok(None) };
    work.open(grant, enrolment.scope(), cell(enrolment.id, number), &facts).await.map(Some)
}

/// One version of a first talk is one cause, told in the words of whoever wrote it down.
async fn raise(work: &mut Work<'_>, enrolment: &Enrolment, number: u32, screening: &Screening) -> Result<()> {
    let words = Written::new("risk_words", screening.risk_words())?;
    let version = [&enrolment.id.0[..], &number.to_be_bytes()].concat();
    let mut id = Bytes::default();
    id.copy_from_slice(&keyring::digest(&version)[..16]);
    let sign = safety::Sign::Screening { screening: id, words };
    safety::raise(work, &Cause { person: enrolment.person, group: Some(enrolment.group), sign }).await?;
    Ok(())
}

pub(super) fn check(screening: &Screening, charter: &Charter) -> Result<()> {
    let mut faults = Vec::new();
    match screening {
        Screening::Structured(structured) => {
            charter.allow(Capability::StructuredScreening)?;
            if structured.focus.problem.trim().is_empty() {
                faults.push(Fault::new("problem", "fault-empty"));
            }
            let among = &structured.among_others;
            let scales = [
                ("help", structured.expectations.help),
                ("speaks_up", among.speaks_up),
                ("private", among.private),
                ("listens", among.listens),
                ("argues", among.argues),
                ("helps", among.helps),
                ("steps_back", among.steps_back),
            ];
            let beyond = scales.into_iter().filter(|(_, value)| *value > limits::SCALE_MAX);
            faults.extend(beyond.map(|(field, _)| Fault::new(field, "fault-range")));
            if !screening.signs().is_empty() && structured.risk.words.trim().is_empty() {
                faults.push(Fault::new("risk_words", "enrolment-fault-risk-words"));
            }
            if structured.risk.drinking.is_some_and(|sum| sum > limits::AUDIT_C_MAX) {
                faults.push(Fault::new("drinking", "fault-range"));
            }
        }
        Screening::Suitability(suitability) => {
            if charter.allow(Capability::StructuredScreening).is_ok() {
                return Err(Error::Conflict("enrolment-conflict-screening"));
            }
            if !suitability.knows_it_is_not_treatment {
                faults.push(Fault::new("knows", "fault-tick"));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

const fn cell(id: EnrolmentId, number: u32) -> Cell {
    Cell::of("screenings", "facts", id.0).version(number)
}
