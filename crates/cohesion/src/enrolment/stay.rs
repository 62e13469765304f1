//! From when until when somebody was on the way into a group or in it, without names.

use super::{Enrolment, store};
use crate::Result;
use crate::access::Grant;
use crate::groups::Stay;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// A person's own ways into groups, the newest first, those that have ended too. The grant must be about this person.
pub async fn ways_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Enrolment>> {
    store::all_of(work, grant, person).await
}

/// The groups that a person is or was in or on the way into: read to decide, so before there is a grant.
pub async fn groups_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    store::groups_of(work, person).await
}

/// Everybody's ways into groups, for whoever looks after how long things are kept.
pub async fn stays(work: &mut Work<'_>, grant: &Grant) -> Result<Vec<Stay>> {
    store::all_stays(work, grant).await
}

impl Enrolment {
    /// From when until when they were on the way or in the group.
    pub fn stay(&self) -> Stay {
        let until = (!self.stage.is_living()).then_some(self.since);
        Stay { group: self.group, person: self.person, since: self.opened_at, until }
    }
}
