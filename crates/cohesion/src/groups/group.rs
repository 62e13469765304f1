//! The group itself.

use serde::{Deserialize, Serialize};

use super::{Charter, GroupState, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::practice;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// How members come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// All begin together and end together.
    Closed,
    /// A seat that becomes free is given to somebody new.
    SlowOpen,
    /// Whoever comes is there.
    Open,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Closed, Self::SlowOpen, Self::Open];

    /// The Fluent keys of its name and of what it means.
    pub const fn word_keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Closed => ("groups-format-closed", "groups-format-closed-about"),
            Self::SlowOpen => ("groups-format-slow-open", "groups-format-slow-open-about"),
            Self::Open => ("groups-format-open", "groups-format-open-about"),
        }
    }

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The format that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.code() == code)
            .ok_or_else(|| Error::bug(format!("no format has the number {code}")))
    }
}

/// A group as it is now.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its rules.
    pub charter: Charter,
    /// How members come and go.
    pub format: Format,
    /// Where it is in its life.
    pub state: GroupState,
    /// How many seats there are.
    pub capacity: u32,
    /// The zone of its clock, such as `Europe/Dublin`.
    pub zone: String,
    /// What is said of it.
    pub words: GroupWords,
    /// Which version of all this it is.
    pub version: u32,
}

/// What is said of a group. It can tell what its members suffer from, so it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupWords {
    /// The neutral name that members see, such as "Tuesday group".
    pub name: String,
    /// What it is for, for staff.
    pub focus: String,
    /// How it works, such as "CBT" or "shared experience".
    pub approach: String,
    /// Where it meets: an address or "online".
    pub place: String,
}

impl std::fmt::Debug for GroupWords {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("GroupWords([sealed])")
    }
}

/// The group, for whoever may see it.
pub async fn group(work: &mut Work<'_>, grant: &Grant, id: GroupId) -> Result<Group> {
    let kept = store::find_group(work, id).await?;
    let words = work.open(grant, Scope::Group(id), words_cell(id, kept.version), &kept.words).await?;
    Ok(Group {
        id,
        charter: kept.charter,
        format: kept.format,
        state: kept.state,
        capacity: kept.capacity,
        zone: kept.zone,
        words,
        version: kept.version,
    })
}

/// The group's rules, which are no secret to anyone who knows of the group.
pub async fn charter_of(work: &mut Work<'_>, id: GroupId) -> Result<Charter> {
    Ok(store::find_group(work, id).await?.charter)
}

/// Where the group is in its life, which is no secret to anyone who knows of the group.
pub async fn state_of(work: &mut Work<'_>, id: GroupId) -> Result<GroupState> {
    Ok(store::find_group(work, id).await?.state)
}

/// The groups that the actor leads now, by name.
pub async fn groups_led_by(work: &mut Work<'_>) -> Result<Vec<Group>> {
    let Some(person) = work.actor().person() else { return Err(Error::SignInNeeded) };
    let led = store::groups_led_by(work, person).await?;
    by_name(work, led).await
}

/// The groups that the actor works with, by name: those they lead, and for whoever plans dates all that are not put away.
pub async fn groups_at_work(work: &mut Work<'_>) -> Result<Vec<Group>> {
    if !practice::roles(work).await?.allows(Deed::SeeSeats) {
        return groups_led_by(work).await;
    }
    let all = store::all_groups(work).await?;
    by_name(work, all).await
}

/// Every group that was ever founded, put away or not, with when and without names, the first first: under a grant that was given
/// for another reason.
pub async fn every_group(work: &mut Work<'_>, grant: &Grant) -> Result<Vec<(GroupId, Timestamp)>> {
    store::groups_ever(work, grant).await
}

async fn by_name(work: &mut Work<'_>, ids: Vec<GroupId>) -> Result<Vec<Group>> {
    let mut groups = Vec::new();
    for id in ids {
        let grant = deeds::may_see(work, id).await?;
        groups.push(group(work, &grant, id).await?);
    }
    groups.sort_by(|one, other| one.words.name.cmp(&other.words.name));
    Ok(groups)
}

pub(super) const fn words_cell(id: GroupId, version: u32) -> Cell {
    Cell::of("groups", "words", id.0).version(version)
}
