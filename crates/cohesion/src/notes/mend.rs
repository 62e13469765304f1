//! One tap: a name in a draft becomes "another member", or is called the plain word that it is.

use notelint::{Hit, Roster};

use super::desk::desk;
use super::keep::{Part, rewrite};
use super::lint::{Place, look, plain_word, replaced};
use super::{Body, Shared, deeds, record};
use crate::hub::Change;
use crate::id::SessionId;
use crate::work::Work;
use crate::{Error, Result, groups};

/// How a name is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It becomes "another member".
    Replace,
    /// It is nobody's name here, and stays.
    Plain,
}

/// Which names of a text are mended, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fix {
    /// One place: the field, its first character and one past its last. Nothing for every name.
    pub only: Option<(usize, usize, usize)>,
    /// How.
    pub how: How,
}

impl Fix {
    /// Every name becomes "another member".
    pub const ALL: Self = Self { only: None, how: How::Replace };

    /// What a button of a form asks for, and of which part of it: `mend-letter`, `plain-letter-1-10-12`. Nothing for a
    /// button that mends no names.
    pub fn of_button(value: &str) -> Option<(&str, Self)> {
        let mut asked = value.split('-');
        let how = match asked.next()? {
            "mend" => How::Replace,
            "plain" => How::Plain,
            _ => return None,
        };
        let part = asked.next()?;
        let place: Vec<usize> = asked.filter_map(|number| number.parse().ok()).collect();
        let only = if let [field, start, end] = place[..] { Some((field, start, end)) } else { None };
        Some((part, Self { only, how }))
    }
}

/// Mends names in a draft. A place that is no name any more stays as it is.
pub async fn mend(work: &mut Work<'_>, id: SessionId, part: Part, fix: Fix) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_write(work, &session).await?;
    let desk = desk(work, id).await?;
    let is_kept = match part {
        Part::Shared => {
            let Some(kept) = desk.record.filter(|record| record.signed.is_none()) else { return Ok(()) };
            let Shared { plain, .. } = kept.shared.clone();
            let (parts, plain) = mended(&desk.roster, Place::Shared, &kept.shared.parts(), plain, fix)?;
            let shared = Shared { plain, ..Shared::of(parts) };
            record::save(work, &grant, id, session.group, &shared, kept.version).await?
        }
        Part::Of(person) => {
            let section = desk.sections.into_iter().find(|section| section.person == person && section.is_open());
            let Some(note) = section.and_then(|section| section.note) else { return Ok(()) };
            let about = work.about(&grant, person);
            let parts: Vec<&str> = note.body.parts.iter().map(String::as_str).collect();
            let (parts, plain) = mended(&desk.roster, Place::Of(person), &parts, note.body.plain.clone(), fix)?;
            let body = Body { parts, plain, ..note.body };
            rewrite(work, &about, (note.id, person, &session), note.version, &body).await?
        }
    };
    work.announce(Change::Group(session.group));
    if is_kept { Ok(()) } else { Err(Error::Conflict("notes-conflict-changed")) }
}

/// The fields and the plain words as they are then.
pub(super) fn mended(
    roster: &Roster,
    place: Place,
    parts: &[&str],
    mut plain: Vec<String>,
    fix: Fix,
) -> Result<(Vec<String>, Vec<String>)> {
    let found = look(roster, place, parts.iter().copied(), &plain)?;
    let is_meant = |field: usize, hit: &Hit| fix.only.is_none_or(|only| only == (field, hit.start, hit.end));
    let mut mended = Vec::new();
    for (field, text) in parts.iter().enumerate() {
        let hits = found.iter().filter(|found| found.field == field).flat_map(|found| &found.hits);
        let hits: Vec<Hit> = hits.filter(|hit| is_meant(field, hit)).cloned().collect();
        match fix.how {
            How::Replace => mended.push(replaced(text, &hits)),
            How::Plain => {
                plain.extend(hits.iter().filter_map(|hit| plain_word(text, hit)));
                mended.push((*text).to_owned());
            }
        }
    }
    Ok((mended, plain))
}
