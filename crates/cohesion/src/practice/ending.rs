//! A licence or training that is about to end, as long as that still matters.

use jiff::civil::Date;

use super::{Qualification, store, works_here};
use crate::Result;
use crate::id::{CredentialId, PersonId};
use crate::work::Work;

/// Whose paper ends, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Whose it is.
    pub person: PersonId,
    /// The last day on which it counts.
    pub last_day: Date,
}

/// The ending of a credential. Nothing where it was withdrawn, its holder has left, or a later paper takes its place.
pub async fn ending(work: &mut Work<'_>, id: CredentialId) -> Result<Option<Ending>> {
    let Some(kept) = store::find_credential(work, id).await? else { return Ok(None) };
    let Some(last_day) = kept.qualification.last_day() else { return Ok(None) };
    let papers = store::terms_of(work, kept.person).await?;
    let is_followed = papers.iter().any(|later| follows(&later.qualification, &kept.qualification));
    if is_followed || !works_here(work, kept.person).await? {
        return Ok(None);
    }
    Ok(Some(Ending { person: kept.person, last_day }))
}

/// Whether one paper holds wherever the other does, and longer.
fn follows(later: &Qualification, ending: &Qualification) -> bool {
    let same_ground = match (later, ending) {
        (Qualification::Licence { place, .. }, Qualification::Licence { place: old, .. }) => place.covers(old),
        (Qualification::Training { .. }, Qualification::Training { .. }) => true,
        _ => false,
    };
    let lasts_longer = later.last_day().is_none_or(|day| Some(day) > ending.last_day());
    same_ground && lasts_longer
}
