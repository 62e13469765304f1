//! The daily backup: a job of the server itself, so that it happens without anybody thinking of it.

use crate::Error;
use crate::Result;
use crate::app::App;
use crate::clock::{Span, Timestamp};
use crate::work::{Job, Work};

use super::key::Recipient;
use super::make::make_backup;
use super::shelf;

/// The daily job that asks for a backup.
pub const BACK_UP_DAILY: &str = "ops.daily-backup";
/// The job that makes it.
pub const BACK_UP: &str = "ops.backup";

/// A backup younger than this is today's: a day, less the time that tries and a moved clock may take.
const FRESH: Span = Span::hours(20);

/// Asks for the backup of the day `round`.
pub async fn back_up_daily(work: &mut Work<'_>, round: i64) -> Result<()> {
    work.enqueue(Job::once(BACK_UP, work.practice().0, work.now()).in_round(round));
    Ok(())
}

/// Makes a backup, unless a fresh one is there or nobody is named to seal it to, and lets old ones go.
pub async fn back_up(app: App) -> Result<()> {
    let config = app.config();
    if config.backup_recipient.is_empty() || config.sqlite_file().is_none() || is_fresh(&app)? {
        return Ok(());
    }
    let to = Recipient::read(&config.backup_recipient).map_err(unavailable)?;
    // A task of its own: a large database may take longer than a job may, and the next try then finds the backup made.
    let making = tokio::spawn(async move {
        let (folder, keep) = (&app.config().backups, app.config().backup_keep);
        let made = make_backup(&app, &to, folder, |_| ()).await?;
        tracing::info!(bytes = made.bytes, "a backup was made");
        shelf::thin_out(folder, keep)
    });
    making.await.map_err(|_| Error::bug("the backup ended in the middle"))?.map_err(unavailable)
}

fn is_fresh(app: &App) -> Result<bool> {
    let newest = shelf::kept(&app.config().backups).map_err(unavailable)?.first().map(|kept| kept.made_at);
    Ok(newest.is_some_and(|made_at| is_todays(made_at, app.clock().now())))
}

/// A backup that claims to come from the future was made while the clock was wrong, and counts for nothing.
fn is_todays(made_at: Timestamp, now: Timestamp) -> bool {
    made_at <= now && now - made_at < FRESH
}

fn unavailable(problem: impl std::fmt::Display) -> Error {
    Error::Unavailable(problem.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_from_the_future_does_not_stand_for_todays() {
        let now = Timestamp(1_795_532_400_000);
        assert!(is_todays(now, now) && is_todays(now - Span::hours(19), now));
        assert!(!is_todays(now - Span::hours(21), now));
        assert!(!is_todays(now + Span::minutes(1), now));
    }
}
