//! Clients that work side by side, each as fast as it is answered, until the time is over.

use super::Result;
use super::figures::Load;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// What became of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It was done.
    Done,
    /// There was nothing left to do.
    NothingLeft,
}

/// Somebody who does one thing after another.
pub trait Client: Send + 'static {
    /// Does the next thing, answered only when it is done.
    fn act(&mut self) -> impl Future<Output = Result<Turn>> + Send;
}

/// Lets all clients work for so long. When one has nothing left to do they all stop, so that the rate is that of so many.
pub async fn run<C: Client>(clients: Vec<C>, lasting: Duration) -> Result<Load> {
    let stop = Arc::new(AtomicBool::new(false));
    let (mut working, begun) = (JoinSet::new(), Instant::now());
    for client in clients {
        working.spawn(work(client, begun + lasting, Arc::clone(&stop)));
    }
    let mut each = Vec::new();
    while let Some(worked) = working.join_next().await {
        each.extend(worked??);
    }
    Ok(Load::of(each, begun.elapsed()))
}

async fn work<C: Client>(mut client: C, until: Instant, stop: Arc<AtomicBool>) -> Result<Vec<Duration>> {
    let mut each = Vec::new();
    while Instant::now() < until && !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        match client.act().await? {
            Turn::Done => each.push(begun.elapsed()),
            Turn::NothingLeft => stop.store(true, Ordering::Relaxed),
        }
    }
    Ok(each)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Has so much to do.
    struct Pile(u32);

    impl Client for Pile {
        async fn act(&mut self) -> Result<Turn> {
            tokio::time::sleep(Duration::from_millis(1)).await;
            let Some(left) = self.0.checked_sub(1) else { return Ok(Turn::NothingLeft) };
            self.0 = left;
            Ok(Turn::Done)
        }
    }

    #[tokio::test]
    async fn all_stop_when_one_has_nothing_left() {
        let load = run(vec![Pile(3), Pile(u32::MAX)], Duration::from_mins(1)).await.expect("it works");
        assert!((3..60).contains(&load.count), "{}", load.count);
    }

    #[tokio::test]
    async fn the_time_is_kept() {
        let load = run(vec![Pile(u32::MAX)], Duration::from_millis(30)).await.expect("it works");
        assert!((1..=31).contains(&load.count), "{}", load.count);
    }
}
