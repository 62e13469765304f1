//! The machine that the figures were taken on, and how busy others kept it.

use super::Result;
use serde::Serialize;
use std::fs;

/// What is said beside every figure.
#[derive(Debug, Serialize)]
pub struct Machine {
    /// The kernel's release.
    pub kernel: String,
    /// Cores that the bench and the server share.
    pub cores: usize,
    /// The load average of a minute, before the first figure and after the last one.
    pub load_before: f64,
    /// See `load_before`.
    pub load_after: f64,
}

impl Machine {
    /// The machine as it is now.
    pub fn now() -> Result<Self> {
        let kernel = fs::read_to_string("/proc/sys/kernel/osrelease")?.trim().to_owned();
        let cores = std::thread::available_parallelism()?.get();
        let load = load()?;
        Ok(Self { kernel, cores, load_before: load, load_after: load })
    }

    /// Notes the load once more.
    pub fn look_again(&mut self) -> Result<()> {
        self.load_after = load()?;
        Ok(())
    }
}

fn load() -> Result<f64> {
    let text = fs::read_to_string("/proc/loadavg")?;
    Ok(of_a_minute(&text).ok_or("/proc/loadavg does not read")?)
}

fn of_a_minute(loadavg: &str) -> Option<f64> {
    loadavg.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_three_averages_is_that_of_a_minute() {
        assert_eq!(of_a_minute("0.42 0.31 0.10 2/120 4711\n"), Some(0.42));
        assert_eq!(of_a_minute(""), None);
    }
}
