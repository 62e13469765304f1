//! A serving program has keys and opened records in its memory, so a crash leaves no copy of it on the disk.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Refuses core dumps from now on, and on Linux looks into this memory by other programs of the same account.
pub(super) fn refuse_dumps() {
    let refused = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let refused =
        refused.and_then(|()| rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable));
    if let Err(cause) = refused {
        tracing::warn!(%cause, "the system may write this program's memory to the disk if it crashes");
    }
}
