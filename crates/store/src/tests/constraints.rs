//! A broken rule has the same name on both engines.

use super::{ADD_MARK, ADD_TALLY, DELETE_TALLY, PRACTICE, add, id, open};
use crate::{Db, Engine, Error, Sql, Value, params};

crate::on_both_engines!(each_broken_rule_is_named);

async fn each_broken_rule_is_named(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 1).await.unwrap();
    let nothing = Value::Null;
    let mark = |number, tally: &str, place: Option<i64>, words: &[u8]| {
        params![PRACTICE, id(number), tally.to_owned(), place, words]
    };
    run(test.db(), &ADD_MARK, mark(1, "chairs", Some(1), b"red")).await.unwrap();
    let broken = [
        (&ADD_TALLY, params![PRACTICE, "chairs", 2], "tally_key"),
        (&ADD_TALLY, params![PRACTICE, "tables", -1_i64], "tally_not_negative"),
        (&ADD_TALLY, params![PRACTICE, nothing.clone(), 1], "tally_name_not_null"),
        (&ADD_MARK, mark(1, "chairs", Some(2), b"blue"), "mark_key"),
        (&ADD_MARK, mark(2, "chairs", Some(1), b"blue"), "mark_once_in_a_place"),
        (&ADD_MARK, mark(2, "chairs", Some(2), b"red"), "mark_once_with_these_words"),
        (&ADD_MARK, mark(2, "lamps", Some(2), b"blue"), "foreign_key"),
        (&DELETE_TALLY, params![PRACTICE, "chairs"], "foreign_key"),
    ];
    for (sql, params, name) in broken {
        assert_eq!(run(test.db(), sql, params).await, Err(Error::Constraint(name.to_owned())), "{}", sql.name);
    }
    run(test.db(), &ADD_MARK, params![PRACTICE, id(3), "chairs", nothing.clone(), nothing.clone()]).await.unwrap();
    run(test.db(), &ADD_MARK, params![PRACTICE, id(4), "chairs", nothing.clone(), nothing]).await.unwrap();
}

async fn run(db: &Db, sql: &'static Sql, params: Vec<Value>) -> Result<u64, Error> {
    db.write(async move |tx| tx.run(sql, params.clone()).await).await
}
