//! Somebody has looked a credential up with whoever gave it, and says so.

use super::{administrators, deeds, store};
use crate::id::CredentialId;
use crate::work::Work;
use crate::{Error, Result};

/// Marks a credential as verified by the actor, now. Saying it again changes nothing. Nobody vouches for themself
/// where somebody else runs the site too.
pub async fn verify(work: &mut Work<'_>, id: CredentialId) -> Result<()> {
    let kept = store::find_credential(work, id).await?.ok_or(Error::NotFound)?;
    let grant = deeds::may_verify(work, kept.person).await?;
    if work.actor().person() == Some(kept.person) && administrators(work).await?.len() > 1 {
        return Err(Error::Forbidden("practice-forbidden-own-credential"));
    }
    store::verify_credential(work, &grant, id).await
}
