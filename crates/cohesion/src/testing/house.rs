//! What most scenarios begin with: a group that takes members.

use super::staff::profile;
use super::{TestClinic, founding};
use crate::Result;
use crate::access::{About, Actor, Deed, Standing};
use crate::groups::{Charter, Format, Founding, GroupState, advance, found};
use crate::id::{GroupId, PersonId};
use crate::identity::add_person;
use crate::work::Work;

impl TestClinic {
    /// Somebody known here by name and address, without a part yet, who has just proved who they are.
    pub async fn somebody(&self, called: &str) -> Result<Actor> {
        let profile = profile(called);
        let adding = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::NOTHING)?;
            add_person(work, &grant, &profile).await
        };
        Ok(self.signed_in(self.write(self.system(), adding).await?))
    }

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
