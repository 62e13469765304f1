//! Whether somebody may still be in a live room, looked at anew with their own rights.

use super::actor;
use super::visit::Face;
use crate::access::{Actor, Deed, SignedIn};
use crate::app::App;
use crate::groups::{self, Session, SessionState};
use crate::id::SessionId;
use crate::room::sitting_in::together;
use crate::work::Work;
use crate::{Error, Result, identity, unless_damaged};

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

/// Looks at all of these in one reading. Of whom nothing can be said there is nothing: neither a yes nor a no.
pub(super) async fn look(app: &App, session: SessionId, all: &[(SignedIn, Face)]) -> Vec<Option<Standing>> {
    let Some((first, _)) = all.first() else { return Vec::new() };
    let (system, asked) = (Actor::System(first.practice), all.to_vec());
    let looking = app.read(system, async move |work| {
        let mut found = Vec::with_capacity(asked.len());
        for (who, face) in &asked {
            work.look_as(actor(*who))?;
            let standing = standing(work, who, session, *face).await;
            found.push(unless_damaged(standing, "logins", who.login.0)?);
        }
        work.look_as(system)?;
        Ok(found)
    });
    match looking.await {
        Ok(found) => found,
        Err(cause) => {
            tracing::error!(%cause, "a live room's lines could not be looked at");
            vec![None; all.len()]
        }
    }
}

/// Looks at one login, at its tie to the group, at the session, and for a supervisor at what the members say.
async fn standing(work: &mut Work<'_>, who: &SignedIn, session: SessionId, face: Face) -> Result<Standing> {
    if !identity::is_living(work, who).await? {
        return Ok(Standing::SignedOut);
    }
    // Nobody is asked for a yes: each would be a row of the log, every second.
    let session = groups::session_unshown(work, session).await?;
    if !groups::standing(work, session.group).await?.allows(deed(face)) {
        return Ok(Standing::Departed);
    }
    if matches!(session.state, SessionState::Held | SessionState::Cancelled) {
        return Ok(Standing::SessionClosed);
    }
    let listens = face == Face::Supervisor;
    let is_agreed = !listens || together(work, session.group, Some(session.id)).await?.is_everybody();
    Ok(if is_agreed { Standing::Fine } else { Standing::NoConsent })
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
