//! Whoever leads opens the group for words between members, and closes it.

use super::{deeds, store};
use crate::Result;
use crate::hub::Change;
use crate::id::GroupId;
use crate::work::Work;

/// Whether members can write to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// They can.
    Open,
    /// They cannot. What was written stays.
    Closed,
}

impl std::str::FromStr for Door {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        match word {
            "open" => Ok(Self::Open),
            "closed" => Ok(Self::Closed),
            _ => Err(()),
        }
    }
}

/// Opens or closes it.
pub async fn set_door(work: &mut Work<'_>, group: GroupId, door: Door) -> Result<()> {
    let grant = deeds::may_lead(work, group).await?;
    match door {
        Door::Open => store::open(work, &grant, group).await?,
        Door::Closed => store::close(work, &grant, group).await?,
    }
    work.announce(Change::Group(group));
    Ok(())
}

/// Whether it is open. Whoever asks has a part in the group already.
pub async fn is_open(work: &mut Work<'_>, group: GroupId) -> Result<bool> {
    store::is_open(work, group).await
}
