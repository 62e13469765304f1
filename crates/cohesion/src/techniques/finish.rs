//! A member finishes a worksheet: whoever they chose may read it from now on.

use ::techniques::read::Completeness;

use super::homework::{TaskState, task_of_sheet_is};
use super::share::show_to_group;
use super::sheet::{SheetState, open, save};
use super::telling::tell;
use super::{Kept, SheetId, deeds, store};
use crate::hub::Change;
use crate::work::Work;
use crate::{Error, Result};

/// Finishes the sheet, or answers what it lacks and changes nothing. Finishing twice is finishing once.
pub async fn finish(work: &mut Work<'_>, id: SheetId) -> Result<Kept> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_fill(work, &kept).await?;
    let mut sheet = open(work, &grant, kept).await?;
    if sheet.answers.is_empty() {
        return Err(Error::Conflict("techniques-conflict-empty"));
    }
    let alert = tell(work, &mut sheet).await?;
    if sheet.state == SheetState::Finished {
        return Ok(Kept { sheet, faults: Vec::new(), alert });
    }
    let typed = sheet.answers.typed();
    let typed = typed.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let faults = sheet.form.read(typed, Completeness::Finished).faults;
    if !faults.is_empty() {
        return Ok(Kept { sheet, faults, alert });
    }
    sheet.state = SheetState::Finished;
    sheet.finished_at = Some(work.now());
    sheet.lost.clear();
    save(work, &grant, &mut sheet).await?;
    show_to_group(work, &grant, &sheet).await?;
    task_of_sheet_is(work, &grant, id, TaskState::Done).await?;
    work.announce(Change::Person(sheet.person));
    work.announce(Change::Group(sheet.group));
    Ok(Kept { sheet, faults, alert })
}
