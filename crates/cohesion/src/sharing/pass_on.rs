//! Nobody has looked after a matter in time, so whoever is on duty is told, and may look after it too.

use super::store;
use super::{MatterId, deeds, team};
use crate::Result;
use crate::hub::Change;
use crate::id::Bytes;
use crate::notices::{self, Kind};
use crate::safety;
use crate::work::Work;

/// The job that looks whether a matter was looked after in time. Its round is the moment by which it had to be.
pub(crate) const PASS_ON: &str = "sharing.pass-on";

/// Passes a matter on. One that was decided, or that runs on another clock, is left alone.
pub(crate) async fn pass_on(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let row = match store::find_matter(work, MatterId(about)).await {
        Ok(row) if row.stage.is_open() && row.due_at.0 == round => row,
        Ok(_) | Err(crate::Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let grant = deeds::may_pass_on(work, &row)?;
    store::set_passed_on(work, &grant, row.id).await?;
    let mut told = team::everyone(work, row.group).await?;
    if let Some(duty) = safety::duty(work, Some(row.group)).await? {
        told.extend([duty.reader, duty.backup].into_iter().filter(|person| !told.contains(person)).collect::<Vec<_>>());
    }
    for person in told {
        notices::tell(work, person, Kind::MatterOverdue, row.id.0, round).await?;
    }
    work.announce(Change::Thread(row.group));
    Ok(())
}
