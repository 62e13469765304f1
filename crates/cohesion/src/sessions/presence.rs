//! How somebody was, or was not, at a session.

use crate::{Error, Result};

/// The ways to be present or absent (domain.md A9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Came.
    Present,
    /// Came after it had begun.
    Late,
    /// Left before its end.
    LeftEarly,
    /// Came by video or telephone.
    Remote,
    /// Away, and had told us.
    AbsentTold,
    /// Away without word.
    AbsentSilent,
    /// The session did not take place.
    Excused,
    /// Had to leave the room.
    Removed,
    /// Stood in the waiting room and was not let in.
    NotAdmitted,
}

impl Presence {
    /// Every way, in the order of a list.
    pub const ALL: [Self; 9] = [
        Self::Present,
        Self::Late,
        Self::LeftEarly,
        Self::Remote,
        Self::AbsentTold,
        Self::AbsentSilent,
        Self::Excused,
        Self::Removed,
        Self::NotAdmitted,
    ];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The way that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|presence| presence.code() == code)
            .ok_or_else(|| Error::bug(format!("no presence has the number {code}")))
    }

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::LeftEarly => "left-early",
            Self::Remote => "remote",
            Self::AbsentTold => "absent-told",
            Self::AbsentSilent => "absent-silent",
            Self::Excused => "excused",
            Self::Removed => "removed",
            Self::NotAdmitted => "not-admitted",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Present => "sessions-presence-present",
            Self::Late => "sessions-presence-late",
            Self::LeftEarly => "sessions-presence-left-early",
            Self::Remote => "sessions-presence-remote",
            Self::AbsentTold => "sessions-presence-absent-told",
            Self::AbsentSilent => "sessions-presence-absent-silent",
            Self::Excused => "sessions-presence-excused",
            Self::Removed => "sessions-presence-removed",
            Self::NotAdmitted => "sessions-presence-not-admitted",
        }
    }

    /// Whether minutes were spent in the session.
    pub const fn was_there(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly | Self::Remote | Self::Removed)
    }

    /// Whether the member stayed away of their own accord.
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::AbsentTold | Self::AbsentSilent)
    }
}

impl std::str::FromStr for Presence {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|presence| presence.word() == word).ok_or(Error::NotFound)
    }
}
