//! Whoever supervises a group comes to its live room: they listen, and only where every member has agreed.

use std::collections::BTreeSet;

use ::floor::hall::{Entry, Privacy, Role, SeatKind};
use sfu::Consent;

use super::visit::{Face, Numbers, Visit, check_hour};
use crate::access::{Grant, SignedIn};
use crate::groups::{self, Group, LeaderRole, Session};
use crate::id::{PersonId, SessionId};
use crate::room::sitting_in::{Together, together};
use crate::room::{deeds, seat_of};
use crate::web::View;
use crate::work::Work;
use crate::{Error, Result};

/// The door of a live room, as whoever supervises sees it.
pub struct Listening {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// What its members say.
    pub together: Together,
}

/// Reads it.
pub async fn listening(work: &mut Work<'_>, id: SessionId) -> Result<Listening> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_see_sitting_in(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    Ok(Listening { together: together(work, group.id, Some(id)).await?, session, group })
}

/// Looks them up. They send nothing, are not counted, and see no numbers.
pub(super) async fn supervisor(work: &mut Work<'_>, who: SignedIn, session: Session, view: View) -> Result<Visit> {
    let grant = deeds::may_sit_in(work, &session).await?;
    check_hour(work, &session)?;
    if !together(work, session.group, Some(session.id)).await?.is_everybody() {
        return Err(Error::Conflict("room-conflict-sitting-in"));
    }
    Ok(Visit {
        who,
        face: Face::Supervisor,
        seat: seat_of(who.person),
        role: Role::Supervisor,
        kind: SeatKind::TextOnly,
        entry: Entry { given: BTreeSet::new(), privacy: Privacy::Alone },
        called: called(work, &grant, &session, who.person).await?,
        session,
        view,
        consent: Consent::Refused,
        numbers: Numbers::Hidden,
    })
}

async fn called(work: &mut Work<'_>, grant: &Grant, session: &Session, person: PersonId) -> Result<String> {
    let leaders = groups::named_leaders(work, grant, session.group).await?;
    let own = leaders.into_iter().find(|(one, _)| one.role == LeaderRole::Supervisor && one.person == person);
    own.map(|(_, called)| called).ok_or(Error::NotFound)
}
