//! What a visitor reads of the groups that the practice shows.

use super::open::while_open;
use super::store;
use crate::enrolment::{WhoJoins, who_joins};
use crate::groups::{self, Charter};
use crate::id::GroupId;
use crate::work::Work;
use crate::{Error, Result};

/// What is said of a group in public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicWords {
    /// What it is called there.
    pub title: String,
    /// Whom it is for, and what happens in it.
    pub about: String,
    /// When it meets, in words.
    pub meets: String,
    /// Where.
    pub place: String,
    /// What it costs.
    pub cost: String,
}

/// A group that is shown.
#[derive(Clone, Debug)]
pub struct ShownGroup {
    /// Its id.
    pub id: GroupId,
    /// Its rules.
    pub charter: Charter,
    /// What is said of it.
    pub words: PublicWords,
    /// Whether it takes anybody now.
    pub takes_members: bool,
    /// Who may join it alone.
    pub joins: WhoJoins,
}

/// Every group that is shown, by title, while the door is open.
pub async fn shown_groups(work: &mut Work<'_>) -> Result<Vec<ShownGroup>> {
    while_open(work).await?;
    let mut shown = Vec::new();
    for kept in store::shown(work).await? {
        if !groups::state_of(work, kept.group).await?.is_over() {
            shown.push(look(work, kept).await?);
        }
    }
    shown.sort_by(|one, other| one.words.title.cmp(&other.words.title));
    Ok(shown)
}

/// One of them. One that is not shown does not exist.
pub async fn shown_group(work: &mut Work<'_>, id: GroupId) -> Result<ShownGroup> {
    while_open(work).await?;
    let kept = store::find(work, id).await?.filter(|kept| kept.is_shown).ok_or(Error::NotFound)?;
    match groups::state_of(work, id).await? {
        over if over.is_over() => Err(Error::NotFound),
        _ => look(work, kept).await,
    }
}

/// What is said of a group that somebody has another reason to read of, shown or not; nothing where nobody has said anything.
pub(super) async fn words_of(work: &mut Work<'_>, id: GroupId) -> Result<Option<PublicWords>> {
    Ok(store::find(work, id).await?.map(|kept| kept.words))
}

async fn look(work: &mut Work<'_>, kept: store::Kept) -> Result<ShownGroup> {
    let charter = groups::charter_of(work, kept.group).await?;
    let takes_members = groups::state_of(work, kept.group).await?.takes_members();
    let joins = who_joins(work, kept.group).await?;
    Ok(ShownGroup { id: kept.group, charter, words: kept.words, takes_members, joins })
}
