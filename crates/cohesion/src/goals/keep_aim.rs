//! Whoever leads a group puts its aims in order, and sets aside what is met or let go of.

use super::{AimId, AimState, deeds, store};
use crate::hub::Change;
use crate::id::GroupId;
use crate::limits::AIMS_MAX;
use crate::work::Work;
use crate::{Error, Result};

/// What becomes of an aim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimMove {
    /// It changes places with the one before.
    Up,
    /// It changes places with the one behind.
    Down,
    /// It is met.
    Met,
    /// It is let go of.
    Dropped,
    /// The group works towards it again.
    Again,
}

impl AimMove {
    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Met => "met",
            Self::Dropped => "dropped",
            Self::Again => "again",
        }
    }
}

impl std::str::FromStr for AimMove {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        let all = [Self::Up, Self::Down, Self::Met, Self::Dropped, Self::Again];
        all.into_iter().find(|one| one.word() == word).ok_or(Error::NotFound)
    }
}

/// Moves one aim of the group. The first one does not move up, nor the last one down: they stay where they are.
pub async fn keep_aim(work: &mut Work<'_>, group: GroupId, id: AimId, to: AimMove) -> Result<()> {
    let grant = deeds::may_set_aims(work, group).await?;
    let all = store::aims_of(work, &grant, group).await?;
    let aim = all.iter().find(|aim| aim.id == id).ok_or(Error::NotFound)?;
    let standing: Vec<&store::KeptAim> = all.iter().filter(|aim| aim.state == AimState::Standing).collect();
    let state = match to {
        AimMove::Up | AimMove::Down => {
            let at =
                standing.iter().position(|aim| aim.id == id).ok_or(Error::Conflict("goals-conflict-aim-closed"))?;
            let other = if to == AimMove::Up { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(other) = other.and_then(|at| standing.get(at)) {
                store::save_place(work, &grant, id, other.place).await?;
                store::save_place(work, &grant, other.id, aim.place).await?;
            }
            work.announce(Change::Group(group));
            return Ok(());
        }
        AimMove::Met => AimState::Met,
        AimMove::Dropped => AimState::Dropped,
        AimMove::Again => AimState::Standing,
    };
    if state == AimState::Standing && aim.state != state && standing.len() >= AIMS_MAX {
        return Err(Error::Conflict("goals-conflict-aims"));
    }
    store::save_aim_state(work, &grant, id, state).await?;
    work.announce(Change::Group(group));
    Ok(())
}
