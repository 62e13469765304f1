//! What is on now and what comes next in a group, for its pages.

use super::super::{GroupState, Session, SessionState};
use crate::clock::Timestamp;
use crate::say;
use crate::web::{Said, View};

/// What is on and what is to come, the first first. A group that has ended meets no more, whatever was planned before.
pub(super) fn next_of(mut sessions: Vec<Session>, state: GroupState, now: Timestamp) -> Vec<Session> {
    if state.is_over() {
        return Vec::new();
    }
    sessions.retain(|session| match session.state {
        SessionState::Open => true,
        SessionState::Planned => session.ends_at > now,
        SessionState::Held | SessionState::Cancelled => false,
    });
    sessions.sort_by_key(|session| (session.state != SessionState::Open, session.starts_at));
    sessions
}

/// That an open session is on, or that nobody has closed it. The view is on the group's clock.
pub(super) fn on_now(view: &View, session: &Session) -> Said {
    if view.now < session.ends_at {
        say!(view.words, "groups-on-now", time = view.time(session.ends_at))
    } else {
        say!(view.words, "groups-not-closed")
    }
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::id::{GroupId, SessionId};

    #[test]
    fn what_is_on_comes_first_and_nothing_comes_when_a_group_has_ended() {
        let session = |number: u8, state| Session {
            id: SessionId([number; 16]),
            group: GroupId([9; 16]),
            number: u32::from(number),
            starts_at: Timestamp(i64::from(number) * 1_000),
            ends_at: Timestamp(i64::from(number) * 1_000 + 500),
            state,
        };
        let all = || {
            use SessionState::{Cancelled, Held, Open, Planned};
            vec![session(1, Held), session(2, Planned), session(5, Planned), session(4, Cancelled), session(3, Open)]
        };
        let numbers = |state, now| {
            let next = next_of(all(), state, Timestamp(now));
            next.into_iter().map(|session| session.number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(GroupState::Running, 2_100), [3, 2, 5]);
        assert_eq!(numbers(GroupState::Running, 3_100), [3, 5]);
        assert_eq!(numbers(GroupState::Ended, 3_100), [0; 0]);
    }
}
