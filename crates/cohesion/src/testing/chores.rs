//! Jobs and mail in a test: run by the hand-moved clock, and looked at.

use super::TestClinic;
use crate::chores::CHORES;
use crate::jobs::{Overview, Ran, Report, overview, run_due};
use crate::notices::{Outgoing, outbox};
use crate::{Error, Result};

impl TestClinic {
    /// Runs every job that is due by the clock, and what comes due because of it. One that does not succeed is an error.
    pub async fn run_jobs(&self) -> Result<usize> {
        let report = self.try_jobs().await?;
        match report.iter().find(|(_, ran)| *ran != Ran::Done) {
            Some((kind, ran)) => Err(Error::bug(format!("{kind} was not done: {ran:?}"))),
            None => Ok(report.len()),
        }
    }

    /// Runs every job that is due by the clock, and answers how each ended.
    pub async fn try_jobs(&self) -> Result<Report> {
        run_due(&self.app, CHORES).await
    }

    /// The kinds of the jobs that are due by the clock and have not been run: none, at the end of a whole story.
    pub async fn jobs_waiting(&self) -> Result<Vec<String>> {
        let Overview { waiting, .. } = self.read(self.system(), async |work| overview(work).await).await?;
        let now = self.app.clock().now();
        Ok(waiting.into_iter().filter(|kind| kind.first_due <= now).map(|kind| kind.kind).collect())
    }

    /// All mail so far, the newest first; a test sends none.
    pub async fn outbox(&self) -> Result<Vec<Outgoing>> {
        self.read(self.system(), async |work| outbox(work).await).await
    }
}
