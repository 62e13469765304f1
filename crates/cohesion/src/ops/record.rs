//! Puts what is done to the installation as a whole on the record of each practice in it.

use ::store::Tx;

use super::store;
use crate::Result;
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;

/// Writes one line into every practice's audit log.
pub(super) async fn record_everywhere(app: &App, deed: Deed) -> Result<()> {
    for (practice, _) in app.db().read(async |tx: &mut dyn Tx| store::heads(tx).await).await? {
        let about = About::NOTHING;
        app.write(Actor::System(practice), async move |work| work.ask(deed, Standing::NONE, about).map(drop)).await?;
    }
    Ok(())
}
