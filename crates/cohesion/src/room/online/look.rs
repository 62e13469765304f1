//! Whether somebody may still be in a live room, looked at anew with their own rights.

use super::actor;
use super::visit::Face;
use crate::access::{Deed, SignedIn};
use crate::app::App;
use crate::groups::{self, Session, SessionState};
use crate::id::SessionId;
use crate::room::sitting_in::together;
use crate::work::Work;
use crate::{Error, Result, identity};

/// What somebody may still do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Stay.
    Fine,
    /// Their login has ended.
    SignedOut,
    /// They do not belong there any more in the part in which they came.
    Departed,
    /// Nobody stays: the session is closed.
    SessionClosed,
    /// Not every member agrees any more that a supervisor listens.
    NoConsent,
}

/// Looks at the login, at the tie to the group, at the session, and for a supervisor at what the members say.
pub(super) async fn look(app: &App, who: SignedIn, session: SessionId, face: Face) -> Result<Standing> {
    let looking = app.read(actor(who), async move |work| {
        if !identity::is_living(work, &who).await? {
            return Ok(Standing::SignedOut);
        }
        let session = match may_come(work, session, &[deed(face)]).await {
            Ok(session) => session,
            Err(Error::NotFound) => return Ok(Standing::Departed),
            Err(other) => return Err(other),
        };
        if matches!(session.state, SessionState::Held | SessionState::Cancelled) {
            return Ok(Standing::SessionClosed);
        }
        let listens = face == Face::Supervisor;
        let is_agreed = !listens || together(work, session.group, Some(session.id)).await?.is_everybody();
        Ok(if is_agreed { Standing::Fine } else { Standing::NoConsent })
    });
    looking.await
}

/// The session, for whoever may do one of these there; for all others there is no such room.
pub(super) async fn may_come(work: &mut Work<'_>, id: SessionId, deeds: &[Deed]) -> Result<Session> {
    let session = groups::session(work, id).await?;
    let standing = groups::standing(work, session.group).await?;
    if deeds.iter().any(|deed| standing.allows(*deed)) { Ok(session) } else { Err(Error::NotFound) }
}

/// What somebody does there.
const fn deed(face: Face) -> Deed {
    match face {
        Face::Member => Deed::TakePart,
        Face::Leader => Deed::LeadFloor,
        Face::Supervisor => Deed::SitIn,
    }
}
