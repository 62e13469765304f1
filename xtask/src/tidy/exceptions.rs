//! The files that may break a rule, each with its reason.

use super::Finding;

/// Excuses one file from one rule.
#[derive(Clone, Copy)]
pub struct Exception {
    /// The rule's name, as it stands in brackets behind a finding.
    pub rule: &'static str,
    /// The file, from the repository's root.
    pub path: &'static str,
    /// Why this file is better off breaking the rule: a clause for the next reader.
    pub reason: &'static str,
}

/// Every exception there is. Keep it short: mending the file is nearly always the better answer.
pub const EXCEPTIONS: &[Exception] = &[];

impl Exception {
    /// The finding for an exception that excuses nothing any more.
    pub fn idle(&self) -> Finding {
        let what = format!("{} no longer needs its exception from `{}` ({})", self.path, self.rule, self.reason);
        Finding::new("xtask/src/tidy/exceptions.rs", 1, what, "Remove the entry from the list.")
    }
}
