//! The beat at which answers leave that say there is nothing. Finding nothing takes less time than finding what the asker may
//! not see, and a patient asker could measure that; so both leave at whole beats after they were asked for (ATK-09).
//!
//! The connection holds them back, outside the router: no subject can forget it, and waiting costs no time on a core. A delay
//! by chance would only make the asker more patient.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Response, StatusCode};

/// Holds back an answer that says there is nothing, to the next beat after the request came. Every other one goes at once.
pub(super) async fn hold(answer: Response<Body>, came: Instant, beat: Duration) -> Response<Body> {
    if answer.status() == StatusCode::NOT_FOUND {
        tokio::time::sleep_until((came + until_beat(came.elapsed(), beat)).into()).await;
    }
    answer
}

/// When the beat comes that has not passed yet, counted from when the request came.
fn until_beat(taken: Duration, beat: Duration) -> Duration {
    let beats = taken.as_nanos().div_ceil(beat.as_nanos().max(1)).max(1);
    beat.saturating_mul(u32::try_from(beats).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_waits_for_the_beat_that_has_not_passed() {
        let (micros, beat) = (Duration::from_micros, Duration::from_millis(25));
        for (taken, leaves) in
            [(0, 25_000), (1, 25_000), (900, 25_000), (25_000, 25_000), (25_001, 50_000), (60_000, 75_000)]
        {
            assert_eq!(until_beat(micros(taken), beat), micros(leaves), "{taken}");
        }
        assert_eq!(until_beat(micros(900), Duration::ZERO), Duration::ZERO, "without a beat nothing is held back");
    }

    #[tokio::test]
    async fn only_an_answer_that_says_there_is_nothing_waits() {
        let (came, beat) = (Instant::now(), Duration::from_millis(40));
        let of = |status| {
            let mut answer = Response::new(Body::empty());
            *answer.status_mut() = status;
            answer
        };
        let held = hold(of(StatusCode::NOT_FOUND), came, beat).await;
        assert!(came.elapsed() >= beat && held.status() == StatusCode::NOT_FOUND);
        let far = Duration::from_hours(1);
        for status in [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::CONFLICT] {
            assert_eq!(hold(of(status), Instant::now(), far).await.status(), status);
        }
    }
}
