//! A hall that begins anew because the program that had it is gone: who comes back to their seat, who stays out, and how the
//! door stands.

use serde::{Deserialize, Serialize};

use super::chair::{Chair, Role, SeatKind};
use super::door::Lock;
use super::setup::{Policy, Setup};
use super::{Hall, Refused, Stage};
use crate::Seat;

/// What outlasts a hall whose program is gone. Nothing that was said or asked is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlasting {
    seated: Vec<Seat>,
    /// Those who sit in the room in person: they are there whatever becomes of a program.
    #[serde(default)]
    here: Vec<Seat>,
    known: Vec<Seat>,
    barred: Vec<Seat>,
    lock: Lock,
    policy: Policy,
    late_ms: Option<u64>,
}

impl Outlasting {
    /// Who is out for the day.
    pub fn barred(&self) -> &[Seat] {
        &self.barred
    }

    /// Whether this seat was taken today.
    pub fn was_in(&self, seat: Seat) -> bool {
        self.known.contains(&seat)
    }
}

impl Hall {
    /// What would outlast it now. Of one that is over, that is who was taken out.
    pub fn outlasting(&self) -> Outlasting {
        let is_here = |chair: &&Chair| chair.kind == SeatKind::InPerson && chair.role == Role::Member;
        let seats = |those: &dyn Fn(&&Chair) -> bool| -> Vec<Seat> {
            self.chairs.iter().filter(|chair| those(chair)).map(|chair| chair.seat).collect()
        };
        Outlasting {
            seated: [seats(&|chair| !is_here(chair)), self.returning.clone()].concat(),
            here: [seats(&is_here), self.gathered.clone()].concat(),
            known: self.known.clone(),
            barred: self.barred.clone(),
            lock: self.lock,
            policy: self.setup.policy,
            late_ms: self.setup.late_ms,
        }
    }

    /// A hall in the place of one whose program is gone. Nobody is in it; those who were come in by themselves once somebody
    /// leads, unheard as everybody at first; whoever sits in the room in person has their seat then.
    pub fn again(setup: Setup, before: Outlasting) -> Result<Self, Refused> {
        let Outlasting { seated, here, known, barred, lock, policy, late_ms } = before;
        // Before anybody was in, or once it was over, the door is the group's again.
        let setup = if seated.is_empty() && here.is_empty() { setup } else { Setup { late_ms, policy, ..setup } };
        setup.check()?;
        Ok(Self { returning: seated, gathered: here, known, barred, lock, ..Self::empty(setup, 0, Stage::Before) })
    }

    /// Whether this seat was taken before, and is kept for whoever comes back to it.
    pub(super) fn is_expected_back(&self, seat: Seat) -> bool {
        self.returning.contains(&seat)
    }
}
