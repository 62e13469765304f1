//! Shreds again what the ledger says is shredded: what an older database brought back.

use std::collections::HashSet;

use ::store::{Db, Tx};

use super::line::Flaw;
use super::{Shred, note, read};
use crate::access::Deed;
use crate::app::App;
use crate::ops::record::record_everywhere;
use crate::ops::store;
use crate::{Error, Result};

/// What was found when the ledger was held to the database.
#[derive(Debug, Default)]
pub struct Replayed {
    /// Keys that lived, though they had been shredded, and are shredded again.
    pub again: usize,
    /// Shredded keys that the ledger had not known.
    pub noted: usize,
    /// What is wrong with the ledger, each in a few words.
    pub flaws: Vec<String>,
    /// Why nothing could be written into the ledger, if so.
    pub unwritten: Option<String>,
}

/// Holds the database to the ledger and the ledger to the database, before anything can be opened. A ledger that is there
/// and cannot be read is an error: nobody could say what must not come back.
pub async fn replay_before_service(app: &App) -> Result<Replayed> {
    let ledger = read(&app.config().shreds, app.vault().shreds_key())?.unwrap_or_default();
    let again = shred_again(app.db(), ledger.shreds).await?;
    if again > 0 {
        record_everywhere(app, Deed::ShredAgain).await?;
    }
    let (noted, unwritten) = match note(app).await {
        Ok(noted) => (noted, None),
        Err(cause) => (0, Some(cause.into_sentence())),
    };
    Ok(Replayed { again, noted, flaws: ledger.flaws.iter().map(Flaw::to_string).collect(), unwritten })
}

/// Shreds those of the keys that live, and answers how many did.
pub(in crate::ops) async fn shred_again(db: &Db, shreds: Vec<Shred>) -> Result<usize> {
    let alive = alive(db, &shreds).await?;
    if alive.is_empty() {
        return Ok(0);
    }
    let count = alive.len();
    db.write(async move |tx: &mut dyn Tx| {
        for shred in &alive {
            store::shred_again(tx, shred).await?;
        }
        Ok::<_, Error>(())
    })
    .await?;
    if let Err(cause) = db.clear_traces(&["data_keys"]).await {
        tracing::warn!(%cause, "what the database's files still hold of shredded keys is cleared by the daily job");
    }
    Ok(count)
}

/// Those of the keys that live.
pub(in crate::ops) async fn alive(db: &Db, shreds: &[Shred]) -> Result<Vec<Shred>> {
    if shreds.is_empty() {
        return Ok(Vec::new());
    }
    let living = db.read(async |tx: &mut dyn Tx| store::list_living(tx).await).await?;
    let living: HashSet<_> = living.into_iter().collect();
    Ok(shreds.iter().filter(|shred| living.contains(&(shred.practice, shred.key))).copied().collect())
}
