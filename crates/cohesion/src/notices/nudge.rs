//! A mail that says no more than that something new waits behind the sign-in.

use super::{Envelope, deeds, post, store};
use crate::Result;
use crate::id::{Bytes, NoticeId};
use crate::identity;
use crate::say;
use crate::work::Work;

/// The job that writes it, about a notice.
pub(crate) const NUDGE: &str = "notices.nudge";

/// Writes the mail, unless the person has read the notice by now.
pub(crate) async fn nudge(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let Some(person) = store::who_has_not_read(work, NoticeId(about)).await? else { return Ok(()) };
    let grant = deeds::may_mail(work, person)?;
    let to = identity::profile(work, &grant, person).await?.email;
    let envelope = Envelope { to: &to, path: "/notices" };
    post(work, &grant, person, envelope, |words, site| say!(words, "notices-mail-nudge", site = site)).await?;
    Ok(())
}
