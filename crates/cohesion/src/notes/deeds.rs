//! What may be asked about notes.

use super::NoteId;
use super::countersign::Waits;
use super::incident::has_form;
use super::store::{self, IncidentRow, NoteRow, WaitingRow};
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups::{self, Capability, Session};
use crate::id::{GroupId, PersonId, SessionId};
use crate::safety::duty;
use crate::work::Work;
use crate::{Error, Result, practice};

/// May the actor read what was written after this session?
pub(super) async fn may_read(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    ask_in(work, Deed::ReadNotes, session).await
}

/// May the actor write after this session?
pub(super) async fn may_write(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    ask_in(work, Deed::WriteNotes, session).await
}

/// The same, before anything else is looked at.
pub(super) async fn may_write_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_write(work, &session).await.map(|_| ())
}

/// May the actor sign what was written after this session?
pub(super) async fn may_sign(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    ask_in(work, Deed::SignNote, session).await
}

async fn ask_in(work: &mut Work<'_>, deed: Deed, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::MemberNotes)?;
    let standing = groups::standing(work, session.group).await?;
    work.ask(deed, standing, About::thing(session.id.0))
}

/// May the actor read this note: as one who leads the group, or is asked to sign it?
pub(super) async fn may_read_note(work: &mut Work<'_>, note: &NoteRow) -> Result<Grant> {
    ask_about(work, Deed::ReadNotes, note).await
}

/// May the actor add to this note?
pub(super) async fn may_add(work: &mut Work<'_>, note: &NoteRow) -> Result<Grant> {
    ask_about(work, Deed::SignNote, note).await
}

/// The same, before anything else is looked at.
pub(super) async fn may_add_to(work: &mut Work<'_>, id: NoteId) -> Result<()> {
    let row = store::find_note(work, id).await?;
    may_add(work, &row).await.map(|_| ())
}

/// May the actor sign this note beside a trainee, or send it back?
pub(super) async fn may_countersign(work: &mut Work<'_>, row: &WaitingRow) -> Result<Grant> {
    let standing = standing_beside(work, row).await?;
    work.ask(Deed::CountersignNote, standing, About::of(row.person, row.id.0))
}

/// Whether a note that waits can be signed by the actor. For a queue, where a no is no refusal.
pub(super) async fn waits_for_actor(work: &mut Work<'_>, row: &WaitingRow) -> Result<bool> {
    let is_own = row.asked().by == work.actor().person();
    Ok(!is_own && standing_beside(work, row).await?.allows(Deed::CountersignNote))
}

async fn ask_about(work: &mut Work<'_>, deed: Deed, note: &NoteRow) -> Result<Grant> {
    let standing = standing(work, &note.waiting()).await?;
    work.ask(deed, standing, About::of(note.person, note.id.0))
}

/// How the actor stands to a note. Whoever is asked to sign it supervises it, also where they have no part in the group.
pub(super) async fn standing(work: &mut Work<'_>, row: &WaitingRow) -> Result<Standing> {
    let standing = groups::standing(work, row.group).await?;
    practice::standing_to(work, row.asked(), standing).await
}

/// The same for signing it beside a trainee.
async fn standing_beside(work: &mut Work<'_>, row: &WaitingRow) -> Result<Standing> {
    let standing = standing(work, row).await?;
    practice::standing_beside(work, standing).await
}

/// May the actor see what waits for them: as a supervisor of a group with notes or of somebody in training, or because
/// something waits? Decided before it is asked, so that a page with something on it is no refusal.
pub(super) async fn may_supervise(work: &mut Work<'_>, waits: Waits) -> Result<Grant> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut standing = Standing::NONE;
    for group in groups::groups_led_by(work).await? {
        if group.charter.allow(Capability::MemberNotes).is_ok() {
            standing = standing.and(groups::leading(work, group.id).await?);
        }
    }
    if matches!(waits, Waits::Something) || practice::supervises(work, person).await? {
        standing = standing.with(Tie::Supervisor);
    }
    work.ask(Deed::CountersignNote, standing, About::NOTHING)
}

