//! What may be asked about the practice. The actor's roles are all that counts here.

use super::roles;
use crate::Result;
use crate::access::{About, Deed, Grant};
use crate::id::PersonId;
use crate::work::Work;

/// May the actor see what is still to set up?
pub(super) async fn may_see_set_up(work: &mut Work<'_>) -> Result<Grant> {
    ask(work, Deed::SeeSetUp, About::NOTHING).await
}

/// May the actor change the settings?
pub(super) async fn may_change_settings(work: &mut Work<'_>) -> Result<Grant> {
    ask(work, Deed::ChangeSettings, About::NOTHING).await
}

/// May the actor see who works here, with their licences?
pub(super) async fn may_see_staff(work: &mut Work<'_>) -> Result<Grant> {
    ask(work, Deed::SeeStaff, About::NOTHING).await
}

/// May the actor see this person of the staff?
pub(super) async fn may_see_colleague(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::SeeStaff, About::person(person)).await
}

/// May the actor bring somebody into the staff?
pub(super) async fn may_admit(work: &mut Work<'_>) -> Result<Grant> {
    ask(work, Deed::InviteStaff, About::NOTHING).await
}

/// May the actor correct this person's names and how they are reached?
pub(super) async fn may_correct(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::ChangeColleague, About::person(person)).await
}

/// May the actor change what this person does here?
pub(super) async fn may_change_roles(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::ChangeRoles, About::person(person)).await
}

/// May the actor end this person's work here?
pub(super) async fn may_end_work(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::EndWork, About::person(person)).await
}

/// May the actor put a licence or training of this person on record, or take it off?
pub(super) async fn may_record(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::RecordCredential, About::person(person)).await
}

/// May the actor say that they have checked a credential of this person?
pub(super) async fn may_verify(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::VerifyCredential, About::person(person)).await
}

/// May the actor vouch for this person?
pub(super) async fn may_vouch(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    ask(work, Deed::VouchFor, About::person(person)).await
}

async fn ask(work: &mut Work<'_>, deed: Deed, about: About) -> Result<Grant> {
    let standing = roles(work).await?;
    work.ask(deed, standing, about)
}
