//! Somebody asks another in the group whether they would like to exchange ways to be reached. Only a post with a name can be asked.

use super::contact::Card;
use super::deeds;
use super::post::Sight;
use super::read::body_of;
use super::store;
use super::write::name_in;
use super::{Audience, ExchangeId, PostId, PostState, Side};
use crate::id::PersonId;
use crate::limits::{CONTACT_CHARS_MAX, CONTACTS_OPEN_MAX};
use crate::notices::{self, Kind};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// They were asked.
    Asked,
    /// They were asked before; nobody is asked twice.
    Before,
}

/// Asks the writer of a post. `way` is what the actor would give; the other sees it only once both have agreed.
pub async fn ask_contact(work: &mut Work<'_>, id: PostId, way: &str) -> Result<Asking> {
    let post = store::find_post(work, id).await?;
    let (me, grant) = deeds::may_exchange(work, post.group).await?;
    let (coming, sight) = deeds::may_see_post(work, &post, Side::Member).await?;
    let way = checked(way)?;
    let body = match sight {
        Sight::Whole if post.author != me && post.state == PostState::Shown && post.audience == Audience::Named => {
            body_of(work, &coming, &post).await?
        }
        _ => return Err(Error::Conflict("sharing-conflict-gone")),
    };
    if body.leads {
        return Err(Error::Conflict("sharing-conflict-leader"));
    }
    let (group, asked) = (post.group, post.author);
    let known = store::exchange_between(work, &grant, group, (me, asked)).await?;
    if known.is_some() || store::exchange_between(work, &grant, group, (asked, me)).await?.is_some() {
        return Ok(Asking::Before);
    }
    if store::open_asks(work, &grant, group, me).await? >= CONTACTS_OPEN_MAX {
        return Err(Error::Conflict("sharing-conflict-many-asks"));
    }
    let (id, own_name) = (ExchangeId::random()?, name_in(work, &coming, group).await?);
    let gives = Card { with: body.called, way: Some(way) };
    let gives = work.seal(Scope::Membership(group, me), cell(id, "asker_gives"), &gives).await?;
    let shown = Card { with: own_name, way: None };
    let shown = work.seal(Scope::Membership(group, asked), cell(id, "asked_sees"), &shown).await?;
    if !store::ask(work, &grant, (id, group), (me, asked), (gives, shown)).await? {
        return Ok(Asking::Before);
    }
    tell(work, asked, group.0).await?;
    Ok(Asking::Asked)
}

/// Tells one of the two that something is new.
pub(super) async fn tell(work: &mut Work<'_>, person: PersonId, group: crate::id::Bytes) -> Result<()> {
    let now = work.now();
    notices::tell(work, person, Kind::ContactAsked, group, now.0).await
}

/// A way to be reached that says something.
pub(super) fn checked(way: &str) -> Result<String> {
    match way.trim().chars().count() {
        0 => Err(Error::invalid("way", "fault-empty")),
        length if length > CONTACT_CHARS_MAX => Err(Error::invalid("way", "fault-long")),
        _ => Ok(way.trim().to_owned()),
    }
}

pub(super) const fn cell(id: ExchangeId, column: &'static str) -> Cell {
    Cell::of("contact_exchanges", column, id.0)
}
