//! What may be asked about questionnaires.

use super::store::KeptAssignment;
use crate::Result;
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// May the actor answer this? Only the person who is asked, and only while they sit in the group.
pub(super) async fn may_answer(work: &mut Work<'_>, assignment: &KeptAssignment) -> Result<Grant> {
    let standing = groups::standing(work, assignment.group).await?;
    let is_seated = standing.has(Tie::Seated);
    let about = if is_seated { About::of(assignment.person, assignment.id.0) } else { About::thing(assignment.id.0) };
    work.ask(Deed::AnswerQuestionnaire, standing, about)
}

/// May the actor read these answers, item by item: their own, or as one who leads the group that asked?
pub(super) async fn may_read_answers(work: &mut Work<'_>, assignment: &KeptAssignment) -> Result<Grant> {
    let standing = groups::standing(work, assignment.group).await?;
    work.ask(Deed::ReadAnswers, standing, About::of(assignment.person, assignment.id.0))
}

/// May the actor see what this person has answered, in every group? Only their own.
pub(super) fn may_list_own(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::ReadAnswers, Standing::NONE, About::person(person))
}

/// May the actor ask a member of the group?
pub(super) async fn may_assign(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::AssignQuestionnaire, standing, About::of(person, group.0))
}

/// May the actor say when the members of the group are asked?
pub(super) async fn may_time(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::AssignQuestionnaire, standing, About::thing(group.0))
}

/// May the actor see what the group asks?
pub(super) async fn may_see_battery(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeBattery, standing, About::thing(group.0))
}

/// May the actor change what the group asks?
pub(super) async fn may_set_battery(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SetBattery, standing, About::thing(group.0))
}

/// May the actor read the scores of everyone in the group?
pub(super) async fn may_see_scores(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeScores, standing, About::thing(group.0))
}

/// May the actor read this person's scores in a group: their own, or as one who leads it?
pub(super) async fn may_see_course(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeCourse, standing, About::of(person, group.0))
}
