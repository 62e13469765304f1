//! The steps into a group that are a member's own: where they are, the name for the group, the signatures; then the seat.

use super::join_alone::may_begin_alone;
use super::way::advance;
use super::{Enrolment, Stage, Step, deeds, keep_apart, store, tell};
use crate::access::{Deed, Grant};
use crate::agreements::{self, Agreement, Due, Signing};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Naming, SeatState, SessionState, charter::ShownIdentity};
use crate::id::{EnrolmentId, SignatureId};
use crate::limits;
use crate::notices::Kind;
use crate::practice::{self, Jurisdiction};
use crate::work::{Cell, Work};
use crate::{Error, Reason, Result};

/// One's own way into a group, with all that is still to be done on it.
#[derive(Clone, Debug)]
pub struct Joining {
    /// The way.
    pub enrolment: Enrolment,
    /// The group's neutral name.
    pub group: String,
    /// Where it meets.
    pub place: String,
    /// When it meets next.
    pub next_at: Option<Timestamp>,
    /// Which names the group goes by.
    pub identity: ShownIdentity,
    /// The name chosen for it, once it is.
    pub called: Option<String>,
    /// Where one takes part from, once it was said.
    pub place_of_own: Option<Jurisdiction>,
    /// Whether somebody who leads the group is licensed there.
    pub cover: Cover,
    /// The texts that wait for a signature.
    pub due: Vec<Due>,
    /// Whether somebody who came by themselves can go on by themselves.
    pub begins_alone: bool,
}

/// Whether somebody who leads a group may treat a person where they take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// The group's charter asks for no licence.
    NotAsked,
    /// Somebody is licensed there, or the person has not said where that is.
    Holds,
    /// Nobody is.
    Missing,
}

impl Joining {
    /// Whether one's own steps are all done.
    pub fn is_done(&self) -> bool {
        self.called.is_some() && !self.asks_where() && self.due.is_empty()
    }

    /// Whether it still has to be said where one takes part from: a group that asks for no licence does not need to know.
    pub fn asks_where(&self) -> bool {
        self.place_of_own.is_none() && self.cover != Cover::NotAsked
    }
}

/// The actor's own ways into groups that are still open, and their memberships.
pub async fn own_enrolments(work: &mut Work<'_>) -> Result<Vec<Joining>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_oneself(work, Deed::SeeOwnEnrolment, person)?;
    let mut own = Vec::new();
    for enrolment in store::all_of(work, &grant, person).await? {
        if enrolment.stage.is_living() {
            own.push(look(work, &grant, enrolment).await?);
        }
    }
    Ok(own)
}

/// One of them.
pub async fn own_enrolment(work: &mut Work<'_>, id: EnrolmentId) -> Result<Joining> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may_oneself(work, Deed::SeeOwnEnrolment, enrolment.person)?;
    if !enrolment.stage.is_living() {
        return Err(Error::NotFound);
    }
    look(work, &grant, enrolment).await
}

/// Chooses the name that the others see. It is this group's alone; no other group learns of it.
pub async fn choose_name(work: &mut Work<'_>, id: EnrolmentId, called: &str) -> Result<()> {
    let (enrolment, grant) = may_join(work, id).await?;
    let called = checked_name(called)?;
    if groups::keep_name(work, &grant, enrolment.group, enrolment.person, called).await? == Naming::Taken {
        return Err(Error::invalid("called", "enrolment-fault-name-taken"));
    }
    save_name(work, &grant, &enrolment, called).await?;
    seat_if_ready(work, &grant, &enrolment).await
}

/// A name as it is kept: short, and no address.
pub(super) fn checked_name(called: &str) -> Result<&str> {
    let called = called.trim();
    if !(1..=limits::SHOWN_NAME_CHARS_MAX).contains(&called.chars().count()) {
        return Err(Error::invalid("called", "enrolment-fault-name"));
    }
    if called.contains('@') {
        return Err(Error::invalid("called", "enrolment-fault-name-address"));
    }
    Ok(called)
}

pub(super) async fn save_name(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment, called: &str) -> Result<()> {
    let version = store::find_called(work, grant, enrolment.id).await?.1 + 1;
    let sealed = work.seal(enrolment.scope(), called_cell(enrolment.id, version), called).await?;
    store::save_called(work, grant, enrolment.id, sealed, version).await
}

/// Says where one takes part from, on the way into a group or as its member. It holds for all of one's groups: where nobody
/// who leads one of them is licensed there, those who lead it are told.
pub async fn say_where(work: &mut Work<'_>, id: EnrolmentId, place: &Jurisdiction) -> Result<()> {
    let (enrolment, grant) = may_join(work, id).await?;
    practice::state_location(work, &grant, enrolment.person, place).await?;
    for own in store::all_of(work, &grant, enrolment.person).await? {
        if own.stage.is_member() && cover(work, &grant, &own).await? == Cover::Missing {
            let now = work.now();
            tell::leaders(work, &own, Kind::PlaceNotCovered, now.0).await?;
        }
    }
    seat_if_ready(work, &grant, &enrolment).await
}

/// Signs one of the texts that the group asks for. The last signature gives the seat where everything else is done; a member
/// who had taken a signature back is in the group again.
pub async fn sign(work: &mut Work<'_>, id: EnrolmentId, agreement: Agreement, edition: u32, name: &str) -> Result<()> {
    let (enrolment, grant) = may_join(work, id).await?;
    let signing = Signing { group: enrolment.group, agreement, edition, name: name.to_owned() };
    agreements::sign(work, enrolment.person, &signing).await?;
    let waits_for_it = enrolment.stage == Stage::OnHold && enrolment.hold_until.is_none();
    if waits_for_it && agreements::unsigned(work, &grant, enrolment.person, enrolment.group).await?.is_empty() {
        return take_up(work, &grant, &enrolment).await;
    }
    seat_if_ready(work, &grant, &enrolment).await
}

