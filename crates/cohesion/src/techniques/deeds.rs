//! What may be asked about worksheets and homework.

use super::store::{KeptSheet, KeptTask};
use crate::Result;
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// May the actor begin a worksheet in this group? Only for themselves, and only while they sit there.
pub(super) async fn may_begin(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let about = seated(work, group, About::of(person, group.0)).await?;
    work.ask(Deed::FillSheet, Standing::NONE, about)
}

/// May the actor write on this worksheet? Only its author, and only while they sit in its group.
pub(super) async fn may_fill(work: &mut Work<'_>, sheet: &KeptSheet) -> Result<Grant> {
    let about = seated(work, sheet.group, About::of(sheet.person, sheet.id.0)).await?;
    work.ask(Deed::FillSheet, Standing::NONE, about)
}

/// May the actor read this worksheet as its author, and say who else may? Also after they have left the group.
pub(super) fn may_see_own(work: &mut Work<'_>, sheet: &KeptSheet) -> Result<Grant> {
    work.ask(Deed::SeeOwnSheets, Standing::NONE, About::of(sheet.person, sheet.id.0))
}

/// May the actor see all worksheets of this person? Only their own.
pub(super) fn may_list_own(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SeeOwnSheets, Standing::NONE, About::person(person))
}

/// May the actor read this worksheet as one who leads the group? What its author keeps is not there.
pub(super) async fn may_read(work: &mut Work<'_>, sheet: &KeptSheet) -> Result<Grant> {
    let standing = shown(work, sheet).await?;
    work.ask(Deed::ReadSheet, standing, About::of(sheet.person, sheet.id.0))
}

/// May the actor see which worksheets a member shows to those who lead the group?
pub(super) async fn may_read_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::ReadSheet, standing, About::of(person, group.0))
}

/// May the actor answer this worksheet?
pub(super) async fn may_answer(work: &mut Work<'_>, sheet: &KeptSheet) -> Result<Grant> {
    let standing = shown(work, sheet).await?;
    work.ask(Deed::AnswerSheet, standing, About::of(sheet.person, sheet.id.0))
}

/// May the actor see what members show to the whole group?
pub(super) async fn may_see_shared(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeSharedSheets, standing, About::thing(group.0))
}

/// May the actor set homework in this group?
pub(super) async fn may_assign(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::AssignHomework, standing, About::thing(group.0))
}

/// May the actor see what homework the group has, and how far each member is?
pub(super) async fn may_see_homework(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeHomework, standing, About::thing(group.0))
}

/// May the actor do this task and say how it went?
pub(super) async fn may_do(work: &mut Work<'_>, task: &KeptTask) -> Result<Grant> {
    let about = seated(work, task.group, About::of(task.person, task.id.0)).await?;
    work.ask(Deed::DoHomework, Standing::NONE, about)
}

/// May the actor see all homework of this person? Only their own.
pub(super) fn may_list_tasks(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::DoHomework, Standing::NONE, About::person(person))
}

/// May the actor agree on a target with this person? Themselves while they sit there, or one who leads.
pub(super) async fn may_set_target(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    let about = seated_themselves(work, group, person).await?;
    work.ask(Deed::SetTarget, standing, about)
}

/// May the actor see what the group follows?
pub(super) async fn may_see_plan(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeePlan, standing, About::thing(group.0))
}

/// May the actor choose what the group follows?
pub(super) async fn may_follow(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::FollowCurriculum, standing, About::thing(group.0))
}

/// A record of somebody who sits in the group; nobody's where they do not.
async fn seated_themselves(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<About> {
    let is_seated = groups::is_seated(work, group, person).await?;
    Ok(if is_seated { About::of(person, group.0) } else { About::thing(group.0) })
}

/// The record is the actor's own to write in only while they sit in the group.
async fn seated(work: &mut Work<'_>, group: GroupId, about: About) -> Result<About> {
    let is_seated = groups::standing(work, group).await?.has(Tie::Seated);
    Ok(if is_seated { about } else { About { subject: None, ..about } })
}

async fn shown(work: &mut Work<'_>, sheet: &KeptSheet) -> Result<Standing> {
    if sheet.is_shown_to_leaders() { groups::standing(work, sheet.group).await } else { Ok(Standing::NONE) }
}
