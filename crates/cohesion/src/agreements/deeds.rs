//! What may be asked about agreements.

use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::id::{GroupId, PersonId, SignatureId};
use crate::practice;
use crate::work::Work;

/// May the actor publish texts for the whole practice?
pub(super) async fn may_publish(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::PublishAgreement, standing, About::NOTHING)
}

/// May the actor see the practice's texts with what stands behind them?
pub(super) async fn may_see_texts(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::SeeAgreements, standing, About::NOTHING)
}

/// May the actor sign for this person? Only the person may.
pub(super) fn may_sign(work: &mut Work<'_>, person: PersonId, group: GroupId) -> Result<Grant> {
    work.ask(Deed::SignAgreement, Standing::NONE, About::of(person, group.0))
}

/// May the actor take this signature back? Only the one who wrote it may.
pub(super) fn may_withdraw(work: &mut Work<'_>, person: PersonId, id: SignatureId) -> Result<Grant> {
    work.ask(Deed::WithdrawAgreement, Standing::NONE, About::of(person, id.0))
}

/// May the actor see this person's signatures as their own?
pub(super) fn may_see_own(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))
}
