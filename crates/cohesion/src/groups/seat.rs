//! A seat: one person's membership episode in one group.

use super::charter::Roster;
use super::{GET_READY, Keeping, deeds, keep_place, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SeatId};
use crate::limits;
use crate::work::{Cell, Job, Scope, Work};
use crate::{Error, Result};

/// Where a membership is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatState {
    /// Takes part.
    Active,
    /// Away for a while, as agreed.
    OnHold,
    /// Has left.
    Left,
}

impl SeatState {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Active => 1,
            Self::OnHold => 2,
            Self::Left => 3,
        }
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Active),
            2 => Ok(Self::OnHold),
            3 => Ok(Self::Left),
            other => Err(Error::bug(format!("no seat state has the number {other}"))),
        }
    }
}

/// One person's membership episode in one group.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// The group.
    pub group: GroupId,
    /// Who sits there.
    pub person: PersonId,
    /// The name the others see.
    pub called: String,
    /// Where the membership is.
    pub state: SeatState,
    /// Since when.
    pub since: Timestamp,
    /// Until when, once it has ended.
    pub until: Option<Timestamp>,
}

/// What one member may know of another: a name, and whether they still belong. Never why they left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fellow {
    /// The name chosen for this group.
    pub called: String,
    /// Whether they still belong to it.
    pub is_here: bool,
}

/// Gives a person a seat, in the place kept for them or in a free one. A full group is a [`Error::Conflict`], however many ask at the same moment.
pub async fn take_seat(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    called: &str,
) -> Result<SeatId> {
    let kept = store::find_group(work, group).await?;
    if !kept.state.takes_members() {
        return Err(Error::Conflict("groups-conflict-not-open"));
    }
    if keep_place(work, grant, group, person).await? == Keeping::Full {
        return Err(Error::Conflict("groups-conflict-full"));
    }
    let id = SeatId::random()?;
    let called = work.seal(Scope::Membership(group, person), called_cell(id), called).await?;
    store::insert_seat(work, grant, id, group, person, called).await?;
    work.enqueue(Job::anew(GET_READY, group.0, work.now())?);
    work.announce(Change::Group(group));
    Ok(id)
}

/// Ends a membership episode: the person's rights in the group end with it, and their place is free.
pub async fn give_up_seat(work: &mut Work<'_>, grant: &Grant, seat: SeatId, group: GroupId) -> Result<()> {
    let kept = store::find_seat(work, grant, seat).await?;
    store::end_seat(work, grant, seat).await?;
    store::delete_place(work, grant, group, kept.person).await?;
    work.announce(Change::Group(group));
    work.announce(Change::Person(kept.person));
    Ok(())
}

/// Marks a seat as active, or as on hold while its member is away as agreed. The place is kept either way.
pub async fn mark_seat(work: &mut Work<'_>, grant: &Grant, seat: SeatId, state: SeatState) -> Result<()> {
    if state == SeatState::Left {
        return Err(Error::bug("a seat is left by giving it up"));
    }
    store::save_seat_state(work, grant, seat, state).await
}

