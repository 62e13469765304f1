//! Signing: what stands in the way, decided in one pure place, and the seal.

use super::desk::{Desk, Section, desk};
use super::store::{self, NoteRow};
use super::{Alike, Body, Found, KeptRecord, NoteState, Shared, Signature, deeds, note, record};
use crate::access::Grant;
use crate::groups::{self, Session};
use crate::hub::Change;
use crate::id::{PersonId, SessionId};
use crate::limits::NOTE_LATE_AFTER;
use crate::work::{Scope, Work};
use crate::{Error, Result, practice};

/// What is to be signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// Whose notes; nobody in particular for every draft that there is.
    pub people: Vec<PersonId>,
    /// Those whose likeness to another note was shown, and who are to be signed all the same.
    pub shown_alike: Vec<PersonId>,
}

/// What became of one note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is signed, and stays as it is.
    Signed,
    /// It waits for whoever supervises the trainee who signed it.
    Waits,
    /// It was signed before. Nothing changed.
    Already,
    /// Nobody has written anything beside the facts.
    Unwritten,
    /// The record of the group says nothing yet.
    SharedUnwritten,
    /// The record of the group names somebody.
    SharedNames,
    /// It names somebody else.
    Names(Vec<Found>),
    /// It is as good as another note, which was not shown yet.
    Alike(Alike),
}

/// Signs notes of a session, and its record with the first of them. What stands in the way of one leaves the others alone.
pub async fn sign(work: &mut Work<'_>, id: SessionId, signing: &Signing) -> Result<Vec<(PersonId, Outcome)>> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_sign(work, &session).await?;
    let by = Signature { by: work.actor().person().ok_or(Error::NotFound)?, at: work.now() };
    let mut desk = desk(work, id).await?;
    let supervisor = practice::supervisor_of(work, by.by).await?;
    let mut outcomes = Vec::new();
    for section in std::mem::take(&mut desk.sections) {
        if !signing.means(&section) {
            continue;
        }
        let outcome = if let Some(outcome) = stands_in_the_way(&desk, &section, signing) {
            outcome
        } else {
            let shared = sign_record(work, &grant, &session, &mut desk.record, by).await?;
            seal_for_ever(work, &grant, &session, &section, shared, (by, supervisor)).await?
        };
        outcomes.push((section.person, outcome));
    }
    work.announce(Change::Group(session.group));
    Ok(outcomes)
}

impl Signing {
    fn means(&self, section: &Section) -> bool {
        let is_every_draft = self.people.is_empty() && section.note.is_some() && section.is_open();
        is_every_draft || self.people.contains(&section.person)
    }
}

/// Why a note cannot be signed; nothing where it can.
fn stands_in_the_way(desk: &Desk, section: &Section, signing: &Signing) -> Option<Outcome> {
    let record = desk.record.as_ref();
    let was_shown = signing.shown_alike.contains(&section.person);
    if !section.is_open() {
        Some(Outcome::Already)
    } else if !section.is_written() {
        Some(Outcome::Unwritten)
    } else if !section.found.is_empty() {
        Some(Outcome::Names(section.found.clone()))
    } else if record.is_none_or(|record| !record.shared.is_written()) {
        Some(Outcome::SharedUnwritten)
    } else if !desk.found.is_empty() {
        Some(Outcome::SharedNames)
    } else {
        section.alike.filter(|_| !was_shown).map(Outcome::Alike)
    }
}

/// Signs the record, once, and answers what it says.
async fn sign_record(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    kept: &mut Option<KeptRecord>,
    by: Signature,
) -> Result<Shared> {
    let record = kept.as_mut().ok_or_else(|| Error::bug("a note is signed before its record is written"))?;
    if record.signed.is_none() {
        record::seal_for_ever(work, grant, session.group, record).await?;
        record.signed = Some(by);
    }
    Ok(record.shared.clone())
}

async fn seal_for_ever(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    section: &Section,
    shared: Shared,
    (by, supervisor): (Signature, Option<PersonId>),
) -> Result<Outcome> {
    let note = section.note.as_ref().ok_or_else(|| Error::bug("a note is signed that is not begun"))?;
    let about = work.about(grant, note.person);
    let body = Body { facts: section.facts.clone(), shared: Some(shared), ..note.body.clone() };
    let scope = Scope::Membership(note.group, note.person);
    let sealed = work.seal(scope, note::cell(note.id, note.version + 1), &body).await?;
    let state = NoteState::after_signing(supervisor);
    let is_late = by.at > session.ends_at + NOTE_LATE_AFTER;
    store::save_signature(work, &about, (note.id, note.version), sealed, (state, by, is_late, supervisor)).await?;
    Ok(if state == NoteState::Waiting { Outcome::Waits } else { Outcome::Signed })
}

/// Whether a row can be added to: it is signed, and signed to the end.
pub(super) fn is_closed(row: &NoteRow) -> Result<()> {
    match row.state {
        NoteState::Signed => Ok(()),
        NoteState::Draft | NoteState::Waiting => Err(Error::Conflict("notes-conflict-not-signed")),
    }
}
