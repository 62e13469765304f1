//! The log at a glance, for the doctor: its end, and what the file outside remembers. Verifying all of it takes longer.

use super::verify::{Tip, tip};
use super::{outside, store};
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::PracticeId;
use crate::{Error, Result};

/// How a practice's log stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Its end.
    pub tip: Tip,
    /// When the newest checkpoint outside was made; nothing where none is remembered there.
    pub outside: Option<Timestamp>,
    /// Whether the file outside is as it was written, and the log holds everything that it vouches for.
    pub is_vouched_for: bool,
}

/// Looks at the end of a practice's log, and holds it to the file outside.
pub async fn glance(app: &App, practice: PracticeId) -> Result<Glance> {
    let (path, public) = (outside::path(app.config()), app.vault().audit_keys().1.signing().public());
    let reading = tokio::task::spawn_blocking(move || outside::read(&path, &public)).await;
    let (remembered, forged) = reading.map_err(|cause| Error::bug(cause.to_string()))??;
    let own = remembered.into_iter().filter(|checkpoint| checkpoint.practice == practice);
    let newest = own.max_by_key(|checkpoint| checkpoint.head.seq);
    let at = newest.as_ref().map(|newest| newest.at);
    let looking = app.read(Actor::System(practice), async move |work| {
        let grant = work.ask(Deed::SeeAuditLog, Standing::NONE, About::NOTHING)?;
        let holds = match &newest {
            None => true,
            Some(newest) => {
                let links = store::links(work, newest.head.seq - 1, newest.head.seq, 1).await?;
                links.first().is_some_and(|link| link.hash == newest.head.hash)
            }
        };
        Ok((tip(work, &grant).await?, holds))
    });
    let (tip, holds) = looking.await?;
    Ok(Glance { tip, outside: at, is_vouched_for: holds && forged.is_empty() })
}
