//! A summary is signed: what stands in the way, and the seal.

use super::summary::{cell, summary};
use super::{Body, deeds, store};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::notes::{Found, Place, names_in};
use crate::work::{Scope, Work};
use crate::{Error, Fault, Result, practice};

/// What became of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signing {
    /// It is signed, and stays as it is.
    Signed,
    /// It waits for whoever supervises the trainee who signed it.
    Waits,
    /// It was signed before. Nothing changed.
    Already,
    /// It names another member.
    Names(Vec<Found>),
}

/// Signs the draft. It needs words on the risk at the end and on what comes next, and no name of another member. What
/// somebody in training signs waits for whoever supervises them.
pub async fn sign(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Signing> {
    let grant = deeds::may_write(work, group, person).await?;
    let by = work.actor().person().ok_or(Error::NotFound)?;
    let kept = summary(work, group, person).await?;
    if kept.signed.is_some() {
        return Ok(Signing::Already);
    }
    let missing = missing(&kept.body);
    if !missing.is_empty() {
        return Err(Error::Invalid(missing));
    }
    let place = (group, Place::Of(person));
    let found = names_in(work, &grant, place, &kept.body.parts, &kept.body.plain).await?;
    if !found.is_empty() {
        return Ok(Signing::Names(found));
    }
    let scope = Scope::Membership(group, person);
    let body = Body { returned: None, ..kept.body };
    let sealed = work.seal(scope, cell(kept.seat, kept.version + 1), &body).await?;
    let supervisor = practice::supervisor_of(work, by).await?;
    store::sign_summary(work, &grant, (kept.seat, kept.version), sealed, supervisor).await?;
    work.announce(Change::Group(group));
    Ok(if supervisor.is_some() { Signing::Waits } else { Signing::Signed })
}

fn missing(body: &Body) -> Vec<Fault> {
    let is_empty = |at: &&usize| body.parts.get(**at).is_none_or(|part| part.trim().is_empty());
    let fault = |at: &usize| Fault::new(format!("part-{at}"), "fault-empty");
    Body::NEEDED.iter().filter(is_empty).map(fault).collect()
}
