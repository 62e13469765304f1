//! The summary of a member is written on: a draft is kept, and never over what somebody else has written meanwhile.

use super::summary::{cell, open, summary};
use super::{Body, deeds, store};
use crate::groups;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::TEXT_CHARS_MAX;
use crate::notes::{Fix, Place, mended_in};
use crate::work::{Scope, Work};
use crate::{Error, Fault, Result};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The version that was looked at; 0 where nothing was kept yet.
    pub seen: u32,
    /// In the order of [`Body::FIELDS`].
    pub parts: Vec<String>,
    /// Words that somebody has said are nobody's name here.
    pub plain: Vec<String>,
}

/// Keeps a draft, and answers its version.
pub async fn write(work: &mut Work<'_>, group: GroupId, person: PersonId, written: &Written) -> Result<u32> {
    let grant = deeds::may_write(work, group, person).await?;
    let seat = groups::seat_of(work, group, person).await?.ok_or(Error::NotFound)?;
    check(written)?;
    let returned = match store::find_summary(work, seat.id).await? {
        Some(row) if row.signed.is_none() => open(work, &grant, row).await?.returned,
        _ => None,
    };
    let body = Body { facts: Vec::new(), parts: written.parts.clone(), plain: written.plain.clone(), returned };
    let next = written.seen + 1;
    let sealed = work.seal(Scope::Membership(group, person), cell(seat.id, next), &body).await?;
    let is_kept = match written.seen {
        0 => store::insert_summary(work, &grant, (seat.id, group, person), sealed).await?,
        seen => store::save_summary(work, &grant, seat.id, seen, sealed).await?,
    };
    if !is_kept {
        return Err(Error::Conflict("endings-conflict-changed"));
    }
    work.announce(Change::Group(group));
    Ok(next)
}

fn check(written: &Written) -> Result<()> {
    if written.parts.len() != Body::FIELDS.len() {
        return Err(Error::bug("a summary with other fields than it has"));
    }
    let long = written.parts.iter().enumerate().filter(|(_, part)| part.chars().count() > TEXT_CHARS_MAX);
    let faults: Vec<Fault> = long.map(|(at, _)| Fault::new(format!("part-{at}"), "fault-long")).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// Mends names of other members in the draft.
pub async fn mend(work: &mut Work<'_>, group: GroupId, person: PersonId, fix: Fix) -> Result<()> {
    let grant = deeds::may_write(work, group, person).await?;
    let kept = summary(work, group, person).await?;
    let Body { parts, plain, .. } = kept.body;
    let (parts, plain) = mended_in(work, &grant, (group, Place::Of(person)), (&parts, plain), fix).await?;
    write(work, group, person, &Written { seen: kept.version, parts, plain }).await.map(|_| ())
}