/// Everyone who sits in the group now or sat there, by name, for whoever works with the group.
pub async fn seats(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Seat>> {
    let grant = deeds::may_see_seats(work, group).await?;
    let mut seats = Vec::new();
    for kept in store::seats_in(work, &grant, group).await? {
        let about = work.about(&grant, kept.person);
        seats.push(open(work, &about, kept).await?);
    }
    seats.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(seats)
}

/// Those who sit in the group now, by name, under a grant that was given for another reason, such as their scores.
pub async fn seated(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Seat>> {
    let mut seats = Vec::new();
    for kept in store::seats_in(work, grant, group).await?.into_iter().filter(|kept| kept.until.is_none()) {
        let about = work.about(grant, kept.person);
        seats.push(open(work, &about, kept).await?);
    }
    Ok(seats)
}

/// The latest seat that one person has or had in the group, for whoever works with the group. Nobody else's is opened.
pub async fn seat_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Option<Seat>> {
    let grant = deeds::may_see_seats(work, group).await?;
    let kept = store::seats_in(work, &grant, group).await?.into_iter().rfind(|kept| kept.person == person);
    let Some(kept) = kept else { return Ok(None) };
    let about = work.about(&grant, person);
    open(work, &about, kept).await.map(Some)
}

/// Who sits in the group now and how, without names, for jobs and rules.
pub async fn living_seats(work: &mut Work<'_>, group: GroupId) -> Result<Vec<(PersonId, SeatState)>> {
    let grant = deeds::may_see_seats(work, group).await?;
    let kept = store::seats_in(work, &grant, group).await?;
    Ok(kept.into_iter().filter(|seat| seat.until.is_none()).map(|seat| (seat.person, seat.state)).collect())
}

/// The same with since when: ids only, for deciding what all of them have agreed to.
pub async fn living_since(work: &mut Work<'_>, group: GroupId) -> Result<Vec<(PersonId, SeatState, Timestamp)>> {
    store::living_in(work, group).await
}

/// Who sits or sat in the group, without names, with since when and until when, under a grant that was given for another reason.
pub async fn sat_in(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
) -> Result<Vec<(PersonId, Timestamp, Option<Timestamp>)>> {
    let kept = store::seats_in(work, grant, group).await?;
    Ok(kept.into_iter().map(|seat| (seat.person, seat.since, seat.until)).collect())
}

/// How many seats are taken, for whoever may see the group.
pub async fn seats_taken(work: &mut Work<'_>, group: GroupId) -> Result<u32> {
    deeds::may_see(work, group).await?;
    store::count_living_seats(work, group).await
}

/// Whether a person sits in the group now.
pub async fn is_seated(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<bool> {
    store::has_living_seat(work, group, person).await
}

/// The groups in which a person sits now, the oldest seat first: ids only, for deciding who answers for them.
pub async fn seated_in(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    store::seated_in(work, person).await
}

/// The names that a member may see of the others in their group: who sits there now, and who left in the last weeks.
/// Nobody, where the charter hides who belongs.
pub async fn fellows(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Fellow>> {
    let grant = deeds::may_see_fellows(work, group).await?;
    if store::find_group(work, group).await?.charter.roster() == Roster::Hidden {
        return Ok(Vec::new());
    }
    let recent = work.now() - limits::GONE_SHOWN_FOR;
    let mut fellows = Vec::new();
    for kept in store::seats_in(work, &grant, group).await? {
        if Some(kept.person) == work.actor().person() || kept.until.is_some_and(|until| until < recent) {
            continue;
        }
        let about = work.about(&grant, kept.person);
        let seat = open(work, &about, kept).await?;
        fellows.push(Fellow { called: seat.called, is_here: seat.until.is_none() });
    }
    fellows.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(fellows)
}

/// Those who sit in the group with the actor now, by name and with their seats: for choosing one of them. Nobody, where the
/// charter hides who belongs.
pub async fn fellow_seats(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Seat>> {
    let grant = deeds::may_see_fellows(work, group).await?;
    if store::find_group(work, group).await?.charter.roster() == Roster::Hidden {
        return Ok(Vec::new());
    }
    let mut seats = seated(work, &grant, group).await?;
    seats.retain(|seat| Some(seat.person) != work.actor().person());
    seats.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(seats)
}

/// A person's own seats, the newest first. The grant must be about this person.
pub async fn seats_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Seat>> {
    let mut seats = Vec::new();
    for kept in store::seats_of(work, grant, person).await? {
        seats.push(open(work, grant, kept).await?);
    }
    Ok(seats)
}

/// When the newest of the others took the seat they have, if anybody else sits there.
pub async fn newest_seat(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    but: PersonId,
) -> Result<Option<Timestamp>> {
    store::newest_seat(work, grant, group, but).await
}

async fn open(work: &mut Work<'_>, about: &Grant, kept: store::KeptSeat) -> Result<Seat> {
    let scope = Scope::Membership(kept.group, kept.person);
    let called = work.open(about, scope, called_cell(kept.id), &kept.called).await?;
    let store::KeptSeat { id, group, person, state, since, until, .. } = kept;
    Ok(Seat { id, group, person, called, state, since, until })
}

const fn called_cell(id: SeatId) -> Cell {
    Cell::of("seats", "called", id.0)
}
