//! How the parts of a running server tell each other that they are at work, and when to end.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The worker looks for jobs every few seconds; one that has been silent for so long is stuck or gone.
const SILENT: Duration = Duration::from_mins(1);

/// Signs of life. They are counted from the start, so that a clock that jumps says nothing about them.
pub struct Life {
    born: Instant,
    beat_ms: AtomicU64,
    ending: CancellationToken,
    unfinished: TaskTracker,
}

impl Life {
    pub(super) fn new() -> Self {
        Self {
            born: Instant::now(),
            beat_ms: AtomicU64::new(u64::MAX),
            ending: CancellationToken::new(),
            unfinished: TaskTracker::new(),
        }
    }

    /// The worker is at work now.
    pub(crate) fn beat(&self) {
        let age_ms = u64::try_from(self.born.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.beat_ms.store(age_ms, Ordering::Relaxed);
    }

    /// Whether the worker was at work lately.
    pub fn is_beating(&self) -> bool {
        let beat_ms = self.beat_ms.load(Ordering::Relaxed);
        beat_ms != u64::MAX && self.born.elapsed().saturating_sub(Duration::from_millis(beat_ms)) < SILENT
    }

    /// Ready when the server is told to stop: what could go on for ever ends then.
    pub fn ending(&self) -> CancellationToken {
        self.ending.clone()
    }

    /// Tells all parts to end.
    pub fn end(&self) {
        self.ending.cancel();
    }

    /// Runs something that puts down what stays when the server is told to stop.
    pub(crate) fn must_finish(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.unfinished.spawn(task);
    }

    /// Waits until all of it has, for so long at most. Whether it has.
    pub async fn is_finished_within(&self, patience: Duration) -> bool {
        self.unfinished.close();
        tokio::time::timeout(patience, self.unfinished.wait()).await.is_ok()
    }
}
