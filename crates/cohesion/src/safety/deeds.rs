//! What may be asked about safety, and how the actor stands to an alert, a duty or a member's plan.

use super::store::{self, KeptAlert};
use super::{AlertId, Cause};
use crate::Result;
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::practice;
use crate::work::Work;

/// May the actor tell of a danger? Whoever brings the sign may: the person, a leader, a screening clinician, a job.
pub(super) async fn may_raise(work: &mut Work<'_>, cause: &Cause) -> Result<Grant> {
    let standing = at(work, cause.group).await?;
    work.ask(Deed::RaiseAlert, standing, About::person(cause.person))
}

/// May the actor tell of a danger that somebody in this group may be in?
pub(super) async fn may_raise_in(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = at(work, Some(group)).await?;
    work.ask(Deed::RaiseAlert, standing, About::thing(group.0))
}

/// May the program pass an alert on?
pub(super) fn may_escalate(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Grant> {
    work.ask(Deed::EscalateAlert, Standing::NONE, about(kept))
}

/// May the actor read an alert?
pub(super) async fn may_see(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Grant> {
    let standing = standing(work, kept).await?;
    work.ask(Deed::SeeAlert, standing, about(kept))
}

/// May the actor see where the concerns of a group are?
pub(super) async fn may_see_in(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeAlert, standing, About::thing(group.0))
}

/// May the actor answer an alert: take it, hand it over, mark, look again, close it?
pub(super) async fn may_answer(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Grant> {
    let standing = standing(work, kept).await?;
    work.ask(Deed::AnswerAlert, standing, about(kept))
}

/// May the actor set a level? It takes both: answering for this alert, and being a clinician.
pub(super) async fn may_decide(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Grant> {
    let is_clinician = practice::roles(work).await?.has(Tie::Clinician);
    let standing = if is_clinician { standing(work, kept).await? } else { Standing::NONE };
    work.ask(Deed::SetLevel, standing, about(kept))
}

/// May the actor be told who knows of an alert of theirs? Of one that others raised about them, they are told by a person.
pub(super) fn may_see_own(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Grant> {
    let about = if kept.is_own_telling { about(kept) } else { About::thing(kept.id.0) };
    work.ask(Deed::SeeOwnAlert, Standing::NONE, about)
}

/// May the actor arrange who is on duty? Whoever leads, whoever reads now, whoever runs the practice.
pub(super) async fn may_arrange_duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Grant> {
    let standing = standing_to_duty(work, group).await?;
    work.ask(Deed::ArrangeDuty, standing, group.map_or(About::NOTHING, |group| About::thing(group.0)))
}

/// May the actor see who is on duty?
pub(super) async fn may_see_duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Grant> {
    let standing = at(work, group).await?;
    work.ask(Deed::SeeDuty, standing, group.map_or(About::NOTHING, |group| About::thing(group.0)))
}

/// Whether the actor may arrange a duty, for drawing a button.
pub(super) async fn arranges_duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<bool> {
    let standing = standing_to_duty(work, group).await?;
    Ok(Deed::ArrangeDuty.who_may().iter().any(|tie| standing.has(*tie)))
}

/// May the actor read a member's safety plan: their own, as one who leads their group, or as one who answers for them now?
pub(super) async fn may_see_plan(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    let standing = standing_with(work, person).await?;
    work.ask(Deed::SeeSafetyPlan, standing, About::person(person))
}

/// May the actor write a member's safety plan?
pub(super) async fn may_write_plan(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    let standing = standing_with(work, person).await?;
    work.ask(Deed::WriteSafetyPlan, standing, About::person(person))
}

/// May the actor change the practice's crisis lines?
pub(super) async fn may_edit_lines(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::EditCrisisLines, standing, About::NOTHING)
}

/// How the actor stands to an alert. Whoever was told of it is on duty for it; so is every clinician for one that
/// nobody has.
pub(super) async fn standing(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Standing> {
    let standing = at(work, kept.group).await?;
    let Some(person) = work.actor().person() else { return Ok(standing) };
    let nobody_has_it = kept.owner.is_none() && standing.has(Tie::Clinician);
    let on_duty = nobody_has_it || is_told(work, kept.id, person).await?;
    Ok(if on_duty { standing.with(Tie::OnDuty) } else { standing })
}

/// Whether a standing is enough to read an alert.
pub(super) fn sees(standing: Standing) -> bool {
    standing.allows(Deed::SeeAlert)
}

async fn standing_to_duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Standing> {
    let standing = at(work, group).await?;
    let duty = store::find_duty(work, group).await?;
    let reads = duty.is_some_and(|duty| work.actor().person() == Some(duty.reader));
    Ok(if reads { standing.with(Tie::OnDuty) } else { standing })
}

/// How the actor stands to a person: through the groups that the person sits in, and through an open alert.
pub(super) async fn standing_with(work: &mut Work<'_>, person: PersonId) -> Result<Standing> {
    let standing = groups::standing_with(work, person).await?;
    match work.actor().person() {
        Some(reader) if store::answers_for(work, person, reader).await? => Ok(standing.with(Tie::OnDuty)),
        _ => Ok(standing),
    }
}

/// Whoever was told answers for it, as long as they work here.
async fn is_told(work: &mut Work<'_>, alert: AlertId, person: PersonId) -> Result<bool> {
    Ok(store::is_told(work, alert, person).await? && practice::works_here(work, person).await?)
}

/// How the actor stands to the group, or to the practice where there is none.
async fn at(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Standing> {
    match group {
        Some(group) => groups::standing(work, group).await,
        None => practice::roles(work).await,
    }
}

const fn about(kept: &KeptAlert) -> About {
    About::of(kept.person, kept.id.0)
}
