//! `cohesion serve` and `cohesion migrate`.

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::say;
use super::settings::Flags;
use super::start::{block_on, open, start};
use crate::app::App;
use crate::{migrations, router, server};

/// Serves the practice until it is told to stop.
pub(super) fn serve(flags: &Flags) -> Result<(), String> {
    let config = flags.read()?;
    block_on(async move { listen(start(config).await?).await })
}

/// Serves an app that has been put together.
pub(super) async fn listen(app: App) -> Result<(), String> {
    let address = app.config().listen;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|cause| format!("The server cannot listen on {address}: {cause}. --listen names another."))?;
    let bound = listener.local_addr().map_err(|cause| cause.to_string())?;
    say(&format!("Serving at http://{bound}"));
    server::serve(router::router(app.clone()), listener, stop_asked()).await;
    app.db().clone().close().await;
    Ok(())
}

async fn stop_asked() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

/// Brings the database to this program's schema.
pub(super) fn migrate(flags: &Flags) -> Result<(), String> {
    let config = flags.read()?;
    block_on(async move {
        let db = open(&config).await?;
        let migrated = db.migrate(migrations::ALL).await.map_err(|cause| cause.to_string())?;
        say(&format!("The schema was at step {} and is at step {} now.", migrated.before, migrated.after));
        db.close().await;
        Ok(())
    })
}
