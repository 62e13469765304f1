//! What may be asked about a person's rights, and about how long things are kept.

use super::store::CorrectionRow;
use super::{CorrectionId, store};
use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::enrolment;
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, practice};

/// May the actor do this with their own record? The yes is about them.
pub(super) fn may_own(work: &mut Work<'_>, deed: Deed) -> Result<(PersonId, Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    Ok((person, work.ask(deed, Standing::NONE, About::person(person))?))
}

/// May the actor do this with the record of a person, whichever of their groups it is through?
pub(super) async fn may_with(work: &mut Work<'_>, deed: Deed, person: PersonId) -> Result<Grant> {
    let standing = enrolment::standing_with(work, person).await?;
    work.ask(deed, standing, About::person(person))
}

/// May the actor put a group's records on hold? Where the charter knows no hold, there is none.
pub(super) async fn may_hold_group(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    groups::charter_of(work, group).await?.allow(Capability::LegalHold)?;
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::HoldRecords, standing, About::thing(group.0))
}

/// May the actor put a person's records on hold? Through a group that they lead, and whose charter knows holds.
pub(super) async fn may_hold_person(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    let standing = holds_through(work, person).await?;
    work.ask(Deed::HoldRecords, standing, About::person(person))
}

/// The actor's part in leading those groups of a person whose charter knows holds.
pub(super) async fn holds_through(work: &mut Work<'_>, person: PersonId) -> Result<Standing> {
    let mut standing = Standing::NONE;
    let ways = enrolment::groups_of(work, person).await?;
    for group in ways.into_iter().chain(groups::seated_in(work, person).await?) {
        if groups::charter_of(work, group).await?.allow(Capability::LegalHold).is_ok() {
            standing = standing.and(groups::leading(work, group).await?);
        }
    }
    Ok(standing)
}

/// May the actor answer what was asked to be corrected? Answers who asked.
pub(super) async fn may_answer(work: &mut Work<'_>, id: CorrectionId) -> Result<PersonId> {
    let row = store::find_correction(work, id).await?;
    ask_to_answer(work, &row).await?;
    Ok(row.person)
}

/// The same about a row that was read.
pub(super) async fn ask_to_answer(work: &mut Work<'_>, row: &CorrectionRow) -> Result<Grant> {
    let standing = groups::leading(work, row.group).await?;
    work.ask(Deed::AnswerCorrection, standing, About::of(row.person, row.id.0))
}

/// May the actor see what is due to go?
pub(super) async fn may_see_retention(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::SeeRetention, standing, About::NOTHING)
}

/// May the program delete what one group keeps of a person?
pub(super) fn may_retain(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    work.ask(Deed::Retain, Standing::NONE, About::of(person, group.0))
}