/// The groups in which the actor may read notes about a person, each with the yes: those with a note, and where they sit now.
pub(super) async fn may_read_about(
    work: &mut Work<'_>,
    person: PersonId,
    with_notes: &[GroupId],
) -> Result<Vec<(GroupId, Grant)>> {
    let mut groups: Vec<GroupId> = groups::seated_in(work, person).await?;
    groups.extend(with_notes);
    groups.sort();
    groups.dedup();
    let mut readable = Vec::new();
    for group in groups {
        let standing = groups::standing(work, group).await?;
        let has_notes = groups::charter_of(work, group).await?.allow(Capability::MemberNotes).is_ok();
        if has_notes && standing.allows(Deed::ReadNotes) {
            readable.push((group, work.ask(Deed::ReadNotes, standing, About::of(person, group.0))?));
        }
    }
    if readable.is_empty() {
        work.ask(Deed::ReadNotes, Standing::NONE, About::person(person))?;
    }
    Ok(readable)
}

/// May the actor read who it is whose notes these are?
pub(super) async fn may_read_person(work: &mut Work<'_>, person: PersonId, groups: &[GroupId]) -> Result<Grant> {
    let readable = may_read_about(work, person, groups).await?;
    readable.into_iter().next().map(|(_, grant)| grant).ok_or(Error::NotFound)
}

/// May the actor choose in which fields they write? Their own affair.
pub(super) fn may_choose(work: &mut Work<'_>) -> Result<(PersonId, Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = work.ask(Deed::ChangeOwnLook, Standing::NONE, About::person(person))?;
    Ok((person, grant))
}

/// May the actor read their own process note? Only the author is asked about, and only the author is one.
pub(super) async fn may_read_own(work: &mut Work<'_>, session: &Session) -> Result<(PersonId, Grant)> {
    ask_own(work, Deed::ReadProcessNote, session).await
}

/// May the actor write a process note of their own?
pub(super) async fn may_write_own(work: &mut Work<'_>, session: &Session) -> Result<(PersonId, Grant)> {
    ask_own(work, Deed::WriteProcessNote, session).await
}

async fn ask_own(work: &mut Work<'_>, deed: Deed, session: &Session) -> Result<(PersonId, Grant)> {
    groups::charter_of(work, session.group).await?.allow(Capability::ProcessNotes)?;
    let person = work.actor().person().ok_or(Error::NotFound)?;
    // Whoever leads may reflect on it; the yes is about their own words all the same.
    let leads = groups::leading(work, session.group).await?.allows(Deed::WriteNotes);
    let about = if leads { About::of(person, session.id.0) } else { About::thing(session.id.0) };
    let grant = work.ask(deed, Standing::NONE, about)?;
    Ok((person, grant))
}

/// May the actor keep the log of this meeting?
pub(super) async fn may_keep_log(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::MeetingLog)?;
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::KeepMeetingLog, standing, About::thing(session.id.0))
}

/// May the actor put on record what happened at this meeting?
pub(super) async fn may_report(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    has_form(work, session.group).await?;
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::ReportIncident, standing, About::thing(session.id.0))
}

/// May the actor read this incident, or close it?
pub(super) async fn may_see_incident(work: &mut Work<'_>, row: &IncidentRow, deed: Deed) -> Result<Grant> {
    has_form(work, row.group).await?;
    let standing = standing_at_incident(work, row.group).await?;
    work.ask(deed, standing, About::thing(row.id.0))
}

/// How the actor stands to what happened in a group: as one who leads it, or who is on duty for it.
pub(super) async fn standing_at_incident(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    let standing = groups::standing(work, group).await?;
    let person = work.actor().person();
    let duty = duty(work, Some(group)).await?;
    let is_on_duty = duty.is_some_and(|duty| [Some(duty.reader), Some(duty.backup)].contains(&person));
    Ok(if is_on_duty { standing.with(Tie::OnDuty) } else { standing })
}
