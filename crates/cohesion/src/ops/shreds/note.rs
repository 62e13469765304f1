//! Fills the ledger from the database, and lets go of what still holds shredded keys.

use ::store::Tx;

use super::{ledger, letting_go};
use crate::app::App;
use crate::ops::store;
use crate::work::{Job, NOTE_SHRED, Work};
use crate::{Error, Result};

/// The daily job that has the ledger looked after.
pub const NOTE_DAILY: &str = "ops.daily-shreds";

/// Asks for the ledger to be looked after, on the day `round`.
pub async fn note_daily(work: &mut Work<'_>, round: i64) -> Result<()> {
    work.enqueue(Job::once(NOTE_SHRED, work.practice().0, work.now()).in_round(round));
    Ok(())
}

/// Writes every shredded key into the ledger, clears what the database's own files still hold of it, and lets go of
/// keyring files and copies that are too old to be kept.
pub async fn look_after(app: App) -> Result<()> {
    let noted = note(&app).await?;
    if noted > 0 {
        tracing::info!(noted, "shredded keys were written into the ledger");
    }
    app.db().clear_traces(&["data_keys"]).await?;
    letting_go::let_go(&app).await
}

/// Writes into the ledger which keys the database says are shredded, and answers how many were new to it.
pub(in crate::ops) async fn note(app: &App) -> Result<usize> {
    let shreds = app.db().read(async |tx: &mut dyn Tx| store::list_shredded(tx).await).await?;
    let app = app.clone();
    let adding =
        tokio::task::spawn_blocking(move || ledger::add(&app.config().shreds, app.vault().shreds_key(), &shreds));
    adding.await.map_err(|cause| Error::bug(cause.to_string()))?
}
