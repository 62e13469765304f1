//! The log for whoever runs the site: when, who of the staff, which deed, and whether it was allowed. Never whose record.

use super::opened::{Names, Opener};
use super::store::{self, KeptLine, Sought};
use super::verify::{Tip, tip};
use crate::access::{About, Deed, Grant};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::limits::PAGE_ROWS_MAX;
use crate::work::Work;
use crate::{Error, Result, practice};

/// Which part of the log is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// From this moment.
    pub from: Timestamp,
    /// Up to this one.
    pub until: Timestamp,
    /// This deed alone.
    pub deed: Option<Deed>,
    /// What this colleague did alone.
    pub colleague: Option<PersonId>,
    /// Entries before this one, for a further page.
    pub before: Option<i64>,
}

/// Who did it.
pub type Teller = Opener;

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who; members stay unnamed.
    pub who: Teller,
    /// Their id, of whoever works here or did.
    pub colleague: Option<PersonId>,
    /// The deed's word.
    pub deed: String,
    /// The word of the tie that allowed it, or `refused`.
    pub outcome: String,
}

/// A page of the log, the newest entry first, and how the whole of it stands.
pub async fn log(work: &mut Work<'_>, day: Day) -> Result<(Vec<Line>, Tip)> {
    let standing = practice::roles(work).await?;
    let grant = work.ask(Deed::SeeAuditLog, standing, About::NOTHING)?;
    if let Some(person) = day.colleague
        && !practice::has_worked_here(work, &grant, person).await?
    {
        return Err(Error::NotFound);
    }
    let tip = tip(work, &grant).await?;
    let from = first_since(work, &grant, day.from, tip.links).await?;
    let until = first_since(work, &grant, day.until, tip.links).await?;
    let before = day.before.map_or(until, |before| before.min(until));
    let sought = Sought { from, before, deed: day.deed.map(Deed::code), colleague: day.colleague };
    let kept = store::lines(work, &grant, sought, PAGE_ROWS_MAX).await?;
    let mut names = Names::default();
    let mut lines = Vec::with_capacity(kept.len());
    for KeptLine { seq, at, actor, deed, outcome } in kept {
        let who = names.opener(work, &grant, actor, &outcome).await?;
        let colleague = actor.filter(|_| matches!(who, Opener::Colleague { .. }));
        lines.push(Line { seq, at, who, colleague, deed, outcome });
    }
    Ok((lines, tip))
}

/// The number of the first entry that is not older than `moment`. The log is in the order of time, so halving finds it
/// without an index that each act would have to keep up.
pub(super) async fn first_since(work: &mut Work<'_>, grant: &Grant, moment: Timestamp, links: i64) -> Result<i64> {
    let (mut low, mut high) = (1, links + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        match store::time_of(work, grant, middle).await? {
            Some(at) if at < moment => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok(low)
}
