//! Where a group is on the way to its end. Pure.

use crate::groups::{Format, GroupState, Session, SessionState};

/// Where a group is on the way to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The end is not in sight.
    Before,
    /// The end has been named, and there are things to do.
    Ending,
    /// It has met for the last time.
    Over,
}

impl Phase {
    /// The phase of a group in this state.
    pub const fn of(state: GroupState) -> Self {
        match state {
            GroupState::Closing => Self::Ending,
            state if state.is_over() => Self::Over,
            _ => Self::Before,
        }
    }
}

/// Sessions that lie behind, and all that take place. One that was called off is none.
pub(super) fn held_of(sessions: &[Session]) -> (usize, usize) {
    let held = sessions.iter().filter(|session| session.state == SessionState::Held).count();
    let all = sessions.iter().filter(|session| session.state != SessionState::Cancelled).count();
    (held, all)
}

/// Whether the end is to be named: from three quarters of the sessions on (domain.md A10), in a group whose members begin and
/// end together. One that goes on has no such moment.
pub(super) fn is_time_to_name(format: Format, (held, all): (usize, usize)) -> bool {
    format == Format::Closed && all > 0 && held * 4 >= all * 3
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn the_end_is_named_from_three_quarters_of_the_sessions_on() {
        for (held, all, is_time) in [
            (8, 12, false),
            (9, 12, true),
            (10, 12, true),
            (12, 12, true),
            (5, 8, false),
            (6, 8, true),
            (7, 10, false),
            (8, 10, true),
            (0, 0, false),
            (0, 4, false),
            (3, 4, true),
        ] {
            assert_eq!(is_time_to_name(Format::Closed, (held, all)), is_time, "{held} of {all}");
            assert!(!is_time_to_name(Format::SlowOpen, (held, all)), "a group that goes on");
            assert!(!is_time_to_name(Format::Open, (held, all)), "a group that goes on");
        }
    }

    #[test]
    fn the_phase_follows_from_the_state_of_the_group() {
        for (state, phase) in [
            (GroupState::Recruiting, Phase::Before),
            (GroupState::Running, Phase::Before),
            (GroupState::Closing, Phase::Ending),
            (GroupState::Ended, Phase::Over),
            (GroupState::FollowUp, Phase::Over),
            (GroupState::Archived, Phase::Over),
        ] {
            assert_eq!(Phase::of(state), phase, "{state:?}");
        }
    }
}
