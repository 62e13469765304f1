//! What only a file can do: share a commit, fill up, be damaged.

use std::{
    fs,
    os::unix::fs::{FileExt, PermissionsExt},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use rusqlite::Connection;

use super::{ADD_MARK, LAST_PLACE, MIGRATIONS, PRACTICE, READ_MARK, READ_MARKS, add, id, increment, open, read, set};
use crate::{Db, Engine, Error, Options, Tx, params, sqlite::connect::check_version, testing::TestDatabase};

async fn clinic() -> TestDatabase {
    let test = open(Engine::Sqlite).await;
    add(test.db(), "chairs", 0).await.unwrap();
    test
}

async fn mark(db: &Db, number: u16, words: Vec<u8>) -> Result<u64, Error> {
    let place = i64::from(number);
    let act = async move |tx: &mut dyn Tx| {
        tx.run(&ADD_MARK, params![PRACTICE, id(number), "chairs", place, words.clone()]).await
    };
    db.write(act).await
}

/// Keeps the writing thread busy until the sender is used, so that acts gather behind it.
fn hold(db: &Db) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<(), Error>>) {
    let (release, released) = mpsc::channel();
    let sqlite = db.sqlite().clone();
    let held = tokio::spawn(async move { sqlite.alone(move |_| released.recv().map_err(|_| Error::Closed)).await });
    (release, held)
}

/// Counts the commits from now on.
async fn count_commits(db: &Db) -> Arc<AtomicUsize> {
    let commits = Arc::new(AtomicUsize::new(0));
    let counted = commits.clone();
    let count = db.sqlite().alone(move |connection| {
        let keep = move || {
            counted.fetch_add(1, SeqCst);
            false
        };
        connection.commit_hook(Some(keep)).unwrap();
        Ok(())
    });
    count.await.unwrap();
    commits
}

#[tokio::test]
async fn acts_that_wait_share_one_commit_and_keep_their_order() {
    let test = clinic().await;
    let commits = count_commits(test.db()).await;
    let (release, held) = hold(test.db());
    tokio::task::yield_now().await;
    let acts = (1..=100).map(|number| {
        test.db().write(async move |tx| {
            let last: i64 = tx.one(&LAST_PLACE, params![PRACTICE]).await?.take()?;
            tx.run(&ADD_MARK, params![PRACTICE, id(number), "chairs", last + 1, None::<Vec<u8>>]).await?;
            Ok::<_, Error>(last + 1)
        })
    });
    let releasing = async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(commits.load(SeqCst), 0, "nothing is kept before the thread is free");
        release.send(()).unwrap();
    };
    let (places, ()) = tokio::join!(join_all(acts), releasing);
    held.await.unwrap().unwrap();
    assert_eq!(places, (1..=100).map(Ok).collect::<Vec<_>>());
    assert_eq!(commits.load(SeqCst), 1, "one commit for a hundred acts");
}

#[tokio::test]
async fn what_was_answered_is_in_the_file_for_everyone() {
    let test = clinic().await;
    let onlooker = Connection::open(test.file().unwrap()).unwrap();
    for expected in 1..=20 {
        test.db().write(async move |tx| set(tx, "chairs", expected).await).await.unwrap();
        let found: i64 = onlooker.query_row("select total from tally", [], |row| row.get(0)).unwrap();
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn a_batch_and_the_queue_are_bounded() {
    let options = Options { batch_max: 10, queue_max: 30, ..Options::default() };
    let test = TestDatabase::open_with(Engine::Sqlite, MIGRATIONS, &options).await.unwrap();
    add(test.db(), "chairs", 0).await.unwrap();
    let commits = count_commits(test.db()).await;
    let (release, held) = hold(test.db());
    let acts = join_all((0..100).map(|number| mark(test.db(), number, vec![0; number.into()])));
    let releasing = async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        release.send(()).unwrap();
    };
    let (outcomes, ()) = tokio::join!(acts, releasing);
    held.await.unwrap().unwrap();
    assert!(outcomes.into_iter().all(|outcome| outcome == Ok(1)));
    assert!(commits.load(SeqCst) >= 10, "no commit held more than ten acts");
}

#[tokio::test]
async fn an_act_that_awaits_anything_else_is_a_mistake_and_is_undone() {
    let test = clinic().await;
    let waiting = test.db().write(async |tx| {
        set(tx, "chairs", 5).await?;
        tokio::task::yield_now().await;
        Ok::<_, Error>(())
    });
    let sentence = "an act awaited foreign I/O inside a transaction".to_owned();
    assert_eq!(waiting.await, Err(Error::Bug(sentence)));
    assert_eq!(read(test.db(), "chairs").await, Ok(0));
}

#[tokio::test]
async fn a_full_file_refuses_what_has_no_room_and_keeps_the_rest() {
    let test = clinic().await;
    limit_pages(test.db(), "(select page_count + 20 from pragma_page_count)").await;
    let (release, held) = hold(test.db());
    let releasing = async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        release.send(()).unwrap();
    };
    let words = |number: u16| vec![1; if number == 3 { 400_000 } else { 100 + usize::from(number) }];
    let acts = join_all((0..30).map(|number| mark(test.db(), number, words(number))));
    let (outcomes, ()) = tokio::join!(acts, releasing);
    held.await.unwrap().unwrap();
    for (number, outcome) in outcomes.into_iter().enumerate() {
        assert_eq!(outcome, if number == 3 { Err(Error::Full) } else { Ok(1) }, "act {number}");
    }
    let rows = test.db().read(async |tx| tx.rows(&READ_MARKS, params![PRACTICE]).await).await.unwrap();
    assert_eq!(rows.len(), 29, "what was refused was not kept");
}

