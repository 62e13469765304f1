//! What only a server can do: let acts collide, lose a connection, fill up elsewhere.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
    time::Duration,
};

use futures_util::future::join_all;
use tokio::sync::Barrier;
use tokio_postgres::config::SslMode;

use super::{MIGRATIONS, add, increment, open, read, set, total};
use crate::{
    Db, Engine, Error, Options, Sql, Tx, params,
    postgres::connect::{config, pools},
    testing::TestDatabase,
};

static LOSE_THE_CONNECTION: Sql = statement("select pg_terminate_backend(pg_backend_pid())");
static FILL_THE_DISK: Sql = statement("do $$ begin raise 'no space' using errcode = 'disk_full'; end $$");
static FIND_DAMAGE: Sql = statement("do $$ begin raise 'bad page' using errcode = 'data_corrupted'; end $$");
static COLLIDE: Sql = statement("do $$ begin raise 'again' using errcode = 'serialization_failure'; end $$");
static SUM_TALLIES: Sql = statement("select sum(total) from tally");
static SHOW_SYNC: Sql = statement("select current_setting('synchronous_commit')");
static FORGET_SYNC: Sql = statement(
    "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$",
);

const fn statement(text: &'static str) -> Sql {
    Sql::new("store::tests::server", text, None)
}

async fn clinic() -> TestDatabase {
    let test = open(Engine::Postgres).await;
    add(test.db(), "chairs", 10).await.unwrap();
    add(test.db(), "tables", 10).await.unwrap();
    test
}

/// Lets the first try of each of two acts reach the same point before either goes on.
struct Meeting {
    barrier: Barrier,
    tries: AtomicU32,
}

impl Meeting {
    fn of_two() -> Arc<Self> {
        Arc::new(Self { barrier: Barrier::new(2), tries: AtomicU32::new(0) })
    }

    async fn meet(&self) {
        if self.tries.fetch_add(1, SeqCst) < 2 {
            self.barrier.wait().await;
        }
    }
}

#[tokio::test]
async fn of_two_acts_that_each_rest_on_what_the_other_changes_one_is_run_again() {
    let test = clinic().await;
    let meeting = Meeting::of_two();
    let take = |from: &'static str, other: &'static str| {
        let meeting = meeting.clone();
        test.db().write(async move |tx| {
            let own = total(tx, from).await?;
            let both = own + total(tx, other).await?;
            meeting.meet().await;
            // The rule that the two keep together: never below fifteen in all.
            if both < 20 {
                return Ok::<_, Error>(false);
            }
            set(tx, from, own - 5).await.map(|_| true)
        })
    };
    let (first, second) = tokio::join!(take("chairs", "tables"), take("tables", "chairs"));
    assert!(first.unwrap() != second.unwrap(), "one took, the other saw that and did not");
    assert_eq!(meeting.tries.load(SeqCst), 3);
    assert_eq!(read(test.db(), "chairs").await.unwrap() + read(test.db(), "tables").await.unwrap(), 15);
}

#[tokio::test]
async fn two_acts_that_lock_crosswise_are_both_kept() {
    let test = clinic().await;
    let meeting = Meeting::of_two();
    let move_five = |from: &'static str, to: &'static str| {
        let meeting = meeting.clone();
        test.db().write(async move |tx| {
            let taken = total(tx, from).await? - 5;
            set(tx, from, taken).await?;
            meeting.meet().await;
            let given = total(tx, to).await? + 5;
            set(tx, to, given).await
        })
    };
    let (first, second) = tokio::join!(move_five("chairs", "tables"), move_five("tables", "chairs"));
    assert_eq!((first, second), (Ok(1), Ok(1)));
    assert!(meeting.tries.load(SeqCst) >= 3);
    assert_eq!((read(test.db(), "chairs").await, read(test.db(), "tables").await), (Ok(10), Ok(10)));
}

#[tokio::test]
async fn an_act_whose_connection_is_lost_before_the_commit_is_run_again() {
    let test = clinic().await;
    let tries = Arc::new(AtomicU32::new(0));
    let counted = tries.clone();
    let kept = test.db().write(async move |tx| {
        let before = total(tx, "chairs").await?;
        set(tx, "chairs", before + 1).await?;
        if counted.fetch_add(1, SeqCst) == 0 {
            tx.rows(&LOSE_THE_CONNECTION, params![]).await?;
        }
        Ok::<_, Error>(())
    });
    assert_eq!(kept.await, Ok(()));
    assert_eq!(tries.load(SeqCst), 2);
    assert_eq!(read(test.db(), "chairs").await, Ok(11));
}

