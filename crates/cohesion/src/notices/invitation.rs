//! The mail that carries an invitation's link.

use super::{Envelope, deeds, post};
use crate::Result;
use crate::id::Bytes;
use crate::identity::invitation_mail;
use crate::say;
use crate::web::Words;
use crate::work::Work;

/// Writes the mail; an invitation that was taken up or withdrawn since needs none.
pub(crate) async fn mail_invitation(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let Some(invitation) = invitation_mail(work, about).await? else { return Ok(()) };
    let grant = deeds::may_mail(work, invitation.person)?;
    let envelope = Envelope { to: &invitation.to, path: &invitation.path };
    let days = crate::limits::INVITATION.0 / crate::clock::Span::days(1).0;
    let text = |words: Words, site: &str| {
        say!(words, "notices-mail-invitation", called = invitation.called.as_str(), site = site, days = days)
    };
    post(work, &grant, invitation.person, envelope, text).await?;
    Ok(())
}
