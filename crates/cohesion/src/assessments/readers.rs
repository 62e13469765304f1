//! Who reads what is answered, and when: said before the first question, by name.

use super::Assignment;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Result, groups, practice};

/// Who reads the answers, and when as far as the practice says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readers {
    /// Those who lead the group and work here, by name.
    pub names: Vec<String>,
    /// At which hours answers are read, in the practice's own words; empty where it says none.
    pub hours: String,
}

impl Readers {
    /// The readers of an assignment; nobody is named to whoever has left the group.
    pub(super) async fn of(work: &mut Work<'_>, assignment: &Assignment) -> Result<Self> {
        Self::for_member(work, assignment.group, assignment.person).await
    }

    /// The readers of what a member of a group writes for those who lead it.
    pub async fn for_member(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Self> {
        let hours = practice::settings(work).await?.duty_hours;
        if !groups::is_seated(work, group, person).await? {
            return Ok(Self { names: Vec::new(), hours });
        }
        let grant = groups::may_see(work, group).await?;
        Ok(Self { names: groups::named_readers(work, &grant, group).await?, hours })
    }
}

/// The readers of one of the actor's own assignments.
pub async fn readers(work: &mut Work<'_>, id: super::AssignmentId) -> Result<Readers> {
    let assignment = super::assignment(work, id).await?;
    Readers::of(work, &assignment).await
}
