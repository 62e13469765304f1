//! What a process has used, as the kernel counts it: time on a core and memory.

use super::Result;
use std::fs;
use std::time::Duration;

/// Time that the process and its threads have spent on cores, in the program and in the kernel. It moves in steps of
/// some 10 ms, so it is taken over many requests.
pub fn cpu(process: u32) -> Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let ticks = ticks(&stat).ok_or("/proc/…/stat does not read")?;
    Ok(Duration::from_micros(ticks * 1_000_000 / rustix::param::clock_ticks_per_second()))
}

/// Memory that the process holds, in kB.
pub fn resident_kb(process: u32) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    Ok(resident(&status).ok_or("/proc/…/status does not read")?)
}

/// Fields 14 and 15. The second one is the program's name in brackets, which may hold anything.
fn ticks(stat: &str) -> Option<u64> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (user, system): (u64, u64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some(user + system)
}

fn resident(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_system_time_are_found_behind_any_name() {
        let fields = "S 1 2 3 4 5 6 7 8 9 10 120 30 0 0 20 0 5";
        for name in ["cohesion", "a (b) c", ") 1 2"] {
            assert_eq!(ticks(&format!("4711 ({name}) {fields}")), Some(150), "{name}");
        }
        assert_eq!(ticks("4711 (cohesion) S 1"), None);
    }

    #[test]
    fn memory_is_what_is_resident() {
        assert_eq!(resident("VmPeak:\t  9 kB\nVmRSS:\t   41264 kB\nThreads:\t5\n"), Some(41264));
        assert_eq!(resident("Threads:\t5\n"), None);
    }
}
