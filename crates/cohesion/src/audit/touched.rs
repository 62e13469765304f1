//! What was done with somebody's record in a period, for whoever may ask that: who, which deed, and whether it was allowed.

use super::log::first_since;
use super::store;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId};
use crate::work::Work;

/// One deed that touched it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// When.
    pub at: Timestamp,
    /// Who; nobody for the program itself or a visitor.
    pub actor: Option<PersonId>,
    /// The deed's word.
    pub deed: String,
    /// The word of the tie that allowed it, or `refused`.
    pub outcome: String,
    /// The group, note or other thing that was named with it.
    pub object: Option<Bytes>,
}

/// What was touched.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    /// One person's record.
    Person(PersonId),
    /// A thing that is no one person's.
    Thing(Bytes),
}

/// What was done with these people's records, and with a thing of nobody's in particular, from one moment up to another: the
/// newest first, of each at most `count`, and whether there were more. The grant is the caller's, and each person is put on
/// record beside it.
pub async fn touches(
    work: &mut Work<'_>,
    grant: &Grant,
    (people, thing): (&[PersonId], Option<Bytes>),
    (from, until): (Timestamp, Timestamp),
    count: u32,
) -> Result<(Vec<Touch>, bool)> {
    let links = store::last_seq(work).await?;
    let from = first_since(work, grant, from, links).await?;
    let before = first_since(work, grant, until, links).await?;
    let (mut touches, mut is_cut) = (Vec::new(), false);
    let things = thing.into_iter().map(Of::Thing);
    for of in people.iter().copied().map(Of::Person).chain(things) {
        let about = if let Of::Person(person) = of { work.about(grant, person) } else { *grant };
        let found = store::touched(work, &about, of, (from, before), count).await?;
        is_cut |= found.len() == count as usize;
        touches.extend(found);
    }
    touches.sort_by_key(|touch| std::cmp::Reverse(touch.at));
    Ok((touches, is_cut))
}
