//! What members show to their whole group: a copy under the group's key, so that reading it opens nobody's own record.

use ::techniques::{Answers, Form};
use serde::{Deserialize, Serialize};

use super::{ShareId, catalogue, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::work::{Cell, Scope, Work};
use crate::{Legible, Result};

/// What is sealed of a share.
#[derive(Serialize, Deserialize)]
pub(super) struct Copy {
    /// The author's name in this group; none where they chose to show it without.
    pub by: Option<String>,
    /// The answers.
    pub answers: Answers,
}

/// A sheet that is shown to a group.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Its id, which tells nothing of its author.
    pub id: ShareId,
    /// The group.
    pub group: GroupId,
    /// The author's name in this group; none where they chose to show it without.
    pub by: Option<String>,
    /// The form.
    pub form: &'static Form,
    /// The answers that fit the form as it is now.
    pub answers: Answers,
    /// Since when.
    pub shared_at: Timestamp,
}

/// What stands behind the address of a share.
#[derive(Clone, Debug)]
pub enum SharedSheet {
    /// It can be read.
    Open(Box<Shared>),
    /// Whoever showed it has taken it back.
    TakenBack,
}

/// Who looks at what is shown, and so where their way leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A member of the group.
    Fellow,
    /// Somebody who leads it.
    Leading,
}

/// What members show to the group now, the newest first.
pub async fn shared_in(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Shared>> {
    let grant = deeds::may_see_shared(work, group).await?;
    let mut shown = Legible::default();
    for kept in store::shares_in(work, &grant, group).await? {
        let id = kept.id;
        if let Some(read) = open(work, &grant, kept).await.transpose() {
            shown.add(read, "sheet_shares", id.0)?;
        }
    }
    Ok(shown)
}

/// Whether a sheet is still shown to its group; nothing of it is opened.
pub async fn is_shown(work: &mut Work<'_>, id: ShareId) -> Result<bool> {
    Ok(store::find_share(work, id).await?.content.is_some())
}

/// One sheet that is or was shown to a group, for whoever belongs to it.
pub async fn shared(work: &mut Work<'_>, id: ShareId) -> Result<(SharedSheet, Look)> {
    let kept = store::find_share(work, id).await?;
    let grant = deeds::may_see_shared(work, kept.group).await?;
    let look = if grant.tie() == crate::access::Tie::Seated { Look::Fellow } else { Look::Leading };
    let shown = open(work, &grant, kept).await?;
    Ok((shown.map_or(SharedSheet::TakenBack, |shared| SharedSheet::Open(Box::new(shared))), look))
}

/// Nothing where it was taken back, or where its form is not here any more.
async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptShare) -> Result<Option<Shared>> {
    let store::KeptShare { id, group, content, shared_at } = kept;
    let Some(content) = content else { return Ok(None) };
    let copy: Copy = work.open(grant, Scope::Group(group), cell(id), &content).await?;
    let Some(form) = catalogue().form(&copy.answers.form) else { return Ok(None) };
    let answers = form.fit(&copy.answers).answers;
    Ok(Some(Shared { id, group, by: copy.by, form, answers, shared_at }))
}

pub(super) const fn cell(id: ShareId) -> Cell {
    Cell::of("sheet_shares", "content", id.0)
}
