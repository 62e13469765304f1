//! Ways to mend a strain, in our own words. The idea of naming a strain and mending it in so many ways, and the evidence: people
//! did better where strains were noticed and mended, r = .29 over 11 studies (Eubanks, Muran and Safran 2018, Psychotherapy
//! 55(4), 508–519).

use crate::{Error, Result};

/// A way to mend a strain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Ask what happened, and hear it out.
    Ask,
    /// Say what one's own part in it was.
    OwnPart,
    /// Say again what something is for.
    Reason,
    /// Agree anew on what to work on, or how.
    AgreeAnew,
    /// Bring it into the group, if the member wants that.
    InTheGroup,
    /// Meet alone.
    Alone,
}

impl Way {
    /// Every way, the one to begin with first.
    pub const ALL: [Self; 6] = [Self::Ask, Self::OwnPart, Self::Reason, Self::AgreeAnew, Self::InTheGroup, Self::Alone];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The way that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|way| way.code() == code)
            .ok_or_else(|| Error::bug(format!("no way to mend has the number {code}")))
    }

    /// The Fluent keys of its name and of how it is done.
    pub const fn word_keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Ask => ("repairs-way-ask", "repairs-way-ask-how"),
            Self::OwnPart => ("repairs-way-own-part", "repairs-way-own-part-how"),
            Self::Reason => ("repairs-way-reason", "repairs-way-reason-how"),
            Self::AgreeAnew => ("repairs-way-agree", "repairs-way-agree-how"),
            Self::InTheGroup => ("repairs-way-group", "repairs-way-group-how"),
            Self::Alone => ("repairs-way-alone", "repairs-way-alone-how"),
        }
    }
}

impl std::str::FromStr for Way {
    type Err = ();

    fn from_str(code: &str) -> std::result::Result<Self, ()> {
        code.parse().ok().and_then(|code| Self::from_code(code).ok()).ok_or(())
    }
}
