//! Plans the change of a root key or of data keys, as steps that may be cut off anywhere and taken up again.
//!
//! The plan is made from what is stored, never from what was done before, so there is no progress to lose: after any
//! number of its steps, planning again gives the rest of them, and once there is nothing left to do the plan is empty.
//! Every key can be unwrapped with the current or the next root key at each moment between.

use crate::{Fingerprint, KeyId};

/// The root keys at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roots {
    /// The one with which the server starts.
    pub current: Fingerprint,
    /// The one that shall take its place, once its file has been written.
    pub next: Option<Fingerprint>,
}

/// What a stored data key is still needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It seals what is written now.
    Active,
    /// A newer key seals in its stead; it opens the values that still name it.
    Replaced {
        /// How many sealed values name it.
        values: u64,
    },
}

/// A data key as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub id: KeyId,
    /// The root key that wraps it, as [`crate::wrapped_under`] tells.
    pub root: Fingerprint,
    /// What it is needed for.
    pub state: State,
}

/// One step, to be done whole in one transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Unwrap the data key under one root key and store it wrapped under the other.
    Rewrap {
        /// The data key.
        id: KeyId,
        /// The root key that wraps it now.
        from: Fingerprint,
        /// The root key that shall wrap it.
        to: Fingerprint,
    },
    /// Put the next root key in the place of the current one. Plan again directly before: a data key made meanwhile comes first.
    Promote {
        /// The next root key.
        root: Fingerprint,
    },
    /// Seal the values of a replaced data key with its successor. May take long and go on in the background.
    Reseal {
        /// The replaced data key.
        id: KeyId,
    },
    /// Destroy a data key that no value names any more.
    Retire {
        /// The replaced data key.
        id: KeyId,
    },
}

/// A data key is wrapped under a root key that is not at hand; nothing is begun until its file is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The data key {id:?} is wrapped under a root key that is not at hand. Put that root key file back before rotating."
)]
pub struct RootMissing {
    /// The data key.
    pub id: KeyId,
    /// The root key that wraps it.
    pub root: Fingerprint,
}

/// The steps that remain, in order: first the quick ones that end the use of the old root key, then the long ones.
pub fn plan(roots: Roots, held: &[Held]) -> Result<Vec<Step>, RootMissing> {
    let at_hand = |key: &&Held| key.root == roots.current || Some(key.root) == roots.next;
    if let Some(key) = held.iter().find(|key| !at_hand(key)) {
        return Err(RootMissing { id: key.id, root: key.root });
    }
    let (spent, needed): (Vec<&Held>, Vec<&Held>) =
        held.iter().partition(|key| key.state == State::Replaced { values: 0 });
    let retire = spent.into_iter().map(|key| Step::Retire { id: key.id });
    let next = roots.next.filter(|next| *next != roots.current);
    let replace_root = next.into_iter().flat_map(|next| replace_root(next, &needed));
    let replaced = needed.iter().filter(|key| key.state != State::Active);
    let reseal = replaced.flat_map(|key| [Step::Reseal { id: key.id }, Step::Retire { id: key.id }]);
    Ok(retire.chain(replace_root).chain(reseal).collect())
}

fn replace_root(next: Fingerprint, needed: &[&Held]) -> impl Iterator<Item = Step> {
    let behind = needed.iter().filter(move |key| key.root != next);
    behind.map(move |key| Step::Rewrap { id: key.id, from: key.root, to: next }).chain([Step::Promote { root: next }])
}
