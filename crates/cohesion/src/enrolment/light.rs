//! Somebody who came by themselves: those who lead know them by the name that they chose for the group, and have a way to
//! reach them only where they gave one, for their safety.

use super::{Enrolment, join, store};
use crate::Result;
use crate::access::Grant;
use crate::identity::{self, Profile};
use crate::work::{Cell, Work};

/// What stands for the name of somebody who has chosen none yet.
const NAMELESS: &str = "—";

/// What those who lead call somebody on a way into their group. The grant must be about this person.
pub(super) async fn called_by_staff(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<String> {
    match store::light_registration(work, grant, enrolment.id).await? {
        Some(_) => name_or_none(work, grant, enrolment).await,
        None => identity::called(work, grant, enrolment.person).await,
    }
}

/// The profile of somebody as those see it who know them by these ways alone. The grant must be about this person.
pub(super) async fn profile_through(work: &mut Work<'_>, grant: &Grant, ways: &[Enrolment]) -> Result<Option<Profile>> {
    let mut seen = None;
    for way in ways {
        let Some(reach) = store::light_registration(work, grant, way.id).await? else { return Ok(None) };
        let phone = match reach {
            Some(sealed) => Some(work.open(grant, way.scope(), cell(way), &sealed).await?),
            None => None,
        };
        if seen.is_none() {
            let called = name_or_none(work, grant, way).await?;
            seen = Some(Profile { called, legal: String::new(), email: String::new(), phone });
        }
    }
    Ok(seen)
}

/// Keeps that somebody came by themselves, and the way to reach them that they gave.
pub(super) async fn keep(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment, reach: Option<&str>) -> Result<()> {
    let reach = match reach.map(str::trim).filter(|reach| !reach.is_empty()) {
        Some(reach) => Some(work.seal(enrolment.scope(), cell(enrolment), reach).await?),
        None => None,
    };
    store::insert_light(work, grant, enrolment.id, reach).await
}

async fn name_or_none(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<String> {
    Ok(join::called(work, grant, enrolment).await?.unwrap_or_else(|| NAMELESS.to_owned()))
}

const fn cell(enrolment: &Enrolment) -> Cell {
    Cell::of("light_registrations", "reach", enrolment.id.0)
}
