//! What is known when somebody asks for a place.

use serde::{Deserialize, Serialize};

use super::{Enrolment, deeds, store};
use crate::Result;
use crate::access::{Deed, Grant};
use crate::id::EnrolmentId;
use crate::work::{Cell, Work};

/// Who sent them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// They came by themselves.
    Oneself,
    /// A doctor.
    Doctor,
    /// A therapist who sees them alone.
    Therapist,
    /// Somebody of this practice.
    Practice,
    /// Somebody else.
    Other,
}

/// What is known when somebody asks for a place. Every part may be empty: more is asked in the first talk.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enquiry {
    /// Who sent them.
    pub source: Source,
    /// What brings them, in their own words.
    pub topic: String,
    /// What they need to take part: a ramp, large print, an interpreter.
    pub access: String,
    /// When they can come.
    pub times: String,
    /// What they were told about the group.
    pub told: String,
    /// What only a therapy group may ask.
    pub clinical: Option<Clinical>,
}

impl Enquiry {
    /// What somebody says in words of their own, and nothing else.
    pub fn of_words(source: Source, topic: String) -> Self {
        let (access, times, told) = (String::new(), String::new(), String::new());
        Self { source, topic, access, times, told, clinical: None }
    }
}

/// What only a therapy group may ask.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clinical {
    /// What treatment they have now, and who prescribes.
    pub treatments: String,
    /// Who sees them alone, and whether we may talk with each other.
    pub therapist: String,
    /// Whom to call in an emergency.
    pub emergency: String,
    /// Why a group, and not therapy alone.
    pub why_group: String,
    /// What is known about danger.
    pub risk: String,
    /// Who pays.
    pub funding: String,
}

impl std::fmt::Debug for Enquiry {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Enquiry([sealed])")
    }
}

impl std::fmt::Debug for Clinical {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Clinical([sealed])")
    }
}

/// What was known when they asked.
pub async fn enquiry(work: &mut Work<'_>, id: EnrolmentId) -> Result<Enquiry> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    open(work, &grant, &enrolment).await
}

async fn open(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Enquiry> {
    let sealed = store::find_enquiry(work, grant, enrolment.id).await?;
    work.open(grant, enrolment.scope(), cell(enrolment.id), &sealed).await
}

pub(super) const fn cell(id: EnrolmentId) -> Cell {
    Cell::of("enrolments", "enquiry", id.0)
}
