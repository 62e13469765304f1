//! Who may join a group alone. Its charter says whether anybody may; whoever leads it opens it.

use std::str::FromStr;

use super::{Ending, Enrolment, Stage, deeds, depart, store};
use crate::access::{Deed, Grant};
use crate::groups::{self, Capability};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// Who may join a group alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoJoins {
    /// Nobody: those who lead bring people in.
    Nobody,
    /// Whoever has finished a therapy group here.
    Finished,
    /// Everybody.
    Everybody,
}

impl WhoJoins {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Nobody, Self::Finished, Self::Everybody];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64
    }

    /// The answer that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|who| who.code() == code)
            .ok_or_else(|| Error::bug(format!("nobody who joins has the number {code}")))
    }

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Finished => "finished",
            Self::Everybody => "everybody",
        }
    }
}

impl FromStr for WhoJoins {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        Self::ALL.into_iter().find(|who| who.word() == word).ok_or(())
    }
}

/// Who may join the group alone; nobody, where its charter forbids that.
pub async fn who_joins(work: &mut Work<'_>, group: GroupId) -> Result<WhoJoins> {
    if groups::charter_of(work, group).await?.allow(Capability::SelfJoin).is_err() {
        return Ok(WhoJoins::Nobody);
    }
    store::who_joins(work, group).await
}

/// Says who may. A group whose charter forbids joining alone has no such page.
pub async fn open_joining(work: &mut Work<'_>, group: GroupId, who: WhoJoins) -> Result<()> {
    let grant = deeds::may_in(work, Deed::OpenJoining, group).await?;
    groups::charter_of(work, group).await?.allow(Capability::SelfJoin)?;
    store::save_who_joins(work, &grant, group, who).await?;
    work.announce(Change::Group(group));
    Ok(())
}

/// The groups that the actor may join alone now, and is not in yet.
pub async fn open_to_me(work: &mut Work<'_>) -> Result<Vec<GroupId>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_oneself(work, Deed::SeeOwnEnrolment, person)?;
    let mut open = Vec::new();
    for group in store::groups_to_join(work).await? {
        let is_in = store::living_of(work, group, person).await?.is_some();
        if !is_in && admits(work, &grant, group, person).await? {
            open.push(group);
        }
    }
    Ok(open)
}

/// Whether the group takes this person if they come by themselves. The grant must be about them.
pub(super) async fn admits(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<bool> {
    if !groups::state_of(work, group).await?.takes_members() {
        return Ok(false);
    }
    match who_joins(work, group).await? {
        WhoJoins::Nobody => Ok(false),
        WhoJoins::Everybody => Ok(true),
        WhoJoins::Finished => has_finished(work, grant, person).await,
    }
}

/// Whether somebody has come to the planned end of a group that has one. The grant must be about them.
pub(super) async fn has_finished(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<bool> {
    for way in store::all_of(work, grant, person).await? {
        if groups::charter_of(work, way.group).await?.allow(Capability::PlannedEnding).is_err() {
            continue;
        }
        let is_over = groups::state_of(work, way.group).await?.is_over();
        let ending = match way.stage {
            Stage::Left => depart::read(work, grant, &way).await?.map(|departure| departure.ending),
            _ => None,
        };
        if ending == Some(Ending::Planned) || (way.stage.is_member() && is_over) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether somebody was taken out of this group before, on another way than this one: then they are not seated by themselves,
/// and those who lead decide (ATK-76). The grant must be about whoever is on it.
pub(super) async fn was_removed(work: &mut Work<'_>, grant: &Grant, on: &Enrolment) -> Result<bool> {
    for way in store::all_of(work, grant, on.person).await? {
        if way.group == on.group
            && way.id != on.id
            && way.stage == Stage::Left
            && depart::read(work, grant, &way).await?.is_some_and(|departure| departure.ending == Ending::Removed)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
