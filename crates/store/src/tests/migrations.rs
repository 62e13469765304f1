//! The schema goes forward only, whole steps at a time.

use futures_util::future::join_all;

use super::{ADD_MARK, MIGRATIONS, PRACTICE, add, id, open, read};
use crate::{Db, Engine, Error, Migrated, Migration, Options, params, testing::TestDatabase};

crate::on_both_engines!(
    a_migration_is_applied_once,
    a_database_newer_than_the_program_is_refused,
    a_changed_migration_is_refused,
    a_step_that_cannot_be_taken_leaves_all_as_it_was,
    processes_that_start_together_migrate_once,
    a_table_may_be_rebuilt_under_its_rows,
);

const NEXT: Migration =
    Migration { number: 2, name: "lamps", text: "create table lamp (id {bytes} primary key) {strict};" };

static TWO: &[Migration] = &[MIGRATIONS_FIRST, NEXT];

const MIGRATIONS_FIRST: Migration =
    Migration { number: 1, name: "tallies", text: "create table tally (name {text} primary key) {strict};" };

async fn a_migration_is_applied_once(engine: Engine) {
    let test = TestDatabase::open(engine, &[]).await.unwrap();
    assert_eq!(test.db().migrate(&TWO[..1]).await, Ok(Migrated { before: 0, after: 1 }));
    assert_eq!(test.db().migrate(TWO).await, Ok(Migrated { before: 1, after: 2 }));
    assert_eq!(test.db().migrate(TWO).await, Ok(Migrated { before: 2, after: 2 }));
}

async fn a_database_newer_than_the_program_is_refused(engine: Engine) {
    let test = TestDatabase::open(engine, TWO).await.unwrap();
    let refusal = test.db().migrate(&TWO[..1]).await.unwrap_err();
    assert_eq!(refusal, Error::NewerSchema { found: 2, known: 1 });
    assert_eq!(
        refusal.to_string(),
        "The database has migration 2, and this program knows only up to 1. Use a newer program."
    );
}

async fn a_changed_migration_is_refused(engine: Engine) {
    static CHANGED: &[Migration] =
        &[Migration { text: "create table tally (id {bytes} primary key) {strict};", ..MIGRATIONS_FIRST }, NEXT];
    let test = TestDatabase::open(engine, &TWO[..1]).await.unwrap();
    let refusal = Error::ChangedMigration { number: 1, name: "tallies".to_owned() };
    assert_eq!(test.db().migrate(CHANGED).await, Err(refusal));
}

async fn a_step_that_cannot_be_taken_leaves_all_as_it_was(engine: Engine) {
    static BROKEN: &[Migration] = &[MIGRATIONS_FIRST, NEXT, Migration { number: 3, name: "again", text: NEXT.text }];
    static TOKEN: &[Migration] =
        &[MIGRATIONS_FIRST, Migration { number: 2, name: "token", text: "create table t (a {jsonb})" }];
    static GAP: &[Migration] = &[MIGRATIONS_FIRST, Migration { number: 3, name: "gap", text: NEXT.text }];
    let test = TestDatabase::open(engine, &TWO[..1]).await.unwrap();
    for impossible in [BROKEN, TOKEN, GAP] {
        assert!(matches!(test.db().migrate(impossible).await, Err(Error::Bug(_))));
    }
    assert_eq!(test.db().migrate(TWO).await, Ok(Migrated { before: 1, after: 2 }));
}

async fn processes_that_start_together_migrate_once(engine: Engine) {
    let test = TestDatabase::open(engine, &[]).await.unwrap();
    let options = Options { connections: 2, ..Options::default() };
    let others = join_all((0..6).map(|_| Db::open(test.url(), &options))).await;
    let others: Vec<Db> = others.into_iter().map(Result::unwrap).collect();
    let migrated = join_all(others.iter().map(|db| db.migrate(TWO))).await;
    let first = migrated.iter().filter(|outcome| **outcome == Ok(Migrated { before: 0, after: 2 })).count();
    let rest = migrated.iter().filter(|outcome| **outcome == Ok(Migrated { before: 2, after: 2 })).count();
    assert_eq!((first, rest), (1, 5), "{migrated:?}");
}

async fn a_table_may_be_rebuilt_under_its_rows(engine: Engine) {
    static REBUILT: &[Migration] = &[
        MIGRATIONS[0],
        Migration {
            number: 2,
            name: "tallies with a unit",
            text: "
            alter table tally rename to old_tally;
            create table new_tally (
                practice_id {bytes} not null,
                name {text} not null,
                total {integer} not null,
                unit {text} not null,
                constraint new_tally_key primary key (practice_id, name)
            ) {strict};
            insert into new_tally select practice_id, name, total, 'pieces' from old_tally;
            alter table old_tally rename to tally;
        ",
        },
    ];
    let test = open(engine).await;
    add(test.db(), "chairs", 4).await.unwrap();
    let mark = async |tx: &mut dyn crate::Tx| tx.run(&ADD_MARK, params![PRACTICE, id(1), "chairs", 1, b"red"]).await;
    test.db().write(mark).await.unwrap();
    assert_eq!(test.db().migrate(REBUILT).await, Ok(Migrated { before: 1, after: 2 }));
    assert_eq!(read(test.db(), "chairs").await, Ok(4));
}
