//! The name-lint for other words about one member, such as a letter to them.

use notelint::Hit;

use super::Found;
use super::known::roster_of;
use super::lint::{Place, look, replaced};
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// Names of other members in texts about one member of a group, for whoever may see who sits there. The grant must be about
/// this member.
pub async fn names_in(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, person): (GroupId, PersonId),
    texts: &[String],
) -> Result<Vec<Found>> {
    let roster = roster_of(work, grant, group).await?;
    look(&roster, Place::Of(person), texts.iter().map(String::as_str))
}

/// The text with these names replaced by "another member".
pub fn without_names(text: &str, hits: &[Hit]) -> String {
    replaced(text, hits)
}
