//! What the store promises, asked of both engines.

mod acts;
mod callers;
mod constraints;
mod crash;
mod file;
mod lifecycle;
mod migrations;
mod replay;
mod schema;
mod server;
mod statements;
mod values;
mod views;

use crate::{Db, Engine, Error, Migration, Tx, params, testing::TestDatabase};

/// A small clinic's corner: tallies, and marks with every kind of constraint.
pub static MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    name: "tallies",
    text: "
        create table tally (
            practice_id {bytes} not null,
            name {text} not null,
            total {integer} not null,
            constraint tally_key primary key (practice_id, name),
            constraint tally_not_negative check (total >= 0)
        ) {strict};
        create table mark (
            practice_id {bytes} not null,
            id {bytes} not null,
            tally {text} not null,
            place {integer},
            words {bytes},
            constraint mark_key primary key (practice_id, id),
            constraint mark_once_in_a_place unique (practice_id, place),
            constraint mark_of_a_tally foreign key (practice_id, tally) references tally (practice_id, name)
        ) {clustered};
        create unique index mark_once_with_these_words on mark (practice_id, tally, words);
    ",
}];

crate::statements! {
    ADD_TALLY = "insert into tally (practice_id, name, total) values ($1, $2, $3)";
    READ_TALLY = "select total from tally where practice_id = $1 and name = $2",
        postgres "select total from tally where practice_id = $1 and name = $2 /* so that an override is run */";
    SET_TALLY = "update tally set total = $1 where practice_id = $2 and name = $3";
    READ_TALLIES = "select name, total from tally where practice_id = $1 order by name";
    DELETE_TALLY = "delete from tally where practice_id = $1 and name = $2";
    ADD_MARK = "insert into mark (practice_id, id, tally, place, words) values ($1, $2, $3, $4, $5)";
    DELETE_MARK = "delete from mark where practice_id = $1 and id = $2";
    LAST_PLACE = "select coalesce(max(place), 0) from mark where practice_id = $1";
    READ_MARK = "select id, tally, place, words from mark where practice_id = $1 and id = $2";
    READ_MARKS = "select id, tally, place, words from mark where practice_id = $1 order by id";
}

pub const PRACTICE: [u8; 16] = [7; 16];

pub async fn open(engine: Engine) -> TestDatabase {
    TestDatabase::open(engine, MIGRATIONS).await.unwrap()
}

pub async fn add(db: &Db, name: &'static str, total: i64) -> Result<u64, Error> {
    db.write(async move |tx| tx.run(&ADD_TALLY, params![PRACTICE, name, total]).await).await
}

pub async fn read(db: &Db, name: &'static str) -> Result<i64, Error> {
    db.read(async move |tx| total(tx, name).await).await
}

pub async fn total(tx: &mut dyn Tx, name: &'static str) -> Result<i64, Error> {
    tx.one(&READ_TALLY, params![PRACTICE, name]).await?.take()
}

pub async fn set(tx: &mut dyn Tx, name: &'static str, total: i64) -> Result<u64, Error> {
    tx.run(&SET_TALLY, params![total, PRACTICE, name]).await
}

pub async fn increment(db: &Db, name: &'static str) -> Result<u64, Error> {
    db.write(async move |tx| {
        let before = total(tx, name).await?;
        set(tx, name, before + 1).await
    })
    .await
}

/// An identifier made from a small number.
pub fn id(number: u16) -> [u8; 16] {
    let mut id = [0; 16];
    id[..2].copy_from_slice(&number.to_be_bytes());
    id
}
