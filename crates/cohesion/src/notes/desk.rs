//! All that is on the desk after a session: the record of the group, and for each member who came the facts, the note, and
//! what stands in the way of signing it.

use std::collections::{BTreeMap, BTreeSet};

use notelint::Roster;

use super::concord::{self, Compared};
use super::gather::Gathered;
use super::known::{Names, roster_among};
use super::lint::{Place, look};
use super::{
    Alike, Body, Fact, Format, Found, KeptRecord, Note, NoteState, Shared, deeds, facts, format_of, note, record, store,
};
use crate::access::{Deed, Grant, Standing};
use crate::groups::{self, Group, Seat, SeatState, Session, SessionState};
use crate::id::{PersonId, SessionId};
use crate::work::Work;
use crate::{Result, unless_damaged};

/// What is on the desk.
pub struct Desk {
    /// The group.
    pub group: Group,
    /// The session.
    pub session: Session,
    /// The record of the group, once it is begun.
    pub record: Option<KeptRecord>,
    /// What the plan of the session says for a record that is not begun.
    pub told: Shared,
    /// Names in the record.
    pub found: Vec<Found>,
    /// One for each member who came, by name.
    pub sections: Vec<Section>,
    /// Members whose note cannot be read, and who have no section.
    pub damaged: usize,
    /// The format in which the actor begins a note.
    pub format: Format,
    /// How the actor stands to the group.
    pub standing: Standing,
    /// Those who wrote and signed.
    pub names: Names,
    pub(super) roster: Roster,
}

/// One member's part.
#[derive(Clone, Debug)]
pub struct Section {
    /// Who.
    pub person: PersonId,
    /// The name in the group.
    pub called: String,
    /// What is known of their session.
    pub facts: Vec<Fact>,
    /// The note, once it is begun.
    pub note: Option<Note>,
    /// Names of others in it.
    pub found: Vec<Found>,
    /// A note that it is as good as.
    pub alike: Option<Alike>,
    /// What was said when it was sent back.
    pub sent_back: Option<String>,
    before: Option<String>,
}

impl Section {
    /// The facts as they stand in a note that nobody has edited.
    pub fn filled(&self) -> String {
        facts::lines(&self.facts)
    }

    /// What stands in the fields: the note, or the facts in the actor's format.
    pub fn body(&self, format: Format) -> Body {
        let begun = self.note.as_ref().map(|note| note.body.clone());
        begun.unwrap_or_else(|| Body {
            format,
            parts: format.filled_with(&self.filled()),
            facts: Vec::new(),
            shared: None,
            plain: Vec::new(),
        })
    }

    /// Whether somebody has written more than what was filled in.
    pub fn is_written(&self) -> bool {
        let body = self.note.as_ref().map(|note| &note.body);
        body.is_some_and(|body| {
            let filled = body.format.filled_with(&self.filled());
            body.parts != filled && body.parts.iter().any(|part| !part.trim().is_empty())
        })
    }

    /// Whether it can still be written on.
    pub fn is_open(&self) -> bool {
        self.note.as_ref().is_none_or(|note| note.state == NoteState::Draft)
    }
}

impl Desk {
    /// Whether the actor may write, for drawing the form.
    pub fn may_write(&self) -> bool {
        self.standing.allows(Deed::WriteNotes)
    }

    /// Whether the actor may sign, for drawing the form.
    pub fn may_sign(&self) -> bool {
        self.standing.allows(Deed::SignNote)
    }

    /// Whether notes can be written: the session has begun.
    pub fn is_begun(&self) -> bool {
        is_begun(&self.session)
    }
}

/// Whether there is something to write about.
pub(super) fn is_begun(session: &Session) -> bool {
    matches!(session.state, SessionState::Open | SessionState::Held)
}

/// Reads it, each source once for all members.
pub async fn desk(work: &mut Work<'_>, id: SessionId) -> Result<Desk> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_read(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let record = match store::find_record(work, &grant, id).await? {
        Some(row) => Some(record::open(work, &grant, group.id, row).await?),
        None => None,
    };
    let told = if record.is_none() { record::told(work, &session).await? } else { Shared::default() };
    let seats = groups::seats(work, group.id).await?;
    let roster = roster_among(work, &grant, &seats).await?;
    let (mut sections, damaged) = sections(work, &grant, &group, &session, seats).await?;
    let shared = record.as_ref().map(|record| &record.shared);
    judge(&roster, &mut sections, shared.map(Shared::text).unwrap_or_default().as_str())?;
    let is_open = record.as_ref().is_some_and(|record| record.signed.is_none());
    let found = match shared.filter(|_| is_open) {
        Some(shared) => look(&roster, Place::Shared, shared.parts(), &shared.plain)?,
        None => Vec::new(),
    };
    let names = Names::of(work, &grant, writers(record.as_ref(), &sections)).await?;
    let (format, standing) = (format_of(work).await?, groups::standing(work, group.id).await?);
    Ok(Desk { group, session, record, told, found, sections, damaged, format, standing, names, roster })
}

