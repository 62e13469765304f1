//! A sealed word for each practice, sealed anew with each backup: a restored database in which it opens, opens at all.

use crate::Result;
use crate::access::{About, Actor, Deed, Grant, Standing};
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::PracticeId;
use crate::ops::store;
use crate::work::{Cell, Scope, Work};

/// Puts the backup on record, and seals its moment as the practice's word.
pub(super) async fn renew(app: &App, practice: PracticeId, made_at: Timestamp) -> Result<()> {
    let renewed = app.write(Actor::System(practice), async move |work| {
        let grant = work.ask(Deed::MakeBackup, Standing::NONE, About::NOTHING)?;
        let sealed = work.seal(Scope::Practice, cell(practice), &made_at).await?;
        store::save_canary(work, &grant, sealed).await
    });
    renewed.await
}

/// Opens the practice's word: the moment of the backup that it was sealed for.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant) -> Result<Timestamp> {
    let sealed = store::find_canary(work, grant).await?;
    work.open(grant, Scope::Practice, cell(work.practice()), &sealed).await
}

const fn cell(practice: PracticeId) -> Cell {
    Cell::of("canaries", "sealed", practice.0)
}
