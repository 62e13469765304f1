//! What most scenarios begin with: a group that takes members.

use super::{TestClinic, founding};
use crate::Result;
use crate::access::Actor;
use crate::groups::{Charter, Format, Founding, GroupState, advance, found};
use crate::id::{GroupId, PersonId};

impl TestClinic {
    /// A group with so many places that its founder leads and that takes members.
    pub async fn group(&self, leader: Actor, charter: Charter, format: Format, capacity: u32) -> Result<GroupId> {
        let founding = Founding { charter, format, capacity, ..founding() };
        self.write(leader, async move |work| {
            let group = found(work, &founding).await?;
            advance(work, group, GroupState::Recruiting).await?;
            Ok(group)
        })
        .await
    }
}

/// The person behind an actor.
pub fn who(actor: Actor) -> PersonId {
    actor.person().expect("a person acts")
}
