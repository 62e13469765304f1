//! The names of somebody one works with, and the ways to reach them, are corrected.

use super::deeds;
use crate::access::Grant;
use crate::id::PersonId;
use crate::identity::{self, Correction, KeptProfile};
use crate::work::Work;
use crate::{Error, Result};

/// What is on record of a person, for whoever may correct it.
pub async fn to_correct(work: &mut Work<'_>, person: PersonId) -> Result<KeptProfile> {
    let grant = may_correct(work, person).await?;
    identity::kept_profile(work, &grant, person).await
}

/// Corrects it. Whoever leads a group that the person is in, or on the way into, may.
pub async fn correct(work: &mut Work<'_>, person: PersonId, correction: &Correction) -> Result<()> {
    let grant = may_correct(work, person).await?;
    identity::change_profile(work, &grant, person, correction).await
}

/// What somebody who came by themselves said of themselves is theirs alone to correct.
async fn may_correct(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    let grant = deeds::may_correct(work, person).await?;
    let (known, _) = super::person(work, person).await?;
    if known.by_name_alone { Err(Error::NotFound) } else { Ok(grant) }
}
