//! Whether the server can do its work now: what a load balancer or a supervisor asks every few seconds.

use std::time::Duration;

use super::{disk, root};
use crate::app::App;
use crate::{limits, migrations};

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was looked at, and whether it is well.
pub(super) type Looks = [(&'static str, bool); 4];

/// Looks at everything the server needs.
pub(super) async fn look(app: &App) -> Looks {
    let schema = tokio::time::timeout(PATIENCE, root::schema(app.db())).await;
    let schema = schema.ok().and_then(Result::ok);
    let newest = migrations::ALL.last().map(|step| step.number);
    [
        ("database", schema.is_some()),
        ("schema", schema.is_some_and(|step| step == newest)),
        ("disk", has_room(app)),
        ("worker", app.life().is_beating()),
    ]
}

/// PostgreSQL's disk is its own server's to watch.
fn has_room(app: &App) -> bool {
    let file = app.config().sqlite_file();
    file.and_then(disk::free_bytes).is_none_or(|free| free >= limits::DISK_FREE_BYTES_MIN)
}
