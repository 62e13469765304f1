//! Joining a group alone, where its charter allows that and whoever leads it has opened it: with an address from outside, or
//! as somebody who is signed in. What follows is the way of everybody, with the talk left out.

use super::begin::begin;
use super::way::advance;
use super::who_joins::{admits, was_removed};
use super::{
    Enquiry, Enrolment, Screening, Source, Stage, Step, Suitability, WhoJoins, deeds, join, light, screen, store, tell,
    who_joins,
};
use crate::access::{About, Deed, Grant, Standing};
use crate::clock::Span;
use crate::groups::{self, Naming};
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::identity::{self, AccountKind, Profile};
use crate::notices::{self, Kind};
use crate::safety;
use crate::work::Work;
use crate::{Error, Result};

/// Somebody who wants to join and is not signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// The name that they choose for the group. There is no other.
    pub called: String,
    /// Where the link goes, and what they sign in with. Those who lead do not see it.
    pub email: String,
    /// A way to reach them for their safety, where they consent to that.
    pub reach: Option<String>,
}

impl std::fmt::Debug for Newcomer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Newcomer([sealed])")
    }
}

/// Registers somebody from outside, and sends them the link to a sign-in of their own. Where the address has one already,
/// its owner is told instead. The answer is the same for both (ATK-23).
pub async fn register(work: &mut Work<'_>, group: GroupId, newcomer: &Newcomer) -> Result<()> {
    let grant = work.ask(Deed::AskForPlace, Standing::NONE, About::thing(group.0))?;
    let is_open =
        who_joins(work, group).await? == WhoJoins::Everybody && groups::state_of(work, group).await?.takes_members();
    if !is_open {
        return Err(Error::NotFound);
    }
    let called = join::checked_name(&newcomer.called)?;
    if groups::is_name_taken(work, &grant, group, called).await? {
        return Err(Error::invalid("called", "enrolment-fault-name-taken"));
    }
    if groups::places_left(work, &grant, group).await? == 0 {
        return Err(Error::Conflict("enrolment-conflict-no-place"));
    }
    if !safety::can_invite_members(work).await? {
        return Err(Error::Conflict("enrolment-conflict-not-yet"));
    }
    match identity::person_at(work, &newcomer.email).await? {
        Some(person) => {
            let day = work.now().0 / Span::days(1).0;
            notices::tell(work, person, Kind::JoiningAsked, group.0, day).await
        }
        None => enter(work, &grant, group, newcomer, called).await,
    }
}

async fn enter(work: &mut Work<'_>, grant: &Grant, group: GroupId, newcomer: &Newcomer, called: &str) -> Result<()> {
    let (called, email) = (called.to_owned(), newcomer.email.clone());
    let profile = Profile { called: called.clone(), legal: String::new(), email, phone: None };
    let person = identity::add_person(work, grant, &profile).await?;
    let about = work.about(grant, person);
    let enrolment = add(work, &about, group, person, newcomer.reach.as_deref()).await?;
    if groups::keep_name(work, &about, group, person, &called).await? == Naming::Taken {
        return Err(Error::invalid("called", "enrolment-fault-name-taken"));
    }
    join::save_name(work, &about, &enrolment, &called).await?;
    identity::invite(work, &about, person, AccountKind::Member).await.map(|_| ())
}

/// Begins the actor's own way into a group that is open to them; the one that they are on already, where there is one.
/// Whoever was taken out of the group before waits there for those who lead, who are told.
pub async fn join_oneself(work: &mut Work<'_>, group: GroupId) -> Result<EnrolmentId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_oneself(work, Deed::Join, person)?;
    if !admits(work, &grant, group, person).await? {
        return Err(Error::NotFound);
    }
    if let Some(known) = store::living_of(work, group, person).await? {
        return Ok(known);
    }
    let enrolment = add(work, &grant, group, person, None).await?;
    if was_removed(work, &grant, &enrolment).await? {
        tell::leaders(work, &enrolment, Kind::EnquiryCame, 0_u32).await?;
    }
    Ok(enrolment.id)
}

/// Takes the steps that others take after a talk: the actor knows what a support group is and is not, and a place is kept.
/// What is left is a name and the signatures.
pub async fn begin_alone(work: &mut Work<'_>, id: EnrolmentId, fits: &Suitability) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may_oneself(work, Deed::Join, enrolment.person)?;
    if !may_begin_alone(work, &grant, &enrolment).await? {
        return Err(Error::NotFound);
    }
    let charter = groups::charter_of(work, enrolment.group).await?;
    let screening = Screening::Suitability(fits.clone());
    screen::check(&screening, &charter)?;
    screen::keep(work, &grant, &enrolment, &screening).await?;
    let screened = advance(work, &grant, &enrolment, Step::Screen, None).await?;
    let accepted = advance(work, &grant, &screened, Step::Accept, None).await.map_err(|error| match error {
        Error::Conflict("enrolment-conflict-full") => Error::Conflict("enrolment-conflict-no-place"),
        other => other,
    })?;
    let prepared = advance(work, &grant, &accepted, Step::Prepare, None).await?;
    join::seat_if_ready(work, &grant, &prepared).await
}

/// Whether somebody can go on by themselves on a way that they began by themselves. The grant must be about them.
pub(super) async fn may_begin_alone(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<bool> {
    let (group, person) = (enrolment.group, enrolment.person);
    Ok(enrolment.stage == Stage::Enquiry
        && store::light_registration(work, grant, enrolment.id).await?.is_some()
        && admits(work, grant, group, person).await?
        && !was_removed(work, grant, enrolment).await?)
}

/// A way that says nothing of where somebody comes from.
async fn add(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    reach: Option<&str>,
) -> Result<Enrolment> {
    let id = begin(work, grant, group, person, &Enquiry::of_words(Source::Oneself, String::new())).await?;
    let enrolment = store::find(work, id).await?;
    light::keep(work, grant, &enrolment, reach).await?;
    Ok(enrolment)
}
