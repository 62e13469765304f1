//! What may be asked about broken confidences. Who leads the group has a part in it, but for what was told to the office alone.

use super::Audience;
use super::store::{CaseRow, ReportRow};
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups;
use crate::id::{Bytes, GroupId, PersonId};
use crate::practice;
use crate::work::Work;
use crate::{Error, Result};

/// The ties of those who have to do with a group.
const OF_GROUP: [Tie; 5] = [Tie::Seated, Tie::Leader, Tie::CoLeader, Tie::Supervisor, Tie::Facilitator];

/// May the actor see how their own reports stand?
pub(super) fn may_see_own(work: &mut Work<'_>) -> Result<(PersonId, Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    Ok((person, work.ask(Deed::SeeOwnReports, Standing::NONE, About::person(person))?))
}

/// May the actor report something in this group? It is or was theirs.
pub(super) async fn may_report(work: &mut Work<'_>, group: GroupId) -> Result<(PersonId, Grant)> {
    let (person, own) = may_see_own(work)?;
    let leads = groups::leading(work, group).await? != Standing::NONE;
    let belongs = leads || groups::seats_of(work, &own, person).await?.iter().any(|seat| seat.group == group);
    let about = if belongs { About::of(person, group.0) } else { About::thing(group.0) };
    Ok((person, work.ask(Deed::ReportBreach, Standing::NONE, about)?))
}

/// How the actor stands to a case or report of this group, or of the whole practice.
pub(super) async fn standing(work: &mut Work<'_>, group: Option<GroupId>, audience: Audience) -> Result<Standing> {
    let Some(group) = group else { return practice::roles(work).await };
    let standing = groups::standing(work, group).await?;
    Ok(match audience {
        Audience::Leaders => standing,
        Audience::Office => OF_GROUP.into_iter().fold(standing, Standing::without),
    })
}

async fn ask(
    work: &mut Work<'_>,
    deed: Deed,
    (group, audience): (Option<GroupId>, Audience),
    about: Bytes,
) -> Result<Grant> {
    let standing = standing(work, group, audience).await?;
    work.ask(deed, standing, About::thing(about))
}

/// May the actor read this report?
pub(super) async fn may_read(work: &mut Work<'_>, row: &ReportRow) -> Result<Grant> {
    ask(work, Deed::SeeBreach, (Some(row.group), row.audience), row.id.0).await
}

/// May the actor open a case for this report?
pub(super) async fn may_open_from(work: &mut Work<'_>, row: &ReportRow) -> Result<Grant> {
    ask(work, Deed::HandleBreach, (Some(row.group), row.audience), row.id.0).await
}

/// May the actor open a case about this group, or about the whole practice?
pub(super) async fn may_open(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Grant> {
    let standing = standing(work, group, audience_of(group)).await?;
    work.ask(Deed::HandleBreach, standing, About { subject: None, object: group.map(|group| group.0) })
}

/// May the actor read this case?
pub(super) async fn may_see(work: &mut Work<'_>, row: &CaseRow) -> Result<Grant> {
    ask(work, Deed::SeeBreach, (row.group, row.audience), row.id.0).await
}

/// May the actor put something on record in this case?
pub(super) async fn may_handle(work: &mut Work<'_>, row: &CaseRow) -> Result<Grant> {
    ask(work, Deed::HandleBreach, (row.group, row.audience), row.id.0).await
}

/// May the actor ask, for this case, who could see what? Where it is one person's, their own report of readings shows it.
pub(super) async fn may_ask_who(work: &mut Work<'_>, row: &CaseRow, of: Option<PersonId>) -> Result<Grant> {
    let standing = standing(work, row.group, row.audience).await?;
    work.ask(Deed::SeeSight, standing, About { subject: of, object: Some(row.id.0) })
}

/// The same for one group, in a case about the whole practice: the group is put on record beside the case.
pub(super) async fn may_ask_who_in(work: &mut Work<'_>, row: &CaseRow, group: GroupId) -> Result<Grant> {
    ask(work, Deed::SeeSight, (row.group, row.audience), group.0).await
}

/// May the program say that a time limit is near?
pub(super) fn may_watch(work: &mut Work<'_>, about: Bytes) -> Result<Grant> {
    work.ask(Deed::WatchBreach, Standing::NONE, About::thing(about))
}

/// Who reads a case that was opened without a report.
pub(super) const fn audience_of(group: Option<GroupId>) -> Audience {
    if group.is_some() { Audience::Leaders } else { Audience::Office }
}

/// Whether the actor sees who sits in the case's group, by name.
pub(super) async fn knows_members(work: &mut Work<'_>, row: &CaseRow) -> Result<bool> {
    let Some(group) = row.group else { return Ok(false) };
    Ok(groups::leading(work, group).await?.allows(Deed::SeeSeats))
}

/// Those who handle what happened in a group, by id: whoever leads it and works here, unless it was told to the office alone;
/// and whoever runs the site.
pub(super) async fn handlers(work: &mut Work<'_>, group: Option<GroupId>, audience: Audience) -> Result<Vec<PersonId>> {
    let mut people = Vec::new();
    if let (Some(group), Audience::Leaders) = (group, audience) {
        for leader in groups::leaders(work, group).await? {
            let has_a_part = Deed::HandleBreach.who_may().contains(&leader.role.tie());
            if has_a_part && practice::works_here(work, leader.person).await? {
                people.push(leader.person);
            }
        }
    }
    for person in practice::administrators(work).await? {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    Ok(people)
}