#[tokio::test]
async fn a_store_that_was_full_goes_on_when_there_is_room() {
    let test = clinic().await;
    limit_pages(test.db(), "(select page_count from pragma_page_count)").await;
    assert_eq!(mark(test.db(), 1, vec![1; 40_000]).await, Err(Error::Full));
    assert_eq!(read(test.db(), "chairs").await, Ok(0), "reads go on");
    limit_pages(test.db(), "1000000").await;
    assert_eq!(mark(test.db(), 1, vec![1; 40_000]).await, Ok(1));
    assert_eq!(test.db().integrity().await, Ok(()));
}

async fn limit_pages(db: &Db, count: &'static str) {
    let limit = db.sqlite().alone(move |connection| {
        let count: i64 = connection.query_row(&format!("select {count}"), [], |row| row.get(0)).unwrap();
        connection.query_row(&format!("pragma max_page_count = {count}"), [], |_| Ok(())).unwrap();
        Ok(())
    });
    limit.await.unwrap();
}

#[tokio::test]
async fn a_damaged_page_stops_only_those_who_read_it() {
    let test = clinic().await;
    for number in 0..200 {
        mark(test.db(), number, vec![0xEE; 300 + usize::from(number)]).await.unwrap();
    }
    test.db().clone().close().await;
    overwrite_a_leaf(&test.file().unwrap(), "mark");
    let db = Db::open(test.url(), &Options::default()).await.unwrap();
    let mut damaged = 0;
    for number in 0..200 {
        let found = db.read(async move |tx| tx.one(&READ_MARK, params![PRACTICE, id(number)]).await).await;
        match found {
            Ok(_) => {}
            Err(Error::Corrupt(sentence)) => {
                assert!(sentence.starts_with("`store::tests::READ_MARK`"), "{sentence}");
                damaged += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert!((1..=60).contains(&damaged), "{damaged} of 200 rows stood on the damaged page");
    assert_eq!(add(&db, "tables", 3).await, Ok(1), "others are served");
    assert!(matches!(db.integrity().await, Err(Error::Corrupt(_))));
    let copy = test.file().unwrap().with_file_name("copy");
    assert!(matches!(db.backup_to(&copy).await, Err(Error::Corrupt(_))));
    assert!(!copy.exists(), "a damaged copy is not kept");
}

fn overwrite_a_leaf(path: &Path, table: &str) {
    let connection = Connection::open(path).unwrap();
    let leaf = "select (pageno - 1) * pgsize from dbstat where name = ? and pagetype = 'leaf' order by pageno limit 1";
    let offset: i64 = connection.query_row(leaf, [table], |row| row.get(0)).unwrap();
    drop(connection);
    let file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.write_all_at(&[0xFF; 4096], offset.try_into().unwrap()).unwrap();
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.txt");
    fs::write(
        &path,
        "bread, butter, two lemons, and whatever else is needed for more than a hundred bytes of shopping list",
    )
    .unwrap();
    let refusal = Db::open(&format!("sqlite:{}", path.display()), &Options::default()).await.err().unwrap();
    assert!(matches!(refusal, Error::Corrupt(_)), "{refusal}");
}

#[test]
fn a_sqlite_without_the_mended_log_is_refused() {
    assert_eq!(check_version(3_051_003), Ok(()));
    assert_eq!(check_version(rusqlite::version_number()), Ok(()));
    let refusal = check_version(3_051_002).unwrap_err();
    assert_eq!(refusal.to_string(), "SQLite 3.51.2 is too old; 3.51.3 or newer is needed.");
}

#[tokio::test]
async fn another_process_may_write_between_two_acts() {
    let test = clinic().await;
    let other = Db::open(test.url(), &Options::default()).await.unwrap();
    let acts = (0..40).map(|turn| increment(if turn % 2 == 0 { test.db() } else { &other }, "chairs"));
    assert!(join_all(acts).await.into_iter().all(|outcome| outcome == Ok(1)));
    assert_eq!(read(test.db(), "chairs").await, Ok(40));
}

#[tokio::test]
async fn only_its_owner_may_read_the_file_its_log_and_its_copies() {
    let test = clinic().await;
    let folder = test.file().unwrap().parent().unwrap().to_owned();
    test.db().backup_to(&folder.join("copy")).await.unwrap();
    let files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 4, "the file, its log, the log's index, the copy: {files:?}");
    for file in files {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
}

#[tokio::test]
async fn what_was_deleted_is_overwritten() {
    let test = clinic().await;
    mark(test.db(), 1, b"a canary in the words".to_vec()).await.unwrap();
    let delete = |connection: &mut Connection| {
        connection.execute_batch("delete from mark").unwrap();
        Ok(())
    };
    test.db().sqlite().alone(delete).await.unwrap();
    test.db().clone().close().await;
    let bytes = fs::read(test.file().unwrap()).unwrap();
    assert!(!bytes.windows(8).any(|window| window == b"a canary"));
}

#[tokio::test]
async fn a_long_read_does_not_hold_up_writes() {
    let test = open(Engine::Sqlite).await;
    let (release, released) = mpsc::channel::<()>();
    let released = std::sync::Mutex::new(released);
    let reading = tokio::spawn(test.db().read(async move |tx| {
        let rows = tx.rows(&READ_MARKS, params![PRACTICE]).await?;
        let _ = released.lock().unwrap().recv();
        Ok::<_, Error>(rows.len())
    }));
    let began = Instant::now();
    add(test.db(), "chairs", 1).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(4), "far below the time an act waits for a busy file");
    release.send(()).unwrap();
    assert_eq!(reading.await.unwrap(), Ok(0));
}
