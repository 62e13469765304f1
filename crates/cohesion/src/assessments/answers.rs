//! Answers read again, item by item: by whoever gave them, and by those who lead the group that asked.

use super::response::{open, versions_of};
use super::{Assignment, AssignmentId, Readers, Response, Version, assignment, deeds, store};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::limits::PAGE_ROWS_MAX;
use crate::safety::{self, AlertId, Sign};
use crate::work::Work;
use crate::{Error, Result, groups};

/// A questionnaire that was answered, with every version of its answers.
#[derive(Clone, Debug)]
pub struct Answered {
    /// What was asked.
    pub assignment: Assignment,
    /// Every version, the first one first; there is one at least.
    pub versions: Vec<Version>,
    /// Whether whoever reads may correct it: the person who answered, while they sit in the group.
    pub can_correct: bool,
    /// Who else reads it.
    pub readers: Readers,
}

impl Answered {
    /// The version that counts.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// When it was first answered.
    pub fn answered_at(&self) -> Timestamp {
        self.versions.first().map_or(self.assignment.due_at, |first| first.at)
    }
}

/// Where a page of a list ends: what comes next was answered before this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// When it was answered.
    pub at: Timestamp,
    /// What it answers, among those of one moment.
    pub assignment: AssignmentId,
}

/// What the actor has answered, the newest first: a page of it, behind `after`.
pub async fn my_answers(work: &mut Work<'_>, after: Option<Cursor>) -> Result<Vec<Response>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_list_own(work, person)?;
    let mut answered = Vec::new();
    for kept in store::answered_by(work, &grant, person, after, PAGE_ROWS_MAX).await? {
        answered.push(open(work, &grant, kept).await?);
    }
    Ok(answered)
}

/// The answers to one assignment, for the person who gave them or one who leads the group that asked.
pub async fn answered(work: &mut Work<'_>, id: AssignmentId) -> Result<Answered> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_read_answers(work, &kept).await?;
    let assignment = assignment::open(work, &grant, kept).await?;
    let versions = versions_of(work, &grant, id).await?;
    if versions.is_empty() {
        return Err(Error::NotFound);
    }
    let is_own = work.actor().person() == Some(assignment.person);
    let can_correct = is_own && groups::is_seated(work, assignment.group, assignment.person).await?;
    let readers = Readers::of(work, &assignment).await?;
    Ok(Answered { assignment, versions, can_correct, readers })
}

/// The actor's own open alert that one of the versions raised, if there is one: help is shown again.
pub async fn own_alert(work: &mut Work<'_>, answered: &Answered) -> Result<Option<AlertId>> {
    let assurances = safety::assurances(work).await?;
    let because = assurances.into_iter().flatten().find(|assurance| match &assurance.sign {
        Sign::Answers { response, .. } => answered.versions.iter().any(|version| version.id.0 == *response),
        _ => false,
    });
    Ok(because.map(|assurance| assurance.alert))
}

/// The answers to one assignment of this person, with the name they have in the group; of anybody else it is not there.
pub async fn answered_by(work: &mut Work<'_>, person: PersonId, id: AssignmentId) -> Result<(String, Answered)> {
    let kept = store::find_assignment(work, id).await?;
    if kept.person != person {
        return Err(Error::NotFound);
    }
    let grant = deeds::may_read_answers(work, &kept).await?;
    let seats = groups::seats_of(work, &grant, person).await?;
    let called = seats.into_iter().find(|seat| seat.group == kept.group).map(|seat| seat.called).unwrap_or_default();
    Ok((called, answered(work, id).await?))
}
