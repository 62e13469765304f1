//! One act, one transaction, tried again when another act got in its way.

use std::{
    hash::{BuildHasher, RandomState},
    time::Duration,
};

use tokio_postgres::IsolationLevel;

use super::{
    Lane,
    error::{is_conflict, is_loss, translate},
    tx::PostgresTx,
};
use crate::{Error, Result, Tx};

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Write,
    Read,
}

/// Tries before an act is given up; with one queue for those that lost often, only other processes can cause so many.
const TRIES: u32 = 24;

/// Tries that run freely; after them an act waits for its turn among those that lost as often.
const FREE_TRIES: u32 = 3;

/// The longest pause between two tries.
const PAUSE_MS_MAX: u64 = 64;

enum Tried<T, E> {
    Settled(Result<T, E>),
    Again(Error),
}

/// Runs the act until it is settled: kept, refused by itself, or given up as `Unavailable`.
pub async fn run_until_settled<T, E, F>(lane: Lane, purpose: Purpose, act: F) -> Result<T, E>
where
    E: From<Error>,
    F: AsyncFn(&mut dyn Tx) -> Result<T, E>,
{
    let mut last = Error::Closed;
    for tried in 0..TRIES {
        let _turn = if tried < FREE_TRIES { None } else { Some(lane.unlucky.lock().await) };
        match attempt(&lane, purpose, &act).await {
            Tried::Settled(outcome) => return outcome,
            Tried::Again(error) => last = error,
        }
        tokio::time::sleep(pause(tried)).await;
    }
    Err(last.into())
}

async fn attempt<T, E, F>(lane: &Lane, purpose: Purpose, act: &F) -> Tried<T, E>
where
    E: From<Error>,
    F: AsyncFn(&mut dyn Tx) -> Result<T, E>,
{
    let mut client = match lane.client().await {
        Ok(client) => client,
        Err(error) => return Tried::Settled(Err(error.into())),
    };
    let builder = match purpose {
        Purpose::Write => client.build_transaction().isolation_level(IsolationLevel::Serializable),
        Purpose::Read => client.build_transaction().isolation_level(IsolationLevel::RepeatableRead).read_only(true),
    };
    let mut tx = match builder.start().await {
        Ok(transaction) => PostgresTx::new(transaction),
        Err(error) if is_loss(&error) => return Tried::Again(translate(&error, "begin")),
        Err(error) => return Tried::Settled(Err(translate(&error, "begin").into())),
    };
    let outcome = act(&mut tx).await;
    let (transaction, failed) = tx.end();
    if let Some(failure) = failed {
        // Dropping the transaction sends its rollback ahead of whatever the connection is used for next.
        return match outcome {
            _ if failure.is_worth_repeating => Tried::Again(failure.error),
            Ok(_) => Tried::Settled(Err(failure.error.into())),
            refused => Tried::Settled(refused),
        };
    }
    if purpose == Purpose::Read || outcome.is_err() {
        return Tried::Settled(outcome);
    }
    match transaction.commit().await {
        Ok(()) => Tried::Settled(outcome),
        Err(error) if is_conflict(&error) => Tried::Again(translate(&error, "commit")),
        Err(error) if is_loss(&error) => Tried::Settled(Err(unknown().into())),
        Err(error) => Tried::Settled(Err(translate(&error, "commit").into())),
    }
}

fn unknown() -> Error {
    Error::Unavailable(
        "the connection was lost during the commit, and whether the act was kept is not known".to_owned(),
    )
}

/// Between nothing and a bound that doubles with each try, so that two acts that met do not meet again.
fn pause(tried: u32) -> Duration {
    let bound_us = PAUSE_MS_MAX.min(1 << tried.min(6)) * 1_000;
    Duration::from_micros(RandomState::new().hash_one(tried) % bound_us)
}
