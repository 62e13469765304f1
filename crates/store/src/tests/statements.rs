//! One text for both engines, and rules that keep it so.

use super::{ADD_TALLY, ALL, PRACTICE, READ_TALLY, open};
use crate::testing::TestDatabase;
use crate::{Engine, Error, Prepared, Sql, check_statement, params};

crate::on_both_engines!(every_statement_is_prepared, a_plan_is_the_same_whatever_is_kept);

async fn every_statement_is_prepared(engine: Engine) {
    let test = open(engine).await;
    let mut found = Vec::new();
    for sql in ALL {
        check_statement(sql).unwrap();
        found.push(test.db().prepare(sql).await.unwrap());
    }
    let expected = [(3, 0), (2, 1), (3, 0), (1, 2), (2, 0), (5, 0), (2, 0), (1, 1), (2, 4), (1, 4)];
    assert_eq!(found, expected.map(|(params, columns)| Prepared { params, columns }));
}

async fn a_plan_is_the_same_whatever_is_kept(engine: Engine) {
    let test = open(engine).await;
    if engine == Engine::Postgres {
        assert!(
            matches!(test.db().plan(&READ_TALLY).await, Err(Error::Unsupported(_))),
            "it plans by what it has counted"
        );
        return;
    }
    let plans = async |test: &TestDatabase| {
        let mut plans = Vec::new();
        for sql in ALL {
            plans.push(test.db().plan(sql).await.unwrap());
        }
        plans
    };
    let empty = plans(&test).await;
    assert!(empty.iter().flatten().any(|step| step.starts_with("SEARCH")), "{empty:?}");
    for number in 0..300 {
        let added = test.db().write(async move |tx| {
            tx.run(&ADD_TALLY, params![PRACTICE, format!("tally {number}"), i64::from(number)]).await
        });
        added.await.unwrap();
    }
    test.db().clone().close().await;
    let full = test.copy().await.unwrap();
    assert_eq!(plans(&full).await, empty);
}

fn check(text: &'static str) -> Result<(), String> {
    check_statement(&Sql::new("test::FIND", text, None))
}

#[test]
fn a_statement_that_names_no_practice_says_why() {
    assert_eq!(
        check("select id from job").unwrap_err(),
        "`test::FIND`: it does not name practice_id; add it, or say why not in a comment /* every practice: REASON */"
    );
    assert_eq!(check("/* every practice: jobs are run for all */ select id from job"), Ok(()));
    assert!(check("/* every practice: */ select id from job").is_err(), "a reason is given");
}

#[test]
fn placeholders_first_appear_in_ascending_order() {
    assert_eq!(check("update t set a = $1, b = $2 where practice_id = $3 and a <> $1"), Ok(()));
    assert_eq!(
        check("update t set a = $2 where practice_id = $1").unwrap_err(),
        "`test::FIND`: $2 appears before $1; number them by first appearance"
    );
    assert!(check("select a from t where practice_id = $0").is_err());
    assert!(check("select a from t where practice_id = ?").unwrap_err().contains("`?` is not a placeholder"));
}

#[test]
fn words_that_the_engines_read_differently_are_refused() {
    for text in [
        "SELECT a from t where practice_id = $1",
        "select a from t where practice_id = $1 and b like $2",
        "select a from t where practice_id = $1 and at < now()",
        "select a from t where practice_id = $1 and at < current_timestamp",
        "select rowid from t where practice_id = $1",
    ] {
        assert!(check(text).is_err(), "{text}");
    }
    assert_eq!(check("select a from t where practice_id = $1 and b = 'LIKE now()' -- Now\n"), Ok(()));
}

#[test]
fn tables_are_joined_by_name() {
    for text in ["select a from t, u where t.practice_id = $1", "select x.a from t x, u y where x.practice_id = $1"] {
        assert!(check(text).unwrap_err().contains("write `join … on …`"), "{text}");
    }
    assert_eq!(check("select a, (select max(b) from u), c from t where practice_id = $1 order by a, c"), Ok(()));
}

#[test]
fn the_text_for_postgresql_keeps_the_rules_too() {
    let text = "select a from t where practice_id = $1";
    let sql = Sql::new("test::LOCK", text, Some("select a from t for update"));
    assert!(check_statement(&sql).is_err());
}
