//! What becomes of a job after a try without success. Pure.

use crate::clock::{Span, Timestamp};
use crate::limits::{JOB_PAUSE, JOB_TRIES_MAX};

/// What becomes of the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is tried again at this moment.
    PutOff(Timestamp),
    /// It is set aside for a person.
    SetAside,
}

/// The fate of a job that has been tried `tries` times by `now`.
pub fn fate(tries: u32, now: Timestamp) -> Fate {
    if tries >= JOB_TRIES_MAX { Fate::SetAside } else { Fate::PutOff(now + pause(tries)) }
}

/// The pause after so many tries: each is twice the one before.
fn pause(tries: u32) -> Span {
    Span(JOB_PAUSE.0 << tries.saturating_sub(1).min(JOB_TRIES_MAX))
}

#[cfg(test)]
mod tests {
    use super::{Fate, fate};
    use crate::clock::{Span, Timestamp};
    use crate::limits::{JOB_PAUSE, JOB_TRIES_MAX};

    const NOW: Timestamp = Timestamp(1_000_000);

    #[test]
    fn each_pause_is_twice_the_one_before() {
        for (tries, pauses) in [(1, 1), (2, 2), (3, 4), (4, 8), (11, 1_024)] {
            assert_eq!(fate(tries, NOW), Fate::PutOff(NOW + Span(JOB_PAUSE.0 * pauses)), "after {tries} tries");
        }
    }

    #[test]
    fn all_pauses_together_are_about_a_day() {
        let moment = (1..JOB_TRIES_MAX).fold(NOW, |now, tries| match fate(tries, now) {
            Fate::PutOff(until) => until,
            Fate::SetAside => panic!("set aside after {tries} tries"),
        });
        assert!((Span::hours(18).0..Span::hours(30).0).contains(&(moment - NOW).0));
    }

    #[test]
    fn a_job_that_never_succeeds_is_set_aside() {
        assert_eq!(fate(JOB_TRIES_MAX, NOW), Fate::SetAside);
        assert_eq!(fate(u32::MAX, NOW), Fate::SetAside);
    }
}
