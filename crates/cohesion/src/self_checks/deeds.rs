//! What may be asked about self-checks: one's own, and nothing else.

use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::id::PersonId;
use crate::work::Work;

/// May the actor read and write this person's self-checks? Only their own, and nobody else for any reason.
pub(super) fn may_keep(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::KeepOwnChecks, Standing::NONE, About::person(person))
}
