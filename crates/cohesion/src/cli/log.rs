//! What the running program tells about itself, on standard error: ids and numbers, never content.

use std::io::IsTerminal;
use std::panic::{self, PanicHookInfo};

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Logs from now on. Of the libraries only warnings are told: what they would say at length is not ours to vouch for.
pub(super) fn begin(log: Log) {
    let filter = EnvFilter::new(format!("warn,cohesion={level},store={level}", level = log.level));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let begun = match log.format {
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    if begun.is_ok() {
        panic::set_hook(Box::new(tell));
    }
}

/// A panic's words may hold what somebody wrote, so only its place is told.
fn tell(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    let thread = std::thread::current();
    tracing::error!(place, thread = thread.name(), "the program met a state that cannot be");
}
