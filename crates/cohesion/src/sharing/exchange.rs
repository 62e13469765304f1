//! Two members answer each other about ways to be reached, and each sees what the other gives only while both agree.

use super::ask_contact::{cell, checked, tell};
use super::contact::Card;
use super::store::{self, ExchangeRow};
use super::{Exchange, ExchangeId, ExchangeState, Party, deeds};
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result};

/// What somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// They agree, and give this.
    Agree(String),
    /// They would rather not, or take it back. What both gave is erased.
    End,
}

/// The actor's exchanges in a group, the newest first.
pub async fn exchanges(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Exchange>> {
    let (me, grant) = deeds::may_exchange(work, group).await?;
    let mut all = Legible::default();
    for row in store::exchanges_of(work, &grant, group, me).await? {
        if row.state != ExchangeState::Over {
            let id = row.id;
            all.add(look(work, &grant, row, me).await, "contact_exchanges", id.0)?;
        }
    }
    Ok(all)
}

async fn look(work: &mut Work<'_>, grant: &Grant, row: ExchangeRow, me: PersonId) -> Result<Exchange> {
    let ExchangeRow { id, group, state, .. } = row;
    let (party, gives, sees) = if row.asker == me {
        (Party::Asker, ("asker_gives", row.asker_gives), ("asker_sees", row.asker_sees))
    } else {
        (Party::Asked, ("asked_gives", row.asked_gives), ("asked_sees", row.asked_sees))
    };
    let scope = Scope::Membership(group, me);
    let place = |column: &'static str| if column == "asked_sees" { seen_by_asked(id, state) } else { cell(id, column) };
    let mut cards: [Option<Card>; 2] = [None, None];
    for (card, (column, sealed)) in cards.iter_mut().zip([gives, sees]) {
        if let Some(sealed) = sealed {
            *card = Some(work.open(grant, scope, place(column), &sealed).await?);
        }
    }
    let [gives, sees] = cards;
    let with = gives.iter().chain(&sees).map(|card| card.with.clone()).next().unwrap_or_default();
    Ok(Exchange {
        id,
        party,
        state,
        with,
        gives: gives.and_then(|card| card.way),
        sees: sees.and_then(|card| card.way),
    })
}

/// Answers, or takes back what was agreed. Each may end it at any time; nobody is asked again after that.
pub async fn reply_to_contact(work: &mut Work<'_>, id: ExchangeId, reply: &Reply) -> Result<GroupId> {
    let row = store::find_exchange(work, id).await?;
    let (me, grant) = deeds::may_exchange(work, row.group).await?;
    if ![row.asker, row.asked].contains(&me) {
        return Err(Error::NotFound);
    }
    let (group, other) = (row.group, if row.asker == me { row.asked } else { row.asker });
    if row.state == ExchangeState::Over {
        return Err(Error::Conflict("sharing-conflict-exchange"));
    }
    match reply {
        Reply::End => store::end_exchange(work, &grant, id).await?,
        Reply::Agree(_) if row.asked != me || row.state != ExchangeState::Asked => {
            return Err(Error::Conflict("sharing-conflict-exchange"));
        }
        Reply::Agree(way) => {
            let way = checked(way)?;
            agree(work, &grant, row, way).await?;
            tell(work, other, group.0).await?;
        }
    }
    work.announce(crate::hub::Change::Person(other));
    Ok(group)
}

/// What each gave is copied for the other, under the other's key.
async fn agree(work: &mut Work<'_>, grant: &Grant, row: ExchangeRow, way: String) -> Result<()> {
    let (id, group) = (row.id, row.group);
    let (of_first, of_second) = (Scope::Membership(group, row.asker), Scope::Membership(group, row.asked));
    let (Some(gives), Some(sees)) = (row.asker_gives, row.asked_sees) else {
        return Err(Error::bug("an exchange that waits holds nothing"));
    };
    let about = work.about(grant, row.asker);
    let theirs: Card = work.open(&about, of_first, cell(id, "asker_gives"), &gives).await?;
    let known: Card = work.open(grant, of_second, seen_by_asked(id, ExchangeState::Asked), &sees).await?;
    let to_first = Card { with: theirs.with, way: Some(way.clone()) };
    let own = Card { with: known.with.clone(), way: Some(way) };
    let to_second = Card { with: known.with, way: theirs.way };
    let sealed = (
        work.seal(of_first, cell(id, "asker_sees"), &to_first).await?,
        work.seal(of_second, cell(id, "asked_gives"), &own).await?,
        work.seal(of_second, seen_by_asked(id, ExchangeState::Agreed), &to_second).await?,
    );
    if store::agree(work, grant, id, sealed).await? {
        Ok(())
    } else {
        Err(Error::Conflict("sharing-conflict-exchange"))
    }
}

/// The place of what the one who was asked sees; it is written anew when both have agreed.
const fn seen_by_asked(id: ExchangeId, state: ExchangeState) -> Cell {
    let version = match state {
        ExchangeState::Agreed => 2,
        ExchangeState::Asked | ExchangeState::Over => 1,
    };
    cell(id, "asked_sees").version(version)
}
