//! When somebody looked at something of their own: read back from the log, which holds each such look.

use super::store;
use crate::Result;
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId};
use crate::limits::OWN_READINGS_MAX;
use crate::work::Work;

/// One look at one's own record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnReading {
    /// When.
    pub at: Timestamp,
    /// What was looked at: an answer, or the group in which scores were read.
    pub of: Option<Bytes>,
}

/// A person's own looks by two deeds, the newest first. The grant must be about this person: it says no more than that they
/// looked, and is asked for by those who follow whether a result reached the one whose it is.
pub async fn own_readings(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    deeds: [Deed; 2],
) -> Result<Vec<OwnReading>> {
    store::own_readings(work, grant, person, deeds.map(Deed::code), OWN_READINGS_MAX).await
}
