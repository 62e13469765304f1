//! The worker: takes up what is due, sleeps until something is, and stops when it is told to.

use std::time::Duration;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::Chore;
use super::chore::How;
use super::run::{run_all, run_one, take_up};
use crate::Result;
use crate::access::Actor;
use crate::app::App;
use crate::clock::Span;
use crate::hub::{Change, Notice};
use crate::identity::practice_here;
use crate::limits::{ERRANDS_MAX, JOB_NAP, JOBS_IN_A_TICK_MAX};
use crate::work::{Job, Work};

/// Runs the jobs of one process. Any number of processes may share a database.
pub struct Worker {
    app: App,
    chores: &'static [Chore],
    errands: JoinSet<()>,
    /// The day whose chores are queued, counted from 1970.
    day: Option<i64>,
}

impl Worker {
    /// A worker that knows these chores; jobs of other kinds are left for a process that knows them.
    pub fn new(app: App, chores: &'static [Chore]) -> Self {
        Self { app, chores, errands: JoinSet::new(), day: None }
    }

    /// Works until `stop`, then ends what it has begun.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut heard = self.app.hub().listen();
        while !stop.is_cancelled() {
            self.app.life().beat();
            match self.tick().await {
                Ok(0) => self.nap(&mut heard, &stop).await,
                Ok(_) => {}
                Err(cause) => {
                    tracing::error!(%cause, "jobs could not be taken up");
                    self.nap(&mut heard, &stop).await;
                }
            }
        }
        while self.errands.join_next().await.is_some() {}
    }

    /// One round: acts are run to their end, errands are sent off. Answers how many jobs were taken up.
    async fn tick(&mut self) -> Result<usize> {
        self.begin_the_day().await?;
        let free = ERRANDS_MAX.saturating_sub(u32::try_from(self.errands.len()).unwrap_or(u32::MAX));
        let room = |chore: &Chore| if matches!(chore.how, How::Errand(_)) { free } else { JOBS_IN_A_TICK_MAX };
        let taken = take_up(&self.app, self.chores, room).await?;
        let count = taken.len();
        let (errands, acts): (Vec<_>, Vec<_>) =
            taken.into_iter().partition(|taken| matches!(taken.chore.how, How::Errand(_)));
        for errand in errands {
            let going = run_one(self.app.clone(), errand);
            self.errands.spawn(async move { drop(going.await) });
        }
        run_all(&self.app, acts).await;
        Ok(count)
    }

    /// Queues the day's chores; queueing them again on the same day changes nothing.
    async fn begin_the_day(&mut self) -> Result<()> {
        let day = self.app.clock().now().0.div_euclid(Span::days(1).0);
        if self.day == Some(day) {
            return Ok(());
        }
        let Some(practice) = practice_here(&self.app).await? else { return Ok(()) };
        let chores = self.chores;
        let queueing = async move |work: &mut Work<'_>| {
            for chore in chores.iter().filter(|chore| matches!(chore.how, How::Daily(_))) {
                work.enqueue(Job::once(chore.kind, practice.0, work.now()).in_round(day));
            }
            Ok(())
        };
        self.app.write(Actor::System(practice), queueing).await?;
        self.day = Some(day);
        Ok(())
    }

    /// Sleeps until a job may be due, an errand has come back, or `stop`. Never for long: what is due is known by looking,
    /// and a moved clock or another process tells nobody.
    async fn nap(&mut self, heard: &mut Receiver<Notice>, stop: &CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = hears_of_a_job(heard) => {}
            () = tokio::time::sleep(Duration::from_millis(JOB_NAP.0.unsigned_abs())) => {}
            Some(_) = self.errands.join_next() => {}
        }
    }
}

async fn hears_of_a_job(heard: &mut Receiver<Notice>) {
    loop {
        match heard.recv().await {
            Ok(Notice { what: Change::JobDue, .. }) | Err(RecvError::Lagged(_)) => return,
            Ok(_) => {}
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
