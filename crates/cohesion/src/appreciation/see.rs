//! Reading words: what the actor has written, what was passed on to them, and what waits for whoever leads.

use serde::{Deserialize, Serialize};

use super::decide::{back_cell, copy_cell};
use super::store::{self, Row};
use super::{Answer, AppreciationId, Kind, Said, State, deeds, give};
use crate::clock::Timestamp;
use crate::groups::{self, Seat};
use crate::id::{GroupId, PersonId};
use crate::work::{Scope, Work};
use crate::{Legible, Result};

/// What is passed on: a copy, under the name that the giver has in the group.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Passed {
    pub from: String,
    pub said: Said,
}

/// What the actor has written.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its id.
    pub id: AppreciationId,
    /// The name of whoever it is for; nothing where they sit there no more.
    pub to: Option<String>,
    /// What kind of word it is.
    pub kind: Kind,
    /// What it says.
    pub said: Said,
    /// Where it is.
    pub state: State,
    /// What whoever leads said when they gave it back.
    pub given_back: Option<String>,
    /// What the receiver answered.
    pub answer: Option<Answer>,
    /// When it was written.
    pub at: Timestamp,
}

/// What was passed on to the actor.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its id.
    pub id: AppreciationId,
    /// The name of whoever wrote it, as the group knows them.
    pub from: String,
    /// What kind of word it is.
    pub kind: Kind,
    /// What it says.
    pub said: Said,
    /// What the actor answered.
    pub answer: Option<Answer>,
    /// When it was passed on.
    pub at: Timestamp,
}

/// A word as those who lead see it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its id.
    pub id: AppreciationId,
    /// Who wrote it, by name.
    pub from: String,
    /// Whom it is for, by name.
    pub to: String,
    /// What kind of word it is.
    pub kind: Kind,
    /// What it says.
    pub said: Said,
    /// Where it is.
    pub state: State,
    /// What the receiver answered.
    pub answer: Option<Answer>,
    /// When it was written.
    pub at: Timestamp,
}

/// Those to whom the actor can write: seats, which tell nothing of them in another group.
pub async fn receivers(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Seat>> {
    deeds::may_give(work, group).await?;
    groups::fellow_seats(work, group).await
}

/// What the actor has written in a group, the newest first.
pub async fn given(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Given>> {
    let (person, grant) = deeds::may_give(work, group).await?;
    let fellows = groups::fellow_seats(work, group).await?;
    let scope = Scope::Membership(group, person);
    let mut all = Legible::default();
    for row in store::given_by(work, &grant, group, person).await? {
        let (id, to) = (row.id, name_of(&fellows, row.receiver));
        let read = async {
            let said = work.open(&grant, scope, give::cell(id), &row.words).await?;
            let given_back = match &row.given_back {
                Some(sealed) => Some(work.open(&grant, scope, back_cell(id), sealed).await?),
                None => None,
            };
            let Row { kind, state, answer, at, .. } = row;
            Ok(Given { id, to, kind, said, state, given_back, answer, at })
        };
        all.add(read.await, "appreciations", id.0)?;
    }
    Ok(all)
}

/// What was passed on to the actor in a group, the newest first.
pub async fn received(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Received>> {
    let (person, grant) = deeds::may_receive(work, group).await?;
    let mut all = Legible::default();
    for row in store::received_by(work, &grant, group, person).await? {
        let Row { id, kind, answer, copy, decided_at, at, .. } = row;
        let Some(copy) = copy else { continue };
        let opened = work.open(&grant, Scope::Membership(group, person), copy_cell(id), &copy).await;
        let read =
            opened.map(|Passed { from, said }| Received { id, from, kind, said, answer, at: decided_at.unwrap_or(at) });
        all.add(read, "appreciations", id.0)?;
    }
    Ok(all)
}

/// Every word in a group but those that were taken back, for those who lead: what waits first, then the newest.
pub async fn waiting(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Waiting>> {
    let grant = deeds::may_see(work, group).await?;
    let seats = groups::seats(work, group).await?;
    let mut all = Legible::default();
    for row in store::all_in(work, &grant, group).await? {
        if row.state == State::TakenBack {
            continue;
        }
        let about = work.about(&grant, row.giver);
        let opened = work.open(&about, Scope::Membership(group, row.giver), give::cell(row.id), &row.words).await;
        let (from, to) = (name_of(&seats, row.giver), name_of(&seats, row.receiver));
        let Row { id, kind, state, answer, at, .. } = row;
        let read = opened.map(|said| Waiting {
            id,
            from: from.unwrap_or_default(),
            to: to.unwrap_or_default(),
            kind,
            said,
            state,
            answer,
            at,
        });
        all.add(read, "appreciations", id.0)?;
    }
    all.readable.sort_by_key(|word| word.state != State::Waiting);
    Ok(all)
}

fn name_of(seats: &[Seat], person: PersonId) -> Option<String> {
    seats.iter().rev().find(|seat| seat.person == person).map(|seat| seat.called.clone())
}
