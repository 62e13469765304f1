//! Who runs where: the server alone on one core, the browsers on another one.

use super::Result;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// The two cores.
#[derive(Clone, Copy, Debug)]
pub struct Cores {
    server: usize,
    browsers: usize,
}

impl Cores {
    /// Takes two of the cores that this program may use, and moves this thread to the browsers'. What it starts later by
    /// itself stays there with it.
    pub fn divide() -> Result<Self> {
        let allowed = sched_getaffinity(None)?;
        let mut free = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
        let (Some(server), Some(browsers)) = (free.next(), free.next()) else {
            return Err("the server and the browsers need a core each, and there is only one".into());
        };
        pin(browsers)?;
        Ok(Self { server, browsers })
    }

    /// Starts something on the server's core: a new process stays on the core of the thread that began it.
    pub fn on_the_servers<T>(self, start: impl FnOnce() -> std::io::Result<T>) -> Result<T> {
        pin(self.server)?;
        let started = start();
        pin(self.browsers)?;
        Ok(started?)
    }
}

fn pin(core: usize) -> Result<()> {
    let mut set = CpuSet::new();
    set.set(core);
    Ok(sched_setaffinity(None, &set)?)
}
