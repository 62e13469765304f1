//! Whose data key seals a value: erasing one scope's key makes exactly that scope's values unreadable.

use crate::id::{Bytes, GroupId, PersonId};

/// The owner of a data key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A person's profile, contacts, answers and plans.
    Person(PersonId),
    /// One person's words and attendance in one group.
    Membership(GroupId, PersonId),
    /// What a group shares without a single author.
    Group(GroupId),
    /// One clinician's own notes about one group.
    Author(PersonId, GroupId),
    /// What is the practice's and nobody's in particular.
    Practice,
    /// What is written in one thread, so that the whole of it can be erased at once.
    Thread(Bytes),
}

/// The kind of a membership's key, as the key table stores it.
pub(crate) const MEMBERSHIP: i64 = 2;

impl Scope {
    /// The person whose record it is, where it is one person's.
    pub const fn subject(self) -> Option<PersonId> {
        match self {
            Self::Person(person) | Self::Membership(_, person) => Some(person),
            Self::Group(_) | Self::Author(..) | Self::Practice | Self::Thread(_) => None,
        }
    }

    /// Kind and two ids, as the key table stores them.
    pub(crate) const fn parts(self) -> (i64, Bytes, Bytes) {
        match self {
            Self::Person(person) => (1, person.0, [0; 16]),
            Self::Membership(group, person) => (MEMBERSHIP, group.0, person.0),
            Self::Group(group) => (3, group.0, [0; 16]),
            Self::Author(person, group) => (4, person.0, group.0),
            Self::Practice => (5, [0; 16], [0; 16]),
            Self::Thread(thread) => (6, thread, [0; 16]),
        }
    }

    /// The owner as it is bound into every sealed value.
    pub(crate) fn owner(self) -> [u8; 32] {
        let (kind, a, b) = self.parts();
        owner_of(kind, a, b)
    }
}

/// The owner that [`Scope::parts`] stand for, as it is bound into every sealed value and wrapped key.
pub(crate) fn owner_of(kind: i64, a: Bytes, b: Bytes) -> [u8; 32] {
    keyring::digest(&[&kind.to_be_bytes()[..], &a, &b].concat())
}
