//! Runs one act to its end on the thread that calls.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    task::{Context, Poll, Waker},
};

use super::tx::SqliteTx;
use crate::{Error, Result, Tx};

/// Polls the act once: every await on its transaction is ready, so an act that is not done waits for something else.
///
/// A panic is answered as a `Bug`; an `Ok` that hides the error of a statement becomes that error.
pub fn run<T, E, F>(act: &F, tx: &mut SqliteTx<'_>) -> Result<T, E>
where
    E: From<Error>,
    F: AsyncFn(&mut dyn Tx) -> Result<T, E>,
{
    let polled = catch_unwind(AssertUnwindSafe(|| {
        let future = pin!(act(tx));
        future.poll(&mut Context::from_waker(Waker::noop()))
    }));
    let done = match polled {
        Ok(Poll::Ready(done)) => done?,
        Ok(Poll::Pending) => return Err(bug("an act awaited foreign I/O inside a transaction")),
        Err(_) => return Err(bug("an act panicked")),
    };
    match tx.failed() {
        Some(error) => Err(error.into()),
        None => Ok(done),
    }
}

fn bug<E: From<Error>>(sentence: &str) -> E {
    Error::Bug(sentence.to_owned()).into()
}
