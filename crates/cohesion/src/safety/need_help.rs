//! A member says "I need help", and is told who knows of it and what comes next.

use super::{AlertId, Cause, Path, Sign, Written, raise};
use crate::groups;
use crate::id::{Bytes, GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// The actor calls for help. `call` is the key of the form; pressing again before somebody has it is the same call.
pub async fn need_help(work: &mut Work<'_>, call: Bytes, words: Option<Written>) -> Result<AlertId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let group = need_help_goes_to(work, person).await?;
    raise(work, &Cause { person, group, sign: Sign::NeedHelp { call, words } }).await
}

/// The group whose leaders and duty answer: one with a clinician before one without.
pub(super) async fn need_help_goes_to(work: &mut Work<'_>, person: PersonId) -> Result<Option<GroupId>> {
    let mut closest = None;
    for group in groups::seated_in(work, person).await? {
        match Path::of(&groups::charter_of(work, group).await?) {
            Path::Clinical => return Ok(Some(group)),
            Path::DutyContact => closest = closest.or(Some(group)),
        }
    }
    Ok(closest)
}
