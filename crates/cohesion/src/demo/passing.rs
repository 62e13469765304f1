//! How time passes: chapters wait for their moments, and the clock moves on once nothing is under way and all of them wait.
//!
//! So each chapter is told from top to bottom as if it were the only one, and all of them together happen in the order of
//! their moments. On its way the clock stops where a job falls due, so that every reminder and letter of the past goes out
//! at its own hour.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use super::past::Past;
use crate::chores::CHORES;
use crate::clock::Timestamp;
use crate::jobs::{Ran, next_due, run_due};
use crate::{Error, Result};

impl Past {
    /// Waits for a moment; one that is over has come already.
    pub async fn until(&self, moment: Timestamp) {
        poll_fn(|_| {
            if self.app.clock().now() >= moment {
                return Poll::Ready(());
            }
            self.awaited.update(|nearest| Some(nearest.map_or(moment, |nearest| nearest.min(moment))));
            Poll::Pending
        })
        .await;
    }

    /// Tells a story until it ends, or until the present: what its chapters would tell beyond it, nobody hears. `passed` hears
    /// of each moment that was reached.
    ///
    /// Whenever the story goes on, all its chapters are asked for what they wait for, so it may be put together by `join`s
    /// that ask each of their parts anew: `try_join!`, and `try_join_all` of at most thirty.
    pub async fn tell(&self, story: impl Future<Output = Result<()>>, passed: impl Fn(Timestamp)) -> Result<()> {
        let mut story = pin!(story);
        loop {
            let going_on = poll_fn(|context| {
                self.awaited.set(None);
                match story.as_mut().poll(context) {
                    Poll::Ready(ended) => Poll::Ready(Some(ended)),
                    Poll::Pending if self.under_way.get() == 0 => Poll::Ready(None),
                    Poll::Pending => Poll::Pending,
                }
            });
            if going_on.await.transpose()?.is_some() {
                break;
            }
            match self.awaited.get() {
                Some(next) if next <= self.now => {
                    self.pass_to(next).await?;
                    passed(next);
                }
                Some(_) => break,
                None => return Err(Error::bug("a chapter waits for no moment")),
            }
        }
        self.pass_to(self.now).await
    }

    /// Moves the clock to a moment, and stops on the way wherever a job is due.
    async fn pass_to(&self, moment: Timestamp) -> Result<()> {
        while let Some(due) = next_due(&self.app).await?.filter(|due| *due <= moment) {
            self.set_clock(due.max(self.app.clock().now()));
            let report = run_due(&self.app, CHORES).await?;
            match report.iter().find(|(_, ran)| *ran != Ran::Done) {
                _ if report.is_empty() => return Err(Error::bug("a job is due that nobody takes up")),
                Some((kind, ran)) => return Err(Error::bug(format!("{kind} was not done: {ran:?}"))),
                None => {}
            }
        }
        self.set_clock(moment);
        Ok(())
    }

    /// Moves the clock, forwards or back.
    pub fn set_clock(&self, to: Timestamp) {
        self.app.clock().advance(to - self.app.clock().now());
    }
}
