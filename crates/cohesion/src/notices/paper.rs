//! A licence or training is about to end: its holder is told, and whoever runs the site.

use super::{Kind, tell};
use crate::Result;
use crate::id::{Bytes, CredentialId};
use crate::practice::{administrators, ending};
use crate::work::Work;

/// Tells them, once for each `round`, the count of days ahead. What was renewed or withdrawn since concerns nobody.
pub(crate) async fn tell_of_paper(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let Some(ending) = ending(work, CredentialId(about)).await? else { return Ok(()) };
    tell(work, ending.person, Kind::OwnPaperEnding, about, round).await?;
    for administrator in administrators(work).await?.into_iter().filter(|who| *who != ending.person) {
        tell(work, administrator, Kind::PaperEnding, about, round).await?;
    }
    Ok(())
}
