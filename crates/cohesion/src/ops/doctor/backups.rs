//! Whether a backup is there, young enough, and made by itself.

use super::Finding;
use crate::clock::{Span, Timestamp};
use crate::config::Config;
use crate::ops::backup::{Recipient, kept, kept_keys};

const WHAT: &str = "backups";
/// No backup may be older (the proposed security rule of 2025, 45 CFR 164.312(k), asks for 48 hours).
const AGE_MAX: Span = Span::hours(48);

/// Looks at the backups' folder.
pub(super) fn look(config: &Config, now: Timestamp) -> Finding {
    if config.sqlite_file().is_none() {
        return Finding::look(WHAT, "PostgreSQL is backed up by its own tools, which are not looked at here")
            .remedy("pg_dump -Fc for moves, pgBackRest for any point in time; the root key stays apart.");
    }
    if config.backup_recipient.is_empty() {
        return Finding::mend(WHAT, "none are made by themselves").remedy(
            "Make a key with `cohesion keys backup --out FILE` and put its public half into backup-recipient.",
        );
    }
    if let Err(problem) = Recipient::read(&config.backup_recipient) {
        return Finding::mend(WHAT, problem.to_string()).remedy("See the setting backup-recipient: cohesion config");
    }
    let kept = match kept(&config.backups) {
        Ok(kept) => kept,
        Err(problem) => return Finding::mend(WHAT, problem.to_string()),
    };
    let Some(newest) = kept.iter().find(|kept| kept.made_at <= now) else {
        return Finding::mend(WHAT, format!("there is none in {}", config.backups.display()))
            .remedy("The server makes one each day; make one now with: cohesion backup");
    };
    let hours = (now - newest.made_at).0 / Span::hours(1).0;
    let said = format!("{} in {}, the newest {hours} hours old", kept.len(), config.backups.display());
    if now - newest.made_at > AGE_MAX {
        return Finding::mend(WHAT, said).remedy("See why in the log, and make one now with: cohesion backup");
    }
    let has_keys = kept_keys(&config.backups).is_ok_and(|keys| keys.iter().any(|keys| keys.made_at >= newest.made_at));
    if !has_keys {
        return Finding::mend(WHAT, format!("{said}, and its keyring file is not there"))
            .remedy("Bring that file back, or make a backup now with: cohesion backup");
    }
    if config.backups.starts_with(&config.data) {
        return Finding::look(WHAT, said)
            .remedy("They lie beside the records: name a folder on another disk with the setting backups.");
    }
    Finding::fine(WHAT, said)
}
