//! A line in one person's list of what they have been told.

use super::{Kind, NUDGE, Way, deeds, store};
use crate::Result;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{Bytes, NoticeId, PersonId};
use crate::work::{Job, Work};

/// Something that a person has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// What it tells.
    pub kind: Kind,
    /// The thing it is about.
    pub about: Bytes,
    /// When it was told.
    pub at: Timestamp,
    /// When the person had read it.
    pub read_at: Option<Timestamp>,
}

/// Tells a person something, in the transaction of what it follows from. Telling the same of the same thing again is
/// nothing new, unless it is another `round`.
pub async fn tell(work: &mut Work<'_>, person: PersonId, kind: Kind, about: Bytes, round: i64) -> Result<()> {
    let id = NoticeId::random()?;
    if !store::insert_notice(work, id, person, kind, about, round).await? {
        return Ok(());
    }
    if kind.way() == Way::HereAndMail {
        work.enqueue(Job::once(NUDGE, id.0, work.now()));
    }
    work.announce(Change::Person(person));
    Ok(())
}

/// What the actor has been told, the newest first.
pub async fn notices(work: &mut Work<'_>) -> Result<Vec<Notice>> {
    let (person, grant) = deeds::may_see_own(work)?;
    store::notices_of(work, &grant, person).await
}

/// Marks all that the actor has been told up to `until` as read; what came since stays new.
pub async fn read_all(work: &mut Work<'_>, until: Timestamp) -> Result<()> {
    let (person, grant) = deeds::may_see_own(work)?;
    store::mark_read(work, &grant, person, until).await
}
