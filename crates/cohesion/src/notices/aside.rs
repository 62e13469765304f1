//! A job was set aside, so somebody who runs the site must look at it.

use super::{Kind, tell};
use crate::Result;
use crate::id::Bytes;
use crate::practice::administrators;
use crate::work::Work;

/// Tells everyone who runs the site.
pub(crate) async fn tell_of_job(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    for administrator in administrators(work).await? {
        tell(work, administrator, Kind::JobSetAside, about, round).await?;
    }
    Ok(())
}