fn writers(record: Option<&KeptRecord>, sections: &[Section]) -> Vec<PersonId> {
    let of_record = record.into_iter().flat_map(|record| {
        let added = record.added.iter().map(|said| said.by);
        added.chain([record.written_by, record.signed.map(|signed| signed.by)])
    });
    let notes = sections.iter().filter_map(|section| section.note.as_ref());
    let of_notes = notes.flat_map(|note| {
        [
            note.written_by,
            note.signed.map(|signed| signed.by),
            note.waits_for,
            note.countersigned.map(|signed| signed.by),
        ]
    });
    of_record.chain(of_notes).flatten().collect()
}

/// The members who came, or of whom a note is begun.
async fn sections(
    work: &mut Work<'_>,
    grant: &Grant,
    group: &Group,
    session: &Session,
    seats: Vec<Seat>,
) -> Result<(Vec<Section>, usize)> {
    if !is_begun(session) {
        return Ok((Vec::new(), 0));
    }
    let gathered = Gathered::read(work, grant, group, session).await?;
    let written = store::notes_at(work, grant, session.id).await?;
    let (mut notes, damaged) = open_all(work, grant, written).await?;
    let before = store::notes_before(work, grant, group.id, session.starts_at).await?;
    let (mut before, _) = open_all(work, grant, before).await?;
    let mut sent_back = sent_back(work, grant, session).await?;
    let mut sections: Vec<Section> = Vec::new();
    for Seat { person, called, state, .. } in seats {
        let came = match gathered.mark_of(person) {
            Some(mark) => mark.presence.was_there(),
            None => session.state == SessionState::Open && state == SeatState::Active,
        };
        let is_known = sections.iter().any(|section| section.person == person);
        if is_known || damaged.contains(&person) || !(came || notes.contains_key(&person)) {
            continue;
        }
        let note = notes.remove(&person);
        sections.push(Section {
            person,
            called,
            facts: gathered.facts_of(person),
            sent_back: sent_back.remove(&person).filter(|_| is_draft(note.as_ref())),
            note,
            found: Vec::new(),
            alike: None,
            before: before.remove(&person).map(|note| note.body.text()),
        });
    }
    Ok((sections, damaged.len()))
}

fn is_draft(note: Option<&Note>) -> bool {
    note.is_some_and(|note| note.state == NoteState::Draft)
}

/// Notes by whom they are about, and those whose note cannot be read.
async fn open_all(
    work: &mut Work<'_>,
    grant: &Grant,
    rows: Vec<store::NoteRow>,
) -> Result<(BTreeMap<PersonId, Note>, BTreeSet<PersonId>)> {
    let (mut notes, mut damaged) = (BTreeMap::new(), BTreeSet::new());
    for row in rows {
        let (id, person) = (row.id, row.person);
        let about = work.about(grant, person);
        match unless_damaged(note::open(work, &about, row).await, "member_notes", id.0)? {
            Some(note) => drop(notes.insert(person, note)),
            None => drop(damaged.insert(person)),
        }
    }
    Ok((notes, damaged))
}

/// What was said last when a note was sent back.
async fn sent_back(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<BTreeMap<PersonId, String>> {
    let mut said = BTreeMap::new();
    for (id, person, row) in store::sent_back_at(work, grant, session.id).await? {
        let about = work.about(grant, person);
        let opened = note::open_said(work, &about, (id, person, session.group), row).await?;
        said.insert(person, opened.words);
    }
    Ok(said)
}

/// Looks for names in what can still be changed, and compares all notes with each other.
fn judge(roster: &Roster, sections: &mut [Section], shared: &str) -> Result<()> {
    for section in sections.iter_mut().filter(|section| is_draft(section.note.as_ref())) {
        if let Some(note) = &section.note {
            let parts = note.body.parts.iter().map(String::as_str);
            section.found = look(roster, Place::Of(section.person), parts, &note.body.plain)?;
        }
    }
    let texts: Vec<(PersonId, String, String)> = sections
        .iter()
        .filter_map(|section| Some((section.person, section.note.as_ref()?.body.text(), section.filled())))
        .collect();
    let before = |person| sections.iter().find(|section| section.person == person)?.before.as_deref();
    let compared: Vec<Compared<'_>> = texts
        .iter()
        .map(|(person, text, filled)| Compared { person: *person, text, filled, before: before(*person) })
        .collect();
    let alike = concord::alike(&compared, shared);
    for section in sections.iter_mut().filter(|section| is_draft(section.note.as_ref())) {
        section.alike = alike.iter().find(|(person, _)| *person == section.person).map(|(_, alike)| *alike);
    }
    Ok(())
}