/// Takes a signature back. Where the group cannot be without it, the seat is on hold until it is signed again or left.
pub async fn take_back(work: &mut Work<'_>, id: SignatureId) -> Result<()> {
    let signature = agreements::signature(work, id).await?;
    agreements::withdraw(work, id).await?;
    let grant = deeds::may_oneself(work, Deed::Join, signature.person)?;
    for enrolment in store::all_of(work, &grant, signature.person).await? {
        let due = agreements::unsigned(work, &grant, enrolment.person, enrolment.group).await?;
        let lacks_it = due.iter().any(|due| due.edition.agreement == signature.agreement);
        if enrolment.stage == Stage::Seated && lacks_it {
            advance(work, &grant, &enrolment, Step::Hold, None).await?;
            store::save_hold(work, &grant, enrolment.id, None).await?;
            mark(work, &grant, &enrolment, SeatState::OnHold).await?;
            let count = store::count_steps(work, &grant, enrolment.id).await?;
            tell::leaders(work, &enrolment, Kind::SignatureTakenBack, count).await?;
        }
    }
    Ok(())
}

/// Gives the seat where all is done: prepared, named, located, signed, nobody there to be kept apart from, and somebody
/// licensed to lead. Otherwise nothing happens, and the leader sees what is missing; whatever comes last asks again.
pub(super) async fn seat_if_ready(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<()> {
    if enrolment.stage != Stage::Prepared || !look(work, grant, *enrolment).await?.is_done() {
        return Ok(());
    }
    let is_held_back = keep_apart::is_kept_from(work, enrolment.group, enrolment.person).await?
        || !missing_for(work, grant, enrolment).await?.is_empty();
    if is_held_back {
        return tell::leaders(work, enrolment, Kind::SeatWaits, 0_u32).await;
    }
    tell::leaders(work, enrolment, Kind::SeatTaken, 0_u32).await?;
    seat(work, grant, enrolment, None).await
}

/// What the leaders lack to treat this person where they say they are.
pub(super) async fn missing_for(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Vec<Reason>> {
    match practice::location_of(work, grant, enrolment.person).await? {
        Some(place) => groups::missing_to_lead_at(work, enrolment.group, &place).await,
        None => Ok(Vec::new()),
    }
}

async fn cover(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Cover> {
    let charter = groups::charter_of(work, enrolment.group).await?;
    if charter.allow(Capability::LicensedLeader).is_err() {
        return Ok(Cover::NotAsked);
    }
    let missing = missing_for(work, grant, enrolment).await?;
    Ok(if missing.is_empty() { Cover::Holds } else { Cover::Missing })
}

pub(super) async fn seat(
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    reason: Option<&str>,
) -> Result<()> {
    let called = called(work, grant, enrolment).await?.ok_or(Error::Conflict("enrolment-conflict-not-ready"))?;
    advance(work, grant, enrolment, Step::TakeSeat, reason).await?;
    let seat = groups::take_seat(work, grant, enrolment.group, enrolment.person, &called).await?;
    store::save_seat(work, grant, enrolment.id, seat).await
}

pub(super) async fn take_up(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<()> {
    advance(work, grant, enrolment, Step::Return, None).await?;
    store::save_hold(work, grant, enrolment.id, None).await?;
    mark(work, grant, enrolment, SeatState::Active).await
}

pub(super) async fn mark(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment, state: SeatState) -> Result<()> {
    let seat = enrolment.seat.ok_or_else(|| Error::bug("a member without a seat"))?;
    groups::mark_seat(work, grant, seat, state).await
}

pub(super) async fn look(work: &mut Work<'_>, grant: &Grant, enrolment: Enrolment) -> Result<Joining> {
    let group = groups::group(work, grant, enrolment.group).await?;
    let now = work.now();
    let calendar = groups::calendar(work, grant, enrolment.group).await?;
    let next = calendar
        .iter()
        .filter(|session| matches!(session.state, SessionState::Planned | SessionState::Open) && session.ends_at > now)
        .min_by_key(|session| session.starts_at);
    Ok(Joining {
        enrolment,
        identity: group.charter.identity(),
        group: group.words.name,
        place: group.words.place,
        next_at: next.map(|session| session.starts_at),
        called: called(work, grant, &enrolment).await?,
        place_of_own: practice::location_of(work, grant, enrolment.person).await?,
        cover: cover(work, grant, &enrolment).await?,
        due: agreements::unsigned(work, grant, enrolment.person, enrolment.group).await?,
        begins_alone: may_begin_alone(work, grant, &enrolment).await?,
    })
}

async fn may_join(work: &mut Work<'_>, id: EnrolmentId) -> Result<(Enrolment, Grant)> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may_oneself(work, Deed::Join, enrolment.person)?;
    match enrolment.stage {
        Stage::Accepted | Stage::Prepared | Stage::Seated | Stage::OnHold => Ok((enrolment, grant)),
        _ => Err(Error::NotFound),
    }
}

pub(super) async fn called(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Option<String>> {
    let (Some(sealed), version) = store::find_called(work, grant, enrolment.id).await? else { return Ok(None) };
    work.open(grant, enrolment.scope(), called_cell(enrolment.id, version), &sealed).await.map(Some)
}

const fn called_cell(id: EnrolmentId, version: u32) -> Cell {
    Cell::of("enrolments", "called", id.0).version(version)
}
