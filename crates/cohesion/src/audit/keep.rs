//! Checkpoints are made while the program runs: once a minute where there is news, in the database and in the file outside.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::walk::is_ours;
use super::{Checkpoint, outside, store};
use crate::access::Actor;
use crate::app::App;
use crate::identity::practice_here;
use crate::limits::CHECKPOINT_PAUSE;
use crate::work::Head;
use crate::{Error, Result};

/// Makes checkpoints until `stop`, and a last one then.
pub async fn keep_checkpoints(app: App, stop: CancellationToken) {
    let pause = Duration::from_millis(CHECKPOINT_PAUSE.0.unsigned_abs());
    loop {
        let stopped = tokio::time::timeout(pause, stop.cancelled()).await.is_ok();
        if let Err(cause) = checkpoint(&app).await {
            tracing::error!(%cause, "no checkpoint of the audit log could be made");
        }
        if stopped {
            return;
        }
    }
}

/// Makes a checkpoint of the practice's chain, if it has grown since the last one.
pub async fn checkpoint(app: &App) -> Result<Option<Checkpoint>> {
    let Some(practice) = practice_here(app).await? else { return Ok(None) };
    let system = Actor::System(practice);
    let reading = app.read(system, async |work| Ok((store::find_end(work).await?, store::newest(work).await?)));
    let (Some(end), newest) = reading.await? else { return Ok(None) };
    let covered = newest.as_ref().map_or(Head::EMPTY, |newest| newest.head);
    if end.head == covered {
        return Ok(None);
    }
    let (head_key, signing_key) = app.vault().audit_keys();
    if !is_ours(practice, &end, head_key) {
        return Err(Error::bug(
            "the audit log's end was not written by this installation; `cohesion audit verify` says more",
        ));
    }
    let number = newest.map_or(1, |newest| newest.number + 1);
    let made = Checkpoint::sign(practice, number, end.head, app.clock().now(), signing_key);
    let row = made.clone();
    if !app.write(system, async move |work| store::insert_checkpoint(work, &row).await).await? {
        // Another process made this one at the same moment.
        return Ok(None);
    }
    let (path, line) = (outside::path(app.config()), made.clone());
    let written = tokio::task::spawn_blocking(move || outside::append(&path, &line)).await;
    written.map_err(|cause| Error::bug(cause.to_string()))??;
    Ok(Some(made))
}
