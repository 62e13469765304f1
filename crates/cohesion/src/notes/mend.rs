//! One tap: a name in a draft becomes "another member".

use notelint::Hit;

use super::desk::desk;
use super::keep::{Part, rewrite};
use super::lint::{Place, look, replaced};
use super::{Body, Shared, deeds, record};
use crate::hub::Change;
use crate::id::SessionId;
use crate::work::Work;
use crate::{Error, Result, groups};

/// What is to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mending {
    /// In which part.
    pub part: Part,
    /// One place: the field, its first character and one past its last. Nothing for every name in the part.
    pub only: Option<(usize, usize, usize)>,
}

/// Replaces names in a draft. A place that is no name any more stays as it is.
pub async fn mend(work: &mut Work<'_>, id: SessionId, mending: Mending) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_write(work, &session).await?;
    let desk = desk(work, id).await?;
    let is_kept = match mending.part {
        Part::Shared => {
            let Some(kept) = desk.record.filter(|record| record.signed.is_none()) else { return Ok(()) };
            let parts = mended(&desk.roster, Place::Shared, &kept.shared.parts(), mending)?;
            record::save(work, &grant, id, session.group, &Shared::of(parts), kept.version).await?
        }
        Part::Of(person) => {
            let section = desk.sections.into_iter().find(|section| section.person == person && section.is_open());
            let Some(note) = section.and_then(|section| section.note) else { return Ok(()) };
            let about = work.about(&grant, person);
            let parts: Vec<&str> = note.body.parts.iter().map(String::as_str).collect();
            let parts = mended(&desk.roster, Place::Of(person), &parts, mending)?;
            let body = Body { parts, ..note.body };
            rewrite(work, &about, (note.id, person, &session), note.version, &body).await?
        }
    };
    work.announce(Change::Group(session.group));
    if is_kept { Ok(()) } else { Err(Error::Conflict("notes-conflict-changed")) }
}

fn mended(roster: &notelint::Roster, place: Place, parts: &[&str], mending: Mending) -> Result<Vec<String>> {
    let found = look(roster, place, parts.iter().copied())?;
    let is_meant = |field: usize, hit: &Hit| mending.only.is_none_or(|only| only == (field, hit.start, hit.end));
    let mend = |(field, text): (usize, &&str)| {
        let hits = found.iter().filter(|found| found.field == field).flat_map(|found| &found.hits);
        let hits: Vec<Hit> = hits.filter(|hit| is_meant(field, hit)).cloned().collect();
        replaced(text, &hits)
    };
    Ok(parts.iter().enumerate().map(mend).collect())
}
