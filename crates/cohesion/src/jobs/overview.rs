//! How the jobs of a practice stand, for whoever runs the server.

use super::{deeds, store};
use crate::Result;
use crate::clock::Timestamp;
use crate::id::JobId;
use crate::limits::JOB_LATE;
use crate::work::Work;

/// How the jobs stand.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Those that wait, by kind.
    pub waiting: Vec<Kind>,
    /// How many should have been done by now.
    pub late: u32,
    /// Those that a person must look at, the newest first.
    pub aside: Vec<Aside>,
}

/// Jobs of one kind that wait.
#[derive(Clone, Debug)]
pub struct Kind {
    /// The kind's name.
    pub kind: String,
    /// How many.
    pub waiting: u32,
    /// When the first of them is due.
    pub first_due: Timestamp,
    /// The most tries that one of them has had.
    pub tries: u32,
}

/// A job that was set aside.
#[derive(Clone, Debug)]
pub struct Aside {
    /// Its id.
    pub id: JobId,
    /// The kind's name.
    pub kind: String,
    /// Since when.
    pub since: Timestamp,
    /// What was in its way at the last try, without content.
    pub trouble: String,
}

/// How the practice's jobs stand now.
pub async fn overview(work: &mut Work<'_>) -> Result<Overview> {
    let grant = deeds::may_see(work).await?;
    let waiting = store::waiting(work, &grant).await?;
    let late = store::count_late(work, &grant, work.now() - JOB_LATE).await?;
    Ok(Overview { waiting, late, aside: store::aside(work, &grant).await? })
}
