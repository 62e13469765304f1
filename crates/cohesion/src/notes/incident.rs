//! Something happened at a meeting: what it was, what was done and who was told, without a name. Somebody has to close it.

use serde::{Deserialize, Serialize};

use super::desk::is_begun;
use super::elsewhere::{names_among, names_in};
use super::{Found, Place, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Session};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::limits::TEXT_CHARS_MAX;
use crate::notices::{Kind, tell};
use crate::safety::duty;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

crate::ids! {
    /// Something that happened at a meeting.
    IncidentId;
}

/// What is written of it. Nobody who takes part is named in it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// What happened.
    pub happened: String,
    /// What was done.
    pub done: String,
    /// Who was told.
    pub told: String,
    /// What is still to be done.
    pub follow_up: String,
}

impl std::fmt::Debug for Incident {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Incident([sealed])")
    }
}

impl Incident {
    /// The names of its fields in a form.
    pub const FIELDS: [&'static str; 4] = ["happened", "done", "told", "follow-up"];

    /// Its parts, in the order of [`Incident::FIELDS`].
    pub fn texts(&self) -> [String; 4] {
        [self.happened.clone(), self.done.clone(), self.told.clone(), self.follow_up.clone()]
    }

    /// One of these parts.
    pub fn of([happened, done, told, follow_up]: [String; 4]) -> Self {
        Self { happened, done, told, follow_up }
    }

    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (field, text) in Self::FIELDS.into_iter().zip(self.texts()) {
            match text.trim().chars().count() {
                0 if field != "follow-up" => faults.push(Fault::new(field, "fault-empty")),
                length if length > TEXT_CHARS_MAX => faults.push(Fault::new(field, "fault-long")),
                _ => {}
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

/// How somebody closed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What came of it.
    pub words: String,
}

/// An incident as it is kept.
#[derive(Clone, Debug)]
pub struct KeptIncident {
    /// Its id.
    pub id: IncidentId,
    /// The meeting.
    pub session: SessionId,
    /// The group.
    pub group: GroupId,
    /// What is written of it.
    pub incident: Incident,
    /// When it was written.
    pub at: Timestamp,
    /// How it was closed; nothing while it is open.
    pub closing: Option<Closing>,
}

/// What became of words in which names are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written<T> {
    /// They are kept.
    Kept(T),
    /// They name somebody, and were not kept.
    Names(Vec<Found>),
}

/// Puts it on record, and gives it to those on duty; where nobody is, to all who facilitate the group.
pub async fn report(work: &mut Work<'_>, id: SessionId, incident: &Incident) -> Result<Written<IncidentId>> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_report(work, &session).await?;
    if !is_begun(&session) {
        return Err(Error::Conflict("notes-conflict-not-begun"));
    }
    incident.check()?;
    let found = names_in(work, &grant, (session.group, Place::Shared), &incident.texts(), &[]).await?;
    if !found.is_empty() {
        return Ok(Written::Names(found));
    }
    let id = IncidentId::random()?;
    let sealed = work.seal(Scope::Group(session.group), words_cell(id), incident).await?;
    store::insert_incident(work, &grant, (id, session.id, session.group), sealed).await?;
    for person in who_closes(work, session.group).await? {
        tell(work, person, Kind::IncidentWaits, id.0, 0).await?;
    }
    work.announce(Change::Group(session.group));
    Ok(Written::Kept(id))
}

async fn who_closes(work: &mut Work<'_>, group: GroupId) -> Result<Vec<PersonId>> {
    if let Some(duty) = duty(work, Some(group)).await? {
        return Ok(vec![duty.reader, duty.backup]);
    }
    Ok(groups::leaders(work, group).await?.into_iter().map(|leader| leader.person).collect())
}

/// One incident, for those on duty and those who facilitate.
pub async fn incident(work: &mut Work<'_>, id: IncidentId) -> Result<KeptIncident> {
    let row = store::find_incident(work, id).await?;
    let grant = deeds::may_see_incident(work, &row, Deed::SeeIncident).await?;
    open(work, &grant, row).await
}

/// The incidents of one meeting, the newest first.
pub async fn incidents_at(work: &mut Work<'_>, session: &Session) -> Result<Vec<KeptIncident>> {
    let grant = deeds::may_report(work, session).await?;
    let mut kept = Vec::new();
    for row in store::incidents_at(work, &grant, session.id).await? {
        kept.push(open(work, &grant, row).await?);
    }
    Ok(kept)
}

/// The open incidents that the actor could close: ids and times, nothing of what happened.
pub async fn open_incidents(work: &mut Work<'_>) -> Result<Vec<(IncidentId, Timestamp)>> {
    let mut open = Vec::new();
    for row in store::open_incidents(work).await? {
        let standing = deeds::standing_at_incident(work, row.group).await?;
        if standing.allows(Deed::CloseIncident) {
            open.push((row.id, row.at));
        }
    }
    Ok(open)
}

/// Closes it, with what came of it. While anybody is on duty, whoever wrote it does not close it.
pub async fn close_incident(work: &mut Work<'_>, id: IncidentId, words: &str) -> Result<Written<()>> {
    let row = store::find_incident(work, id).await?;
    let grant = deeds::may_see_incident(work, &row, Deed::CloseIncident).await?;
    match words.trim().chars().count() {
        0 => return Err(Error::invalid("closing", "fault-empty")),
        length if length > TEXT_CHARS_MAX => return Err(Error::invalid("closing", "fault-long")),
        _ => {}
    }
    let is_own = row.by.is_some() && row.by == work.actor().person();
    if is_own && duty(work, Some(row.group)).await?.is_some() {
        return Err(Error::Conflict("notes-conflict-own-incident"));
    }
    let seats = groups::seated(work, &grant, row.group).await?.into_iter();
    let shown: Vec<_> = seats.map(|seat| (seat.person, seat.called)).collect();
    let found = names_among(&shown, Place::Shared, &[words.to_owned()])?;
    if !found.is_empty() {
        return Ok(Written::Names(found));
    }
    let sealed = work.seal(Scope::Group(row.group), closing_cell(id), words).await?;
    if !store::close_incident(work, &grant, id, sealed).await? {
        return Err(Error::Conflict("notes-conflict-incident-closed"));
    }
    work.announce(Change::Group(row.group));
    Ok(Written::Kept(()))
}

async fn open(work: &mut Work<'_>, grant: &Grant, row: store::IncidentRow) -> Result<KeptIncident> {
    let (id, group, scope) = (row.id, row.group, Scope::Group(row.group));
    let incident = work.open(grant, scope, words_cell(id), &row.words).await?;
    let closing = match row.closed {
        Some((by, at, words)) => {
            Some(Closing { by, at, words: work.open(grant, scope, closing_cell(id), &words).await? })
        }
        None => None,
    };
    Ok(KeptIncident { id, session: row.session, group, incident, at: row.at, closing })
}

/// Whether there are incidents in this group at all.
pub(super) async fn has_form(work: &mut Work<'_>, group: GroupId) -> Result<()> {
    groups::charter_of(work, group).await?.allow(Capability::IncidentForm)
}

const fn words_cell(id: IncidentId) -> Cell {
    Cell::of("incidents", "words", id.0)
}

const fn closing_cell(id: IncidentId) -> Cell {
    Cell::of("incidents", "closing", id.0)
}
