//! Who signs beside somebody in training: whoever was asked, as long as they work here, and nobody who is in training too.

use super::{store, supervisor_of, works_here};
use crate::Result;
use crate::access::{Standing, Tie};
use crate::id::PersonId;
use crate::work::Work;

/// Who signed a text, and who was asked then to sign beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Who signed, while it waits: only then is anybody asked in the place of somebody who has gone.
    pub by: Option<PersonId>,
    /// Who was asked, where it waits or has waited for a second signature.
    pub whom: Option<PersonId>,
}

/// Who is asked to sign beside a trainee now: whoever was asked, and once they no longer work here whoever supervises the
/// trainee since.
pub async fn asked_now(work: &mut Work<'_>, asked: Asked) -> Result<Option<PersonId>> {
    let Some(whom) = asked.whom else { return Ok(None) };
    if works_here(work, whom).await? {
        return Ok(Some(whom));
    }
    let Some(by) = asked.by else { return Ok(None) };
    match supervisor_of(work, by).await? {
        Some(since) if works_here(work, since).await? => Ok(Some(since)),
        _ => Ok(None),
    }
}

/// How the actor stands to a text: whoever is asked to sign it supervises it, also where they have no part in the group.
pub async fn standing_to(work: &mut Work<'_>, asked: Asked, standing: Standing) -> Result<Standing> {
    let asked = asked_now(work, asked).await?;
    let is_asked = asked.is_some() && asked == work.actor().person();
    Ok(if is_asked { standing.with(Tie::Supervisor) } else { standing })
}

/// The same for a second signature: whoever is in training supervises nothing.
pub async fn standing_beside(work: &mut Work<'_>, standing: Standing) -> Result<Standing> {
    let Some(me) = work.actor().person() else { return Ok(Standing::NONE) };
    let is_trainee = supervisor_of(work, me).await?.is_some();
    Ok(if is_trainee { standing.without(Tie::Supervisor) } else { standing })
}

/// Whether anybody practises under this person's licence, who works here themselves.
pub async fn supervises(work: &mut Work<'_>, person: PersonId) -> Result<bool> {
    Ok(works_here(work, person).await? && store::supervises(work, person).await?)
}
