//! What may be asked about notices and mail.

use crate::access::{About, Deed, Grant, Standing};
use crate::id::PersonId;
use crate::work::Work;
use crate::{Error, Result};

/// May the actor see what they have been told?
pub(super) fn may_see_own(work: &mut Work<'_>) -> Result<(PersonId, Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = work.ask(Deed::SeeOwnNotices, Standing::NONE, About::person(person))?;
    Ok((person, grant))
}

/// May the program write to this person?
pub(super) fn may_mail(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SendMail, Standing::NONE, About::person(person))
}

/// May the program look into the outbox?
pub(super) fn may_see_outbox(work: &mut Work<'_>) -> Result<Grant> {
    work.ask(Deed::SeeOutbox, Standing::NONE, About::NOTHING)
}
