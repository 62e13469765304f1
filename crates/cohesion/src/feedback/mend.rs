//! One tap: another member's name in a draft becomes "another member".

use super::{LetterId, deeds, keep, letter, store};
use crate::Result;
use crate::notes::{Place, names_in, replaced};
use crate::work::Work;

/// What is to be mended: one place (the part, its first character and one past its last), or every name.
pub type Mending = Option<(usize, usize, usize)>;

/// Replaces names in a draft. A place that is no name any more stays as it is.
pub async fn mend(work: &mut Work<'_>, id: LetterId, only: Mending) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_write_on(work, &row).await?;
    row.while_draft()?;
    let mut body = letter::open(work, &grant, row.clone()).await?.body;
    for found in names_in(work, &grant, row.group, Place::Of(row.person), &body.parts).await? {
        let is_meant = |start, end| only.is_none_or(|only| only == (found.field, start, end));
        let hits: Vec<_> = found.hits.iter().filter(|hit| is_meant(hit.start, hit.end)).cloned().collect();
        if let Some(text) = body.parts.get_mut(found.field) {
            *text = replaced(text, &hits);
        }
    }
    keep::rewrite(work, &grant, &row, row.version, &body).await
}
