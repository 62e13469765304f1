//! A step of one's own is ticked off, set aside, taken up again, or deleted for real.

use super::{StepId, deeds, store};
use crate::work::Work;
use crate::{Error, Result};

/// What becomes of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepMove {
    /// It is ticked off.
    Done,
    /// It waits.
    Aside,
    /// It is taken up again.
    Again,
    /// Its row is gone.
    Delete,
}

impl StepMove {
    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Aside => "aside",
            Self::Again => "again",
            Self::Delete => "delete",
        }
    }
}

impl std::str::FromStr for StepMove {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        let all = [Self::Done, Self::Aside, Self::Again, Self::Delete];
        all.into_iter().find(|one| one.word() == word).ok_or(Error::NotFound)
    }
}

/// Whether a step is the actor's own; another's does not exist.
pub(super) async fn is_own(work: &mut Work<'_>, id: StepId) -> Result<()> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_keep_steps(work, person)?;
    let own = store::steps_of(work, &grant, person).await?;
    own.iter().find(|step| step.id == id).map(|_| ()).ok_or(Error::NotFound)
}

/// Moves one of the actor's own steps.
pub async fn take_step(work: &mut Work<'_>, id: StepId, to: StepMove) -> Result<()> {
    is_own(work, id).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_keep_steps(work, person)?;
    let now = Some(work.now());
    match to {
        StepMove::Done => store::mark_step(work, &grant, id, now, None).await,
        StepMove::Aside => store::mark_step(work, &grant, id, None, now).await,
        StepMove::Again => store::mark_step(work, &grant, id, None, None).await,
        StepMove::Delete => store::delete_step(work, &grant, id).await,
    }
}
