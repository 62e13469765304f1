//! A caller that goes away, as a browser does, never leaves an act half done.

use std::time::Duration;

use tokio::sync::oneshot;

use super::{add, increment, open, read, set, total};
use crate::{Db, Engine, Error};

crate::on_both_engines!(an_act_goes_on_without_its_caller, cancelled_callers_leave_every_act_whole);

async fn an_act_goes_on_without_its_caller(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 1).await.unwrap();
    let (began, has_begun) = oneshot::channel();
    let began = std::sync::Mutex::new(Some(began));
    let caller = tokio::spawn(test.db().write(async move |tx| {
        if let Some(began) = began.lock().unwrap().take() {
            began.send(()).unwrap();
            std::thread::sleep(Duration::from_millis(50));
        }
        set(tx, "chairs", 2).await
    }));
    has_begun.await.unwrap();
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    test.db().clone().close().await;
    let again = Db::open(test.url(), &crate::Options::default()).await.unwrap();
    assert_eq!(read(&again, "chairs").await, Ok(2));
}

async fn cancelled_callers_leave_every_act_whole(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "given", 1_000).await.unwrap();
    add(test.db(), "taken", 0).await.unwrap();
    for round in 0..120 {
        let moving = tokio::time::timeout(Duration::from_micros(round * 17 % 1_500), move_one(test.db()));
        if let Ok(outcome) = moving.await {
            outcome.unwrap();
        }
    }
    let both = test.db().read(async |tx| Ok::<_, Error>((total(tx, "given").await?, total(tx, "taken").await?)));
    let (given, taken) = both.await.unwrap();
    assert_eq!(given + taken, 1_000);
    // A transaction left open on a connection would swallow these.
    for _ in 0..20 {
        increment(test.db(), "taken").await.unwrap();
    }
    let again = Db::open(test.url(), &crate::Options::default()).await.unwrap();
    assert!(read(&again, "taken").await.unwrap() >= taken + 20);
}

fn move_one(db: &Db) -> impl Future<Output = Result<(), Error>> + Send + use<> {
    db.write(async |tx| {
        let given = total(tx, "given").await?;
        set(tx, "given", given - 1).await?;
        let taken = total(tx, "taken").await?;
        set(tx, "taken", taken + 1).await.map(drop)
    })
}
