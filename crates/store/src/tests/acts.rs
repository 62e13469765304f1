//! Acts are kept or undone as one, and never undo each other.

use futures_util::future::join_all;

use super::{ADD_MARK, ADD_TALLY, PRACTICE, READ_TALLIES, add, id, increment, open, read, set, total};
use crate::{Engine, Error, params};

crate::on_both_engines!(
    what_was_answered_is_there_to_read,
    a_refused_act_undoes_itself_and_no_other,
    a_statement_that_failed_is_not_hidden_by_an_ok,
    nothing_runs_after_a_statement_that_failed,
    a_panic_undoes_its_act_and_the_store_goes_on,
    a_read_that_writes_is_a_mistake_and_writes_nothing,
    a_read_sees_one_unchanging_view,
    fifty_increments_at_once_are_all_counted,
    one_row_is_missing_found_or_too_many,
);

async fn what_was_answered_is_there_to_read(engine: Engine) {
    let test = open(engine).await;
    assert_eq!(add(test.db(), "chairs", 12).await, Ok(1));
    assert_eq!(read(test.db(), "chairs").await, Ok(12));
}

/// An act's own error, as a subject of the program has it.
#[derive(Debug, PartialEq)]
enum Refusal {
    TooMany,
    Store(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

async fn a_refused_act_undoes_itself_and_no_other(engine: Engine) {
    let test = open(engine).await;
    let acts = (0..20_i64).map(|number| {
        test.db().write(async move |tx| {
            tx.run(&ADD_TALLY, params![PRACTICE, format!("tally {number:02}"), number]).await?;
            if number % 3 == 0 { Err(Refusal::TooMany) } else { Ok(number) }
        })
    });
    for (number, outcome) in (0..).zip(join_all(acts).await) {
        assert_eq!(outcome, if number % 3 == 0 { Err(Refusal::TooMany) } else { Ok(number) });
    }
    let kept = test.db().read(async |tx| tx.rows(&READ_TALLIES, params![PRACTICE]).await).await.unwrap();
    let kept: Vec<String> = kept.into_iter().map(|mut row| row.take().unwrap()).collect();
    let expected: Vec<String> = (0..20).filter(|n| n % 3 != 0).map(|n| format!("tally {n:02}")).collect();
    assert_eq!(kept, expected);
}

async fn a_statement_that_failed_is_not_hidden_by_an_ok(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 12).await.unwrap();
    let hidden = test.db().write(async |tx| {
        tx.run(&ADD_TALLY, params![PRACTICE, "tables", 3]).await?;
        let _ = tx.run(&ADD_TALLY, params![PRACTICE, "chairs", 1]).await;
        Ok::<_, Error>(())
    });
    assert_eq!(hidden.await, Err(Error::Constraint("tally_key".to_owned())));
    assert_eq!(read(test.db(), "tables").await, Err(Error::Missing));
}

async fn nothing_runs_after_a_statement_that_failed(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 12).await.unwrap();
    let continued = test.db().write(async |tx| {
        let _ = tx.run(&ADD_TALLY, params![PRACTICE, "chairs", 1]).await;
        assert_eq!(set(tx, "chairs", 13).await, Err(Error::Constraint("tally_key".to_owned())));
        Err::<(), _>(Refusal::TooMany)
    });
    assert_eq!(continued.await, Err(Refusal::TooMany));
    assert_eq!(read(test.db(), "chairs").await, Ok(12));
}

async fn a_panic_undoes_its_act_and_the_store_goes_on(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 12).await.unwrap();
    let panicking = test.db().write(async |tx| {
        set(tx, "chairs", 99).await?;
        assert_eq!(total(tx, "chairs").await?, 0, "on purpose");
        Ok::<_, Error>(())
    });
    assert_eq!(panicking.await, Err(Error::Bug("an act panicked".to_owned())));
    let in_a_read = test.db().read(async |_| -> Result<(), Error> { panic!("on purpose") });
    assert_eq!(in_a_read.await, Err(Error::Bug("an act panicked".to_owned())));
    for _ in 0..20 {
        increment(test.db(), "chairs").await.unwrap();
    }
    assert_eq!(read(test.db(), "chairs").await, Ok(32));
}

async fn a_read_that_writes_is_a_mistake_and_writes_nothing(engine: Engine) {
    let test = open(engine).await;
    let wrote = test.db().read(async |tx| tx.run(&ADD_TALLY, params![PRACTICE, "chairs", 1]).await).await;
    let sentence = "`store::tests::ADD_TALLY` writes inside a read".to_owned();
    assert_eq!(wrote, Err(Error::Bug(sentence)));
    assert_eq!(read(test.db(), "chairs").await, Err(Error::Missing));
}

async fn a_read_sees_one_unchanging_view(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 1).await.unwrap();
    let (looked, has_looked) = tokio::sync::oneshot::channel();
    let (changed, has_changed) = std::sync::mpsc::channel();
    let channels = std::sync::Mutex::new(Some((looked, has_changed)));
    let reading = tokio::spawn(test.db().read(async move |tx| {
        let first = total(tx, "chairs").await?;
        if let Some((looked, has_changed)) = channels.lock().unwrap().take() {
            looked.send(()).unwrap();
            has_changed.recv().unwrap();
        }
        Ok::<_, Error>((first, total(tx, "chairs").await?))
    }));
    has_looked.await.unwrap();
    increment(test.db(), "chairs").await.unwrap();
    changed.send(()).unwrap();
    assert_eq!(reading.await.unwrap(), Ok((1, 1)));
    assert_eq!(read(test.db(), "chairs").await, Ok(2));
}

async fn fifty_increments_at_once_are_all_counted(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 0).await.unwrap();
    for outcome in join_all((0..50).map(|_| increment(test.db(), "chairs"))).await {
        assert_eq!(outcome, Ok(1));
    }
    assert_eq!(read(test.db(), "chairs").await, Ok(50));
}

async fn one_row_is_missing_found_or_too_many(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 1).await.unwrap();
    let asked = |practice: [u8; 16]| {
        test.db().read(async move |tx| tx.maybe(&READ_TALLIES, params![practice]).await.map(|row| row.is_some()))
    };
    assert_eq!(asked([0; 16]).await, Ok(false));
    assert_eq!(asked(PRACTICE).await, Ok(true));
    add(test.db(), "tables", 1).await.unwrap();
    let several = "`store::tests::READ_TALLIES` gave 2 rows where one at most belongs".to_owned();
    assert_eq!(asked(PRACTICE).await, Err(Error::Bug(several)));
    let mark = params![PRACTICE, id(1), "chairs", None::<i64>, None::<Vec<u8>>];
    let added = test.db().write(async move |tx| tx.run(&ADD_MARK, mark.clone()).await);
    assert_eq!(added.await, Ok(1), "an act may be called again, so it keeps its own values");
}
