//! Shows how far long work has come: a bar on a terminal, now and then a plain line anywhere else.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::say_error;

/// How often a plain line is written.
const LINE: Duration = Duration::from_secs(5);

/// The progress of one piece of work, on standard error.
pub(super) struct Progress {
    what: &'static str,
    bar: ProgressBar,
    said_at: Mutex<Instant>,
}

impl Progress {
    /// Nothing is done yet.
    pub fn of(what: &'static str) -> Self {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent}%").unwrap_or(ProgressStyle::default_bar());
        let bar = ProgressBar::new(0).with_style(style).with_message(what);
        Self { what, bar, said_at: Mutex::new(Instant::now()) }
    }

    /// So much of it all is done now.
    pub fn show(&self, done: u64, all: u64) {
        if !self.bar.is_hidden() {
            self.bar.set_length(all);
            return self.bar.set_position(done);
        }
        let mut said_at = self.said_at.lock().unwrap_or_else(PoisonError::into_inner);
        if said_at.elapsed() >= LINE {
            *said_at = Instant::now();
            say_error(&format!("{}: {} %", self.what, done * 100 / all.max(1)));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
