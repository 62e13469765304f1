//! A draft is thrown away: by those who write it, as long as nobody has written on it meanwhile.

use super::{LetterId, deeds, store};
use crate::hub::Change;
use crate::id::PersonId;
use crate::work::Work;
use crate::{Error, Result};

/// Throws away the version of a draft that was looked at, and answers whom it was to.
pub async fn discard(work: &mut Work<'_>, id: LetterId, seen: u32) -> Result<PersonId> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_write_on(work, &row).await?;
    row.while_draft()?;
    if !store::delete_draft(work, &grant, id, seen).await? {
        return Err(Error::Conflict("feedback-conflict-changed"));
    }
    work.announce(Change::Group(row.group));
    Ok(row.person)
}
