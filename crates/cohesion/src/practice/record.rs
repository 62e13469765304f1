//! A licence or training is put on record, or taken off.

use super::credential::{day_number, words_cell};
use super::{CredentialWords, Practises, Qualification, deeds, store};
use crate::clock::{Span, Timestamp};
use crate::id::{CredentialId, PersonId};
use crate::limits::{CREDENTIALS_MAX, LICENCE_WARNING_DAYS};
use crate::work::{Job, Scope, Work};
use crate::{Error, Fault, Result};

/// The job that says a credential is about to end; `notices` does it, once for each count of days ahead.
pub(crate) const WARN: &str = "practice.warn-credential";

/// Puts a licence or training on record. It counts once somebody has verified it; its end is announced ahead.
pub async fn record(
    work: &mut Work<'_>,
    person: PersonId,
    qualification: &Qualification,
    words: &CredentialWords,
) -> Result<CredentialId> {
    let grant = deeds::may_record(work, person).await?;
    if !store::has_ever_worked_here(work, &grant, person).await? {
        return Err(Error::NotFound);
    }
    check(person, qualification, words)?;
    if store::terms_of(work, person).await?.len() >= CREDENTIALS_MAX {
        return Err(Error::Conflict("practice-conflict-many-credentials"));
    }
    if let Qualification::Licence { practises: Practises::Under(supervisor), .. } = qualification
        && store::roles_of(work, *supervisor).await?.is_empty()
    {
        return Err(Error::invalid("supervisor", "practice-fault-supervisor"));
    }
    let id = CredentialId::random()?;
    let sealed = work.seal(Scope::Person(person), words_cell(id), words).await?;
    store::insert_credential(work, &grant, id, person, qualification, sealed).await?;
    announce_end(work, id, qualification);
    Ok(id)
}

/// Takes a credential off the record: it was a mistake, or was taken from the person. What it said stays kept.
pub async fn withdraw(work: &mut Work<'_>, id: CredentialId) -> Result<()> {
    let kept = store::find_credential(work, id).await?;
    let person = kept.ok_or(Error::NotFound)?.person;
    let grant = deeds::may_record(work, person).await?;
    store::withdraw_credential(work, &grant, id).await
}

fn check(person: PersonId, qualification: &Qualification, words: &CredentialWords) -> Result<()> {
    let mut faults = Vec::new();
    if words.title.trim().is_empty() {
        faults.push(Fault::new("title", "fault-empty"));
    }
    if let Qualification::Licence { place, practises, .. } = qualification {
        if words.number.trim().is_empty() {
            faults.push(Fault::new("number", "fault-empty"));
        }
        if !place.licenses() {
            faults.push(Fault::new("region", "practice-fault-region"));
        }
        if *practises == Practises::Under(person) {
            faults.push(Fault::new("supervisor", "practice-fault-supervisor"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// One job for each count of days ahead that is still to come, and one for a last day that is nearer or over.
fn announce_end(work: &mut Work<'_>, id: CredentialId, qualification: &Qualification) {
    let Some(last_day) = qualification.last_day() else { return };
    let ends = Timestamp(0) + Span::days(day_number(last_day));
    let ahead = |days: i32| ends - Span::days(i64::from(days));
    let to_come = LICENCE_WARNING_DAYS.into_iter().filter(|days| ahead(*days) > work.now()).collect::<Vec<_>>();
    let passed = LICENCE_WARNING_DAYS.into_iter().rfind(|days| ahead(*days) <= work.now());
    for days in to_come.into_iter().chain(passed) {
        work.enqueue(Job::once(WARN, id.0, ahead(days).max(work.now())).in_round(i64::from(days)));
    }
}
