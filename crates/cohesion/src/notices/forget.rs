//! What has been read long ago, and the rows of mails long sent, are taken off the books.

use super::store;
use crate::Result;
use crate::limits::{MAIL_KEPT, NOTICES_KEPT};
use crate::work::Work;

/// The day's chore that does it.
pub(crate) const FORGET: &str = "notices.forget";

/// Forgets old notices and old mails.
pub(crate) async fn forget(work: &mut Work<'_>) -> Result<()> {
    store::forget_notices(work, work.now() - NOTICES_KEPT).await?;
    store::forget_mails(work, work.now() - MAIL_KEPT).await
}
