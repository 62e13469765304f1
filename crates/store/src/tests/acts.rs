//! Acts keep or undo as one, and never each other's.

use super::{ADD_TALLY, PRACTICE, READ_TALLY, open};
use crate::{Db, Engine, Error, params};

crate::on_both_engines!(what_was_answered_is_there_to_read);

async fn what_was_answered_is_there_to_read(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 12).await.unwrap();
    assert_eq!(read(test.db(), "chairs").await, Ok(12));
}

async fn add(db: &Db, name: &'static str, total: i64) -> Result<u64, Error> {
    db.write(async move |tx| tx.run(&ADD_TALLY, params![PRACTICE, name, total]).await).await
}

async fn read(db: &Db, name: &'static str) -> Result<i64, Error> {
    db.read(async move |tx| tx.one(&READ_TALLY, params![PRACTICE, name]).await?.take()).await
}