#[tokio::test]
async fn an_act_that_collides_for_ever_is_given_up_in_time() {
    let test = clinic().await;
    let tries = Arc::new(AtomicU32::new(0));
    let counted = tries.clone();
    let colliding = test.db().write(async move |tx| {
        counted.fetch_add(1, SeqCst);
        tx.run(&COLLIDE, params![]).await
    });
    let given_up = tokio::time::timeout(Duration::from_secs(20), colliding).await.unwrap();
    assert_eq!(given_up, Err(Error::Unavailable("other acts kept getting in the way".to_owned())));
    assert!((10..100).contains(&tries.load(SeqCst)));
    assert_eq!(read(test.db(), "chairs").await, Ok(10), "others are served");
}

#[tokio::test]
async fn a_full_or_damaged_server_is_told_apart_and_others_are_served() {
    let test = clinic().await;
    let run = |sql: &'static Sql| test.db().write(async move |tx: &mut dyn Tx| tx.run(sql, params![]).await);
    assert_eq!(run(&FILL_THE_DISK).await, Err(Error::Full));
    let damage = "`store::tests::server`: bad page".to_owned();
    assert_eq!(run(&FIND_DAMAGE).await, Err(Error::Corrupt(damage)));
    assert_eq!(increment(test.db(), "chairs").await, Ok(1));
}

#[tokio::test]
async fn a_column_that_sqlite_could_not_give_is_a_mistake() {
    let test = clinic().await;
    let sum = test.db().read(async |tx| tx.one(&SUM_TALLIES, params![]).await).await;
    assert!(matches!(&sum, Err(Error::Bug(why)) if why.contains("numeric")), "{sum:?}");
}

#[tokio::test]
async fn an_answered_act_is_on_the_disk_whatever_the_server_prefers() {
    let test = clinic().await;
    test.db().write(async |tx| tx.run(&FORGET_SYNC, params![]).await).await.unwrap();
    let again = Db::open(test.url(), &Options::default()).await.unwrap();
    let sync = again.read(async |tx| tx.one(&SHOW_SYNC, params![]).await?.take::<String>());
    assert_eq!(sync.await, Ok("on".to_owned()));
}

#[tokio::test]
async fn many_acts_share_few_connections() {
    let options = Options { connections: 2, ..Options::default() };
    let test = TestDatabase::open_with(Engine::Postgres, MIGRATIONS, &options).await.unwrap();
    add(test.db(), "chairs", 0).await.unwrap();
    let reads = join_all((0..100).map(|_| read(test.db(), "chairs"))).await;
    assert!(reads.into_iter().all(|total| total == Ok(0)));
}

#[test]
fn only_this_machine_is_spoken_to_in_the_clear() {
    let mode = |url: &str| config(url).unwrap().get_ssl_mode();
    assert_eq!(mode("postgres:///clinic?host=/run/postgresql"), SslMode::Disable);
    assert_eq!(mode("postgres://localhost/clinic"), SslMode::Disable);
    assert_eq!(mode("postgresql://127.0.0.1:5432/clinic"), SslMode::Disable);
    assert_eq!(mode("postgres://[::1]/clinic"), SslMode::Disable);
    assert_eq!(mode("postgres://db.example.org/clinic"), SslMode::Require);
    assert_eq!(mode("postgres://db.example.org/clinic?sslmode=prefer"), SslMode::Require);
    assert_eq!(mode("postgres://127.0.0.1,db.example.org/clinic"), SslMode::Require);
    assert_eq!(mode("postgres://db.example.org/clinic?sslmode=verify-full"), SslMode::Require);
    assert_eq!(mode("postgres://10.0.0.7/clinic?sslmode=disable"), SslMode::Disable, "said in so many words");
    assert_eq!(mode("postgres://localhost/clinic?sslmode=require"), SslMode::Require);
}

#[test]
fn another_machine_is_spoken_to_with_certificates_of_this_system() {
    assert!(pools("postgres://db.example.org/clinic", 1, 1).is_ok(), "nothing is connected before it is needed");
}

#[test]
fn a_wrong_address_does_not_repeat_its_password() {
    let refusal = config("postgres://clinic:hunter2@localhost/clinic?sslmode=sometimes").unwrap_err();
    assert!(!refusal.to_string().contains("hunter2"), "{refusal}");
}
