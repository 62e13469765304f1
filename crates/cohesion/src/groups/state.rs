//! The states of a group's life, and which may follow which.

use crate::{Error, Result};

/// Where a group is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupState {
    /// Founded; not yet looking for members.
    Planned,
    /// Looking for members.
    Recruiting,
    /// Enough members have said yes.
    Confirmed,
    /// It meets.
    Running,
    /// Its ending has been named.
    Closing,
    /// It has met for the last time.
    Ended,
    /// Follow-up questionnaires are still out.
    FollowUp,
    /// Only its record is left.
    Archived,
}

impl GroupState {
    /// Every state, in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::Planned,
        Self::Recruiting,
        Self::Confirmed,
        Self::Running,
        Self::Closing,
        Self::Ended,
        Self::FollowUp,
        Self::Archived,
    ];

    /// Whether members can come in.
    pub const fn takes_members(self) -> bool {
        matches!(self, Self::Recruiting | Self::Confirmed | Self::Running)
    }

    /// Whether it has met for the last time.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Ended | Self::FollowUp | Self::Archived)
    }

    /// Whether sessions are held.
    pub const fn meets(self) -> bool {
        matches!(self, Self::Running | Self::Closing)
    }

    /// Whether `next` may follow. A group that never met can end at once; nothing comes back from the archive.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Planned, Self::Recruiting | Self::Ended)
                | (Self::Recruiting, Self::Confirmed | Self::Running | Self::Ended)
                | (Self::Confirmed, Self::Running | Self::Recruiting | Self::Ended)
                | (Self::Running, Self::Closing | Self::Ended)
                | (Self::Closing, Self::Running | Self::Ended)
                | (Self::Ended, Self::FollowUp | Self::Archived)
                | (Self::FollowUp, Self::Archived)
        )
    }

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| Error::bug(format!("no group state has the number {code}")))
    }

    /// The Fluent key of what leads here, as a button says it.
    pub const fn step_key(self) -> &'static str {
        match self {
            Self::Planned => "groups-step-planned",
            Self::Recruiting => "groups-step-recruiting",
            Self::Confirmed => "groups-step-confirmed",
            Self::Running => "groups-step-running",
            Self::Closing => "groups-step-closing",
            Self::Ended => "groups-step-ended",
            Self::FollowUp => "groups-step-follow-up",
            Self::Archived => "groups-step-archived",
        }
    }

    /// The Fluent key of the state's name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Planned => "groups-state-planned",
            Self::Recruiting => "groups-state-recruiting",
            Self::Confirmed => "groups-state-confirmed",
            Self::Running => "groups-state-running",
            Self::Closing => "groups-state-closing",
            Self::Ended => "groups-state-ended",
            Self::FollowUp => "groups-state-follow-up",
            Self::Archived => "groups-state-archived",
        }
    }
}
