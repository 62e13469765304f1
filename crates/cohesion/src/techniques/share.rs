//! A member says who may see a worksheet, and takes it back.

use ::techniques::Audience;

use super::shared::{Copy, cell};
use super::sheet::{Sheet, SheetState, open};
use super::{ShareId, SheetId, deeds, store};
use crate::access::Grant;
use crate::groups::seats_of;
use crate::hub::Change;
use crate::work::{Scope, Work};
use crate::{Error, Result, groups};

/// Says who may see the sheet once it is finished. Whoever saw it before and is not among them does not see it from the next
/// request on. After leaving a group one can still take back, and show nothing new.
pub async fn share(work: &mut Work<'_>, id: SheetId, audience: Audience) -> Result<()> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_see_own(work, &kept)?;
    let mut sheet = open(work, &grant, kept).await?;
    if audience != Audience::Nobody {
        if !sheet.form.sharing.offered.contains(&audience) {
            return Err(Error::invalid("audience", "fault-choose"));
        }
        if !groups::is_seated(work, sheet.group, sheet.person).await? {
            return Err(Error::Conflict("techniques-conflict-left"));
        }
    }
    if audience == sheet.audience {
        return Ok(());
    }
    sheet.audience = audience;
    store::save_audience(work, &grant, id, audience).await?;
    store::end_shares(work, &grant, id).await?;
    show_to_group(work, &grant, &sheet).await?;
    work.announce(Change::Group(sheet.group));
    Ok(())
}

/// Lays a copy of a finished sheet where its group can read it, if its author chose so: with the name that the group knows,
/// or with none.
pub(super) async fn show_to_group(work: &mut Work<'_>, grant: &Grant, sheet: &Sheet) -> Result<()> {
    let is_named = match sheet.audience {
        Audience::Group => true,
        Audience::GroupAnonymous => false,
        Audience::Nobody | Audience::Leader => return Ok(()),
    };
    if sheet.state != SheetState::Finished {
        return Ok(());
    }
    let by = if is_named { called(work, grant, sheet).await? } else { None };
    let id = ShareId::random()?;
    let copy = Copy { by, answers: sheet.answers.clone() };
    let content = work.seal(Scope::Group(sheet.group), cell(id), &copy).await?;
    store::insert_share(work, grant, id, (sheet.id, sheet.group), content).await
}

/// The name that the author has chosen for this group.
async fn called(work: &mut Work<'_>, grant: &Grant, sheet: &Sheet) -> Result<Option<String>> {
    let seats = seats_of(work, grant, sheet.person).await?.into_iter();
    let mut seats = seats.filter(|seat| seat.group == sheet.group && seat.until.is_none());
    Ok(seats.next().map(|seat| seat.called))
}
