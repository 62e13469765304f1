//! The name-lint for other words about one member, or from one member to another.

use super::known::roster_of;
use super::lint::{Known, Place, look, roster};
use super::mend::mended;
use super::{Fix, Found};
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// The names of members of the group in each of these texts, but for whoever the place is of, and for words that somebody
/// has called plain ones. Texts without one are left out. The grant must let its holder see who sits there.
pub async fn names_in(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, place): (GroupId, Place),
    texts: &[String],
    plain: &[String],
) -> Result<Vec<Found>> {
    let roster = roster_of(work, grant, group).await?;
    look(&roster, place, texts.iter().map(String::as_str), plain)
}

/// The texts and the plain words as they are once such names are mended. A place that is no name any more stays as it is.
pub async fn mended_in(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, place): (GroupId, Place),
    (texts, plain): (&[String], Vec<String>),
    fix: Fix,
) -> Result<(Vec<String>, Vec<String>)> {
    let roster = roster_of(work, grant, group).await?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    mended(&roster, place, &texts, plain, fix)
}

/// The names of these people in each of these texts, as far as the group sees them, but for whoever the place is of: for a
/// member who writes, and knows no more of the others.
pub fn names_among(shown: &[(PersonId, String)], place: Place, texts: &[String]) -> Result<Vec<Found>> {
    let known = |(person, shown): &(PersonId, String)| Known { person: *person, shown: shown.clone(), profile: None };
    let roster = roster(shown.iter().map(known).collect())?;
    look(&roster, place, texts.iter().map(String::as_str), &[])
}
