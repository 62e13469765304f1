//! The names of a person of the staff, and how they are reached, are corrected.

use super::{deeds, store};
use crate::id::PersonId;
use crate::identity::{self, Correction, KeptProfile};
use crate::work::Work;
use crate::{Error, Result};

/// What is on record of a person of the staff, for whoever may correct it.
pub async fn to_correct(work: &mut Work<'_>, person: PersonId) -> Result<KeptProfile> {
    let grant = deeds::may_correct(work, person).await?;
    if !store::has_ever_worked_here(work, &grant, person).await? {
        return Err(Error::NotFound);
    }
    identity::kept_profile(work, &grant, person).await
}

/// Corrects it. Nobody is on the staff without a name on their papers.
pub async fn correct(work: &mut Work<'_>, person: PersonId, correction: &Correction) -> Result<()> {
    let grant = deeds::may_correct(work, person).await?;
    if !store::has_ever_worked_here(work, &grant, person).await? {
        return Err(Error::NotFound);
    }
    if correction.profile.legal.trim().is_empty() {
        return Err(Error::invalid("legal", "fault-empty"));
    }
    identity::change_profile(work, &grant, person, correction).await
}
