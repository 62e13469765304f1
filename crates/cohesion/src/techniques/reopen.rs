//! A member opens a finished worksheet again, to change it.

use super::sheet::{SheetState, open, save};
use super::{SheetId, deeds, store};
use crate::hub::Change;
use crate::work::Work;
use crate::{Error, Result};

/// Opens it again: nobody else reads it until it is finished anew. One that a leader has answered stays as it was answered.
pub async fn reopen(work: &mut Work<'_>, id: SheetId) -> Result<()> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_fill(work, &kept).await?;
    if kept.answered_at.is_some() {
        return Err(Error::Conflict("techniques-conflict-answered"));
    }
    let mut sheet = open(work, &grant, kept).await?;
    if sheet.state == SheetState::Begun {
        return Ok(());
    }
    sheet.state = SheetState::Begun;
    sheet.finished_at = None;
    save(work, &grant, &mut sheet).await?;
    store::end_shares(work, &grant, id).await?;
    work.announce(Change::Group(sheet.group));
    Ok(())
}
