//! `cohesion serve` and `cohesion migrate`.

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

use super::dumps::refuse_dumps;
use super::lock::Lock;
use super::say;
use super::settings::Flags;
use super::start::{Started, begin, block_on, bring_up_to_date, open, start};
use crate::audit::keep_checkpoints;
use crate::chores::CHORES;
use crate::jobs::Worker;
use crate::server::Patience;
use crate::{Error, ops, room, router, server, set_up};

/// How long live rooms may take to put down what stays of them.
const FAREWELL: Duration = Duration::from_secs(5);

/// Serves the practice until it is told to stop.
pub(super) fn serve(flags: &Flags) -> Result<(), String> {
    let config = begin(flags)?;
    let _lock = Lock::take(&config.data)?;
    refuse_dumps();
    block_on(async move { listen(start(config).await?).await })
}

/// Serves an app that has been put together and does its jobs; then lets both finish and closes the store.
pub(super) async fn listen(started: Started) -> Result<(), String> {
    let Started { app, listener } = started;
    let stop = stop_asked().map_err(|cause| format!("The program cannot wait for signals: {cause}."))?;
    if let Some(behind) = ops::clock_is_behind(app.db(), app.clock().now()).await.map_err(Error::into_sentence)? {
        tracing::warn!(
            behind_ms = behind.0,
            "this machine's clock is behind what is on record; cohesion doctor says more"
        );
    }
    say(&format!("Serving at http://{}", app.config().listen));
    if let Some(path) = set_up::new_link(&app).await.map_err(Error::into_sentence)? {
        say(&format!(
            "Nothing is set up yet. Open this link once, and nobody else can: {}{path}",
            app.config().public_url
        ));
    }
    let worker = tokio::spawn(Worker::new(app.clone(), CHORES).run(app.life().ending()));
    let node = room::Node::of(app.config()).map_err(Error::into_sentence)?;
    let there = tokio::spawn(room::keep_there(app.clone(), node.clone(), app.life().ending()));
    let checkpoints = tokio::spawn(keep_checkpoints(app.clone(), app.life().ending()));
    let stop = async {
        stop.await;
        app.life().end();
    };
    let proxies = &app.config().trusted_proxies;
    server::serve(router::router(app.clone(), node), listener, proxies, Patience::default(), stop).await;
    if !app.life().is_finished_within(FAREWELL).await {
        tracing::error!("not every live room put down what stays of it");
    }
    if there.await.is_err() {
        tracing::warn!("other servers believe for some minutes that this one is there");
    }
    if worker.await.is_err() {
        tracing::error!("the worker ended in the middle of a job; the next start takes it up");
    }
    if checkpoints.await.is_err() {
        tracing::error!("the last checkpoint of the audit log was not made");
    }
    app.db().clone().close().await;
    say("Stopped.");
    Ok(())
}

/// Waits for Ctrl-C or the system's request to end. Both are caught from now on, so that none is missed.
fn stop_asked() -> std::io::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping: answers that are under way are finished");
    })
}

/// Brings the database to this program's schema.
pub(super) fn migrate(flags: &Flags) -> Result<(), String> {
    let config = begin(flags)?;
    let _lock = Lock::take(&config.data)?;
    block_on(async move {
        let db = open(&config).await?;
        let migrated = bring_up_to_date(&db, &config).await?;
        say(&format!("The schema was at step {} and is at step {} now.", migrated.before, migrated.after));
        db.close().await;
        Ok(())
    })
}
