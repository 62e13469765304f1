//! What is still missing before a seat, as those who lead the group see it.

use super::{Door, Joining, Meeting, deeds, invite, join, meeting, store};
use crate::access::Deed;
use crate::id::EnrolmentId;
use crate::work::Work;
use crate::{Reason, Result};

/// What is done and what is missing before a seat.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// The steps that are the person's own.
    pub joining: Joining,
    /// What the leaders lack to treat this person where they say they are.
    pub missing: Vec<Reason>,
    /// Whether something may conflict.
    pub meeting: Meeting,
    /// How it stands with inviting the person to pages of their own.
    pub door: Door,
}

/// What is done and what is missing, for whoever leads the group.
pub async fn readiness(work: &mut Work<'_>, id: EnrolmentId) -> Result<Readiness> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let joining = join::look(work, &grant, enrolment).await?;
    let missing = join::missing_for(work, &grant, &enrolment).await?;
    let door = invite::door(work, &grant, &enrolment).await?;
    Ok(Readiness { joining, missing, meeting: meeting(work, id).await?, door })
}
