//! A reader's view is kept for a moment, and nobody can tell but by its speed.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
};

use futures_util::future::join_all;

use super::{ADD_MARK, MIGRATIONS, PRACTICE, READ_MARKS, READ_TALLY, SET_TALLY, add, id, increment, open, read, total};
use crate::{Db, Engine, Error, Options, params, sqlite::Changes, testing::TestDatabase};

crate::on_both_engines!(whoever_was_answered_sees_what_they_wrote, what_changed_behind_a_view_is_read_anew);

/// Each adds to a tally of its own and to one of all, and reads both after each answer, while others do the same.
async fn whoever_was_answered_sees_what_they_wrote(engine: Engine) {
    const NAMES: [&str; 4] = ["chairs", "tables", "lamps", "cups"];
    let test = open(engine).await;
    for name in NAMES.iter().chain(&["all"]) {
        add(test.db(), name, 0).await.unwrap();
    }
    join_all(NAMES.map(|name| add_and_look(test.db(), name))).await;
    assert_eq!(read(test.db(), "all").await, Ok(4 * 50));
}

async fn add_and_look(db: &Db, name: &'static str) {
    let mut seen_of_all = 0;
    for turn in 1..=50 {
        increment(db, name).await.unwrap();
        increment(db, "all").await.unwrap();
        let look =
            async move |tx: &mut dyn crate::Tx| Ok::<_, Error>((total(tx, name).await?, total(tx, "all").await?));
        let (own, all) = db.read(look).await.unwrap();
        assert_eq!(own, turn);
        assert!(all >= turn && all >= seen_of_all, "{all} after {seen_of_all}");
        seen_of_all = all;
    }
}

/// The act comes to the table that has changed only after it read one that has not.
async fn what_changed_behind_a_view_is_read_anew(engine: Engine) {
    let options = Options { readers: 1, ..Options::default() };
    let test = TestDatabase::open_with(engine, MIGRATIONS, &options).await.unwrap();
    add(test.db(), "chairs", 0).await.unwrap();
    for turn in 1..=40 {
        let runs = Arc::new(AtomicUsize::new(0));
        let counted = runs.clone();
        let looked = test.db().read(async move |tx| {
            counted.fetch_add(1, SeqCst);
            let marks = tx.rows(&READ_MARKS, params![PRACTICE]).await?.len();
            Ok::<_, Error>((marks, total(tx, "chairs").await?))
        });
        assert_eq!(looked.await, Ok((0, turn - 1)));
        assert!(runs.load(SeqCst) <= 2, "an act runs again once at most");
        increment(test.db(), "chairs").await.unwrap();
    }
}

#[test]
fn a_view_has_passed_when_a_table_that_is_named_was_changed_after_it() {
    let changes = Changes::new();
    let count = changes.count();
    changes.committed(crate::sqlite::places(&ADD_MARK));
    assert!(changes.have_passed(count, &READ_MARKS));
    assert!(!changes.have_passed(count, &READ_TALLY), "a tally was not changed");
    assert!(!changes.have_passed(changes.count(), &READ_MARKS), "a new view holds it");
    changes.committed(crate::sqlite::places(&SET_TALLY));
    assert!(changes.have_passed(count, &READ_TALLY));
    let count = changes.count();
    changes.all_changed();
    assert!(changes.have_passed(count, &READ_TALLY));
}

/// Views that are kept must not keep the log from being copied into the file and begun anew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_begun_anew_while_others_read_all_the_time() {
    let test = open(Engine::Sqlite).await;
    add(test.db(), "chairs", 0).await.unwrap();
    let is_over = Arc::new(AtomicBool::new(false));
    let readers = [0, 1].map(|_| {
        let (db, is_over) = (test.db().clone(), is_over.clone());
        tokio::spawn(async move {
            while !is_over.load(SeqCst) {
                db.read(async |tx| tx.rows(&READ_MARKS, params![PRACTICE]).await.map(|rows| rows.len())).await.unwrap();
            }
        })
    });
    for number in 0..6_000_u16 {
        let words = vec![1; 5_000 + usize::from(number)];
        let mark = params![PRACTICE, id(number % 20), "chairs", i64::from(number), words];
        let keep = async move |tx: &mut dyn crate::Tx| {
            tx.run(&super::DELETE_MARK, params![PRACTICE, id(number % 20)]).await?;
            tx.run(&ADD_MARK, mark.clone()).await
        };
        test.db().write(keep).await.unwrap();
    }
    is_over.store(true, SeqCst);
    join_all(readers).await;
    let log = test.file().unwrap().with_extension("sqlite3-wal");
    let length = fs::metadata(log).unwrap().len();
    assert!(length < 64 << 20, "{length} bytes; never begun anew, they would be four times as many");
}
