//! Shows how far long work has come: a bar or a spinner on a terminal, now and then a line of the log anywhere else.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::ops::Stage;

/// How often a line is written.
const LINE: Duration = Duration::from_secs(5);
/// How often a spinner turns.
const TURN: Duration = Duration::from_millis(120);

/// The progress of one piece of work, on standard error.
pub(super) struct Progress {
    bar: ProgressBar,
    told: Mutex<Told>,
}

/// The stage that was told last.
struct Told {
    name: &'static str,
    has_parts: bool,
    said_at: Instant,
}

impl Progress {
    /// Nothing is done yet.
    pub fn new() -> Self {
        let told = Told { name: "", has_parts: false, said_at: Instant::now() };
        Self { bar: ProgressBar::new(0), told: Mutex::new(told) }
    }

    /// The work is there now.
    pub fn show(&self, stage: Stage) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if self.bar.is_hidden() {
            told.log(stage);
        } else {
            told.draw(stage, &self.bar);
        }
    }
}

impl Told {
    fn draw(&mut self, stage: Stage, bar: &ProgressBar) {
        if (self.name, self.has_parts) != (stage.name, stage.part.is_some()) {
            (self.name, self.has_parts) = (stage.name, stage.part.is_some());
            let template = if self.has_parts { "{msg} {wide_bar} {percent}%" } else { "{spinner} {msg} {elapsed}" };
            bar.set_style(ProgressStyle::with_template(template).unwrap_or(ProgressStyle::default_bar()));
            bar.set_message(stage.name);
            bar.reset_elapsed();
            bar.enable_steady_tick(TURN);
        }
        if let Some((done, all)) = stage.part {
            bar.set_length(all);
            bar.set_position(done);
        }
    }

    /// Where nobody watches, each stage is told as it begins, and a long one every few seconds.
    fn log(&mut self, stage: Stage) {
        if self.name != stage.name {
            (self.name, self.said_at) = (stage.name, Instant::now());
            tracing::info!("{}", stage.name);
        }
        if let Some((done, all)) = stage.part.filter(|_| self.said_at.elapsed() >= LINE) {
            self.said_at = Instant::now();
            tracing::info!(percent = done * 100 / all.max(1), "{}", stage.name);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
