//! Drafts are kept: what was typed, part by part, and never over what somebody else has written meanwhile.

use super::desk::is_begun;
use super::store::{self, NewNote};
use super::{Body, Format, NoteId, Shared, deeds, note, record};
use crate::access::Grant;
use crate::groups::{self, Session};
use crate::hub::Change;
use crate::id::{PersonId, SessionId};
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Scope, Work};
use crate::{Error, Fault, Result};

/// A part of what is written after a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The record of the group.
    Shared,
    /// The note about this member.
    Of(PersonId),
}

/// What was typed into one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The version that was looked at; 0 where nothing was kept yet.
    pub seen: u32,
    /// Its fields.
    pub parts: Vec<String>,
    /// Words in it that are a member's name elsewhere and nobody's here.
    pub plain: Vec<String>,
}

/// What was typed on one page. Parts that nobody touched are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The record of the group.
    pub shared: Option<Typed>,
    /// Notes about members, each in its format.
    pub notes: Vec<(PersonId, Format, Typed)>,
}

/// What became of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Parts that somebody else has changed or signed since they were looked at. Nothing was written over them.
    pub stale: Vec<Part>,
}

/// Keeps what was typed after a session that has begun.
pub async fn keep(work: &mut Work<'_>, id: SessionId, sheet: &Sheet) -> Result<Kept> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_write(work, &session).await?;
    if !is_begun(&session) {
        return Err(Error::Conflict("notes-conflict-not-begun"));
    }
    sheet.check()?;
    let mut kept = Kept::default();
    if let Some(typed) = &sheet.shared {
        let shared = Shared { plain: typed.plain.clone(), ..Shared::of(typed.parts.iter().cloned()) };
        if !record::save(work, &grant, id, session.group, &shared, typed.seen).await? {
            kept.stale.push(Part::Shared);
        }
    }
    if !sheet.notes.is_empty() {
        keep_notes(work, &grant, &session, sheet, &mut kept).await?;
    }
    work.announce(Change::Group(session.group));
    Ok(kept)
}

async fn keep_notes(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    sheet: &Sheet,
    kept: &mut Kept,
) -> Result<()> {
    let begun: Vec<(PersonId, NoteId)> =
        store::notes_at(work, grant, session.id).await?.iter().map(|row| (row.person, row.id)).collect();
    let seats = groups::seats(work, session.group).await?;
    for (person, format, typed) in &sheet.notes {
        if !seats.iter().any(|seat| seat.person == *person) {
            return Err(Error::Conflict("sessions-conflict-seat"));
        }
        let about = work.about(grant, *person);
        let (parts, plain) = (typed.parts.clone(), typed.plain.clone());
        let body = Body { format: *format, parts, facts: Vec::new(), shared: None, plain };
        let known = begun.iter().find(|(about, _)| about == person).map(|(_, id)| *id);
        let is_kept = match (known, typed.seen) {
            (None, 0) => begin(work, &about, session, *person, &body).await?,
            (Some(id), seen) if seen > 0 => rewrite(work, &about, (id, *person, session), seen, &body).await?,
            _ => false,
        };
        if !is_kept {
            kept.stale.push(Part::Of(*person));
        }
    }
    Ok(())
}

async fn begin(work: &mut Work<'_>, grant: &Grant, session: &Session, person: PersonId, body: &Body) -> Result<bool> {
    let (id, group) = (NoteId::random()?, session.group);
    let sealed = work.seal(Scope::Membership(group, person), note::cell(id, 1), body).await?;
    let new = NewNote { id, session: session.id, person, group, session_at: session.starts_at };
    store::insert_note(work, grant, &new, sealed).await
}

/// Writes over the version that was looked at, if it is still the last one and a draft.
pub(super) async fn rewrite(
    work: &mut Work<'_>,
    grant: &Grant,
    (id, person, session): (NoteId, PersonId, &Session),
    seen: u32,
    body: &Body,
) -> Result<bool> {
    let scope = Scope::Membership(session.group, person);
    let sealed = work.seal(scope, note::cell(id, seen + 1), body).await?;
    store::save_draft(work, grant, id, seen, sealed).await
}

impl Sheet {
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (field, text) in self.fields() {
            if text.chars().count() > TEXT_CHARS_MAX {
                faults.push(Fault::new(field, "fault-long"));
            }
        }
        for (_, format, typed) in &self.notes {
            if typed.parts.len() != format.fields().len() {
                return Err(Error::bug("a note with other fields than its format has"));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }

    /// Every field by the name that it has in the form.
    fn fields(&self) -> impl Iterator<Item = (String, &str)> {
        let shared = self.shared.iter().flat_map(|typed| typed.parts.iter().enumerate());
        let shared = shared.map(|(at, text)| (Part::Shared.field(at), text.as_str()));
        let notes = self.notes.iter().flat_map(|(person, _, typed)| {
            typed.parts.iter().enumerate().map(|(at, text)| (Part::Of(*person).field(at), text.as_str()))
        });
        shared.chain(notes)
    }
}

impl Part {
    /// The name of one of its fields in the form.
    pub(super) fn field(self, at: usize) -> String {
        match self {
            Self::Shared => format!("shared-{at}"),
            Self::Of(person) => format!("part-{person}-{at}"),
        }
    }
}
