//! A leader has seen or heard something that cannot wait.

use super::{AlertId, Cause, Sign, Written, raise};
use crate::groups;
use crate::id::{Bytes, GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// Raises an alert about a member of the group. `once` is the key of the form, so that sending it twice is one alert.
pub async fn observe(
    work: &mut Work<'_>,
    group: GroupId,
    person: PersonId,
    once: Bytes,
    words: Written,
) -> Result<AlertId> {
    if !groups::is_seated(work, group, person).await? {
        return Err(Error::NotFound);
    }
    raise(work, &Cause { person, group: Some(group), sign: Sign::Observation { once, words } }).await
}
