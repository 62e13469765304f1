//! Whether the ledger of shredded keys is there, as it was written, and says what the database says.

use std::collections::HashSet;

use ::store::Tx;

use super::Finding;
use crate::Result;
use crate::app::App;
use crate::ops::shreds::{Shred, alive, read};
use crate::ops::store;

const WHAT: &str = "shredded keys";

/// Looks at the ledger, and changes nothing.
pub(super) async fn look(app: &App) -> Result<Finding> {
    let path = &app.config().shreds;
    let shredded = app.db().read(async |tx: &mut dyn Tx| store::list_shredded(tx).await).await?;
    let Some(ledger) = read(path, app.vault().shreds_key())? else {
        return Ok(no_ledger(&shredded));
    };
    let said = format!("{} in the ledger {}", ledger.shreds.len(), path.display());
    if let Some(flaw) = ledger.flaws.first() {
        return Ok(Finding::mend(WHAT, format!("{said}, which is not as it was written: {flaw}")).remedy(
            "Put a sound copy in its place, or move it away and start the server, which writes it anew from the database.",
        ));
    }
    let alive = alive(app.db(), &ledger.shreds).await?.len();
    if alive > 0 {
        return Ok(Finding::mend(WHAT, format!("{said}, and {alive} of them live again"))
            .remedy("An older database was put in place: start the server again, which shreds them before it opens."));
    }
    let known: HashSet<_> = ledger.shreds.iter().map(|shred| (shred.practice, shred.key)).collect();
    let missing = shredded.iter().filter(|shred| !known.contains(&(shred.practice, shred.key))).count();
    Ok(match missing {
        0 if path.starts_with(&app.config().data) => Finding::look(WHAT, said)
            .remedy("The ledger lies beside the records: keep it with the root key, and a copy of it elsewhere."),
        0 => Finding::fine(WHAT, said),
        _ => Finding::mend(WHAT, format!("{said}, and {missing} are not in it yet")).remedy(
            "The server writes them down while it runs, and at each start; see the log for what is in its way.",
        ),
    })
}

fn no_ledger(shredded: &[Shred]) -> Finding {
    if shredded.is_empty() {
        return Finding::look(WHAT, "none, and no ledger yet").remedy("The server makes one when it starts.");
    }
    Finding::mend(WHAT, format!("{}, and no ledger of them outside of the database", shredded.len()))
        .remedy("Start the server, which writes it; see the setting shreds for where.")
}
