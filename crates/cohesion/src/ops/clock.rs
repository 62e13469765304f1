//! Whether this machine's clock can be believed: nothing was ever put on record in the future.

use ::store::{Db, Tx};

use super::store;
use crate::Result;
use crate::clock::{CLOCKS_APART, Span, Timestamp};

/// By how much `now` lies behind the newest deed on record, if the clock seems to have gone back.
pub async fn clock_is_behind(db: &Db, now: Timestamp) -> Result<Option<Span>> {
    let last = db.read(async |tx: &mut dyn Tx| store::last_deed(tx).await).await?;
    Ok(last.map(|last| last - now).filter(|behind| *behind > CLOCKS_APART))
}
