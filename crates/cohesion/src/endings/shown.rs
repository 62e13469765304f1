//! What the page of one summary shows, read in one unit of work.

use super::{Summary, deeds, store, summary, summary_at};
use crate::Result;
use crate::access::Deed;
use crate::groups::{self, Group};
use crate::id::{GroupId, PersonId, SeatId};
use crate::notes::Names;
use crate::work::Work;

/// Which summary it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// That of the member's latest time in the group, to write on.
    Latest(GroupId, PersonId),
    /// That of one time in it, to read and to sign beside.
    At(SeatId),
}

/// One summary with all that stands around it.
pub(super) struct Shown {
    pub summary: Summary,
    /// The group, for those with a part in it. Whoever is only asked to sign sees nothing of it.
    pub group: Option<Group>,
    /// Whether the actor may write on it and give it out here.
    pub may_write: bool,
    /// Whether it waits for the actor's signature.
    pub may_countersign: bool,
    /// Those who signed, are asked to sign beside, or sent it back.
    pub names: Names,
}

/// Reads it.
pub(super) async fn shown(work: &mut Work<'_>, which: Which) -> Result<Shown> {
    let (summary, is_latest) = match which {
        Which::Latest(group, person) => (summary(work, group, person).await?, true),
        Which::At(seat) => (summary_at(work, seat).await?, false),
    };
    let (grant, may_countersign) = match store::find_summary(work, summary.seat).await? {
        Some(row) => {
            let waits = summary.is_waiting && deeds::waits_for_actor(work, &row.waiting()).await?;
            (deeds::may_read_row(work, &row.waiting()).await?, waits)
        }
        None => (deeds::may_read(work, summary.group, summary.person).await?, false),
    };
    let standing = deeds::standing(work, summary.group).await?;
    let group =
        if standing.allows(Deed::SeeEnding) { Some(groups::group(work, &grant, summary.group).await?) } else { None };
    let signed = [summary.signed, summary.countersigned].into_iter().flatten().map(|signed| signed.by);
    let returned = summary.body.returned.as_ref().map(|returned| returned.by);
    let names = Names::of(work, &grant, signed.chain(summary.waits_for).chain(returned)).await?;
    let may_write = is_latest && standing.allows(Deed::WriteSummary);
    Ok(Shown { summary, group, may_write, may_countersign, names })
}
