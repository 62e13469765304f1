//! Somebody asks for a place without a member of staff between: from outside, for themselves, or passed on by somebody who
//! leads another group and has told them so. Each becomes an enquiry like any other, and those who lead are told.

use super::begin::begin;
use super::{Enquiry, Source, store, tell};
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability};
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::identity::{self, Profile};
use crate::limits::TEXT_CHARS_MAX;
use crate::notices::Kind;
use crate::work::Work;
use crate::{Error, Result};

/// Somebody who is not signed in asks for a place. Whether their address is known here makes no difference (ATK-23).
pub async fn ask_from_outside(
    work: &mut Work<'_>,
    group: GroupId,
    profile: &Profile,
    asked: &Enquiry,
) -> Result<EnrolmentId> {
    let grant = work.ask(Deed::AskForPlace, Standing::NONE, About::thing(group.0))?;
    while_it_lives(work, group).await?;
    let person = identity::add_person(work, &grant, profile).await?;
    let about = work.about(&grant, person);
    add(work, &about, group, person, asked).await
}

/// The actor asks for a place for themselves, in words of their own: nothing else of them goes with it.
pub async fn ask_for_oneself(work: &mut Work<'_>, group: GroupId, words: &str) -> Result<EnrolmentId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = work.ask(Deed::AskForPlace, Standing::NONE, About::person(person))?;
    let asked = Enquiry::of_words(Source::Oneself, checked(words)?);
    while_it_lives(work, group).await?;
    if store::living_of(work, group, person).await?.is_some() {
        return Err(Error::Conflict("enrolment-conflict-asked"));
    }
    add(work, &grant, group, person, &asked).await
}

/// Whoever leads a group passes one of its participants on to a therapy group, with their knowledge. What was written down
/// here is all that goes there.
pub async fn refer_on(
    work: &mut Work<'_>,
    from: GroupId,
    person: PersonId,
    to: GroupId,
    words: &str,
) -> Result<EnrolmentId> {
    let standing = groups::standing(work, from).await?;
    let grant = work.ask(Deed::ReferOn, standing, About::of(person, from.0))?;
    if !groups::is_seated(work, from, person).await? {
        return Err(Error::NotFound);
    }
    groups::charter_of(work, from).await?.allow(Capability::HandOver)?;
    groups::charter_of(work, to).await?.allow(Capability::StructuredScreening)?;
    while_it_lives(work, to).await?;
    let asked = Enquiry::of_words(Source::Practice, checked(words)?);
    if store::living_of(work, to, person).await?.is_some() {
        return Err(Error::Conflict("enrolment-conflict-enrolled"));
    }
    add(work, &grant, to, person, &asked).await
}

fn checked(words: &str) -> Result<String> {
    let words = words.trim();
    match words.chars().count() {
        0 => Err(Error::invalid("words", "fault-empty")),
        length if length > TEXT_CHARS_MAX => Err(Error::invalid("words", "fault-long")),
        _ => Ok(words.to_owned()),
    }
}

async fn while_it_lives(work: &mut Work<'_>, group: GroupId) -> Result<()> {
    let is_over = groups::state_of(work, group).await?.is_over();
    if is_over { Err(Error::Conflict("groups-conflict-not-open")) } else { Ok(()) }
}

async fn add(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    asked: &Enquiry,
) -> Result<EnrolmentId> {
    let id = begin(work, grant, group, person, asked).await?;
    let enrolment = store::find(work, id).await?;
    tell::leaders(work, &enrolment, Kind::EnquiryCame, 0_u32).await?;
    Ok(id)
}
