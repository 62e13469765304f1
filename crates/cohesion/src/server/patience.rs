//! How long the door waits for whom.

use std::time::Duration;

/// How long each step of a connection may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until the first bytes tell which HTTP is spoken.
    pub beginning: Duration,
    /// Until a request's headers are there, and between two requests.
    pub headers: Duration,
    /// Between two pieces of a request's body.
    pub piece: Duration,
    /// Until a piece of an answer has been taken.
    pub taking: Duration,
    /// Between two moments at which answers leave that say there is nothing: longer than finding out takes.
    pub beat: Duration,
    /// Until answers that are under way are finished when the server stops.
    pub farewell: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            beginning: seconds(5),
            headers: seconds(10),
            piece: seconds(10),
            taking: seconds(30),
            beat: Duration::from_millis(25),
            farewell: seconds(10),
        }
    }
}
