//! One tap: another member's name in a draft becomes "another member", or is called the plain word that it is.

use super::{Body, LetterId, deeds, keep, letter, store};
use crate::Result;
use crate::notes::{Fix, Place, mended_in};
use crate::work::Work;

/// Mends names in a draft.
pub async fn mend(work: &mut Work<'_>, id: LetterId, fix: Fix) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_write_on(work, &row).await?;
    row.while_draft()?;
    let body = letter::open(work, &grant, row.clone()).await?.body;
    let place = (row.group, Place::Of(row.person));
    let (parts, plain) = mended_in(work, &grant, place, (&body.parts, body.plain), fix).await?;
    keep::rewrite(
        work,
        &grant,
        &row,
        row.version,
        &Body { parts, plain, until: body.until, chart: body.chart, ..Body::default() },
    )
    .await
}
