//! The door of a live room: what a member answers before they come in. Sealed, for those who lead, and gone with the session.

use ::floor::hall::{Meets, Privacy, SeatKind};
use serde::{Deserialize, Serialize};

use super::signed::{check_signed, due_at_door, way_to_sign};
use super::visit::check_hour;
use crate::access::Grant;
use crate::agreements::Due;
use crate::groups::{self, Capability, Group, Session};
use crate::id::{EnrolmentId, PersonId, SessionId};
use crate::limits::{CONTACT_CHARS_MAX, LINE_CHARS_MAX};
use crate::room::press::own_name;
use crate::room::sitting_in::{Allows, own_answer};
use crate::room::ways::ways_of;
use crate::room::{deeds, store};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// Whether a member agrees that their talk time is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counting {
    /// Yes.
    Agreed,
    /// No: numbers of theirs never exist.
    #[default]
    Refused,
}

/// What was answered at the door.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// How they take part.
    pub kind: SeatKind,
    /// Whether anybody near could listen.
    pub privacy: Privacy,
    /// Where they are, should help be needed there; empty where it is not asked.
    pub whereabouts: String,
    /// On which number they can be called back; empty where it is not asked.
    pub call_back: String,
    /// Whether their talk time is counted.
    pub counting: Counting,
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Answers([sealed])")
    }
}

impl Answers {
    /// Of whoever is in the room with the group nothing else is asked, and nothing else is kept.
    fn asked(&self) -> Self {
        if self.kind != SeatKind::InPerson {
            return self.clone();
        }
        let (whereabouts, call_back) = (String::new(), String::new());
        Self { kind: self.kind, privacy: Privacy::Alone, whereabouts, call_back, counting: Counting::Refused }
    }

    /// Where somebody may listen, there is a seat for writing; where a group asks for a place, there is one.
    fn faults(&self, asks: Whereabouts, meets: Meets) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.kind == SeatKind::InPerson {
            faults.extend((meets == Meets::Online).then(|| Fault::new("kind", "room-fault-in-person")));
            return faults;
        }
        if self.privacy == Privacy::Overheard && self.kind != SeatKind::TextOnly {
            faults.push(Fault::new("kind", "room-fault-overheard"));
        }
        for (field, text, most) in
            [("whereabouts", &self.whereabouts, LINE_CHARS_MAX), ("call-back", &self.call_back, CONTACT_CHARS_MAX)]
        {
            if asks == Whereabouts::Asked && text.trim().is_empty() {
                faults.push(Fault::new(field, "fault-empty"));
            }
            if text.chars().count() > most {
                faults.push(Fault::new(field, "fault-long"));
            }
        }
        faults
    }
}

/// Whether a group asks at the door where somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// It does.
    Asked,
    /// It does not, and keeps nothing of the kind.
    NotAsked,
}

/// The door, as a member sees it.
pub struct Door {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// The name that the others will see.
    pub called: String,
    /// Where the group meets.
    pub meets: Meets,
    /// Whether it asks where somebody is.
    pub whereabouts: Whereabouts,
    /// Whether the group has talk time counted, so that a member is asked.
    pub counting: Counting,
    /// What was answered before.
    pub answers: Option<Answers>,
    /// Texts to sign before coming in.
    pub due: Vec<Due>,
    /// The way into the group on which they are signed.
    pub way: Option<EnrolmentId>,
    /// Whether the member lets whoever supervises sit in, where that is asked.
    pub allows: Option<Allows>,
}

/// Reads it, for somebody who has a seat in the group.
pub async fn door(work: &mut Work<'_>, id: SessionId) -> Result<Door> {
    let session = groups::session(work, id).await?;
    let (person, grant) = deeds::may_take_part(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let ways = ways_of(work, &grant, &group).await?;
    let due = due_at_door(work, &grant, &session, person).await?;
    Ok(Door {
        way: way_to_sign(work, &due, group.id).await?,
        due,
        called: own_name(work, &grant, group.id, person).await?,
        whereabouts: whereabouts(&group),
        meets: ways.meets,
        counting: ways.counting,
        answers: answers_of(work, &grant, &session, person).await?,
        allows: own_answer(work, group.id).await?,
        session,
        group,
    })
}

/// Answers at the door, for oneself; before the hour comes near there is none, nor before all is signed.
pub async fn enter(work: &mut Work<'_>, id: SessionId, answers: &Answers) -> Result<()> {
    let session = groups::session(work, id).await?;
    let (person, grant) = deeds::may_take_part(work, &session).await?;
    check_hour(work, &session)?;
    check_signed(work, &grant, &session, person).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let meets = ways_of(work, &grant, &group).await?.meets;
    let faults = answers.faults(whereabouts(&group), meets);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let scope = Scope::Membership(session.group, person);
    let sealed = work.seal(scope, cell(session.id), &answers.asked()).await?;
    store::save_entry(work, &grant, (session.id, person), sealed).await
}

/// What somebody answered, where they did.
pub(super) async fn answers_of(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    person: PersonId,
) -> Result<Option<Answers>> {
    let Some(sealed) = store::find_entry(work, grant, session.id, person).await? else { return Ok(None) };
    let scope = Scope::Membership(session.group, person);
    work.open(grant, scope, cell(session.id), &sealed).await.map(Some)
}

/// Where somebody is for now, and how they can be called.
pub struct Reach {
    /// The name in the group.
    pub called: String,
    /// Where.
    pub whereabouts: String,
    /// By which number.
    pub call_back: String,
}

/// Where those are who have come, for those who lead, while the session goes on.
pub async fn reaches(work: &mut Work<'_>, id: SessionId) -> Result<(Group, Vec<Reach>)> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    group.charter.allow(Capability::WhereaboutsAtDoor)?;
    let mut reaches = Vec::new();
    let seats = groups::seats(work, session.group).await?;
    for seat in seats.into_iter().filter(|seat| seat.until.is_none()) {
        let about = work.about(&grant, seat.person);
        if let Some(answers) = answers_of(work, &about, &session, seat.person).await? {
            let Answers { kind, whereabouts, call_back, .. } = answers;
            if kind == SeatKind::InPerson {
                continue;
            }
            reaches.push(Reach { called: seat.called, whereabouts, call_back });
        }
    }
    Ok((group, reaches))
}

fn whereabouts(group: &Group) -> Whereabouts {
    match group.charter.allow(Capability::WhereaboutsAtDoor) {
        Ok(()) => Whereabouts::Asked,
        Err(_) => Whereabouts::NotAsked,
    }
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("room_entries", "answers", session.0)
}
