//! What the store promises, asked of both engines.

mod acts;
mod statements;

use crate::{Engine, Migration, testing::TestDatabase};

/// A small clinic's corner: a tally, a list with every kind of constraint, a tenant key throughout.
static MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    name: "tallies",
    text: "
        create table tally (
            practice_id {bytes} not null,
            name {text} not null,
            total {integer} not null,
            constraint tally_pkey primary key (practice_id, name),
            constraint tally_total_not_negative check (total >= 0)
        ) {strict};
        create table mark (
            practice_id {bytes} not null,
            id {bytes} not null,
            tally {text} not null,
            place {integer},
            words {bytes},
            constraint mark_pkey primary key (practice_id, id),
            constraint mark_place_unique unique (practice_id, place),
            constraint mark_tally_fkey foreign key (practice_id, tally) references tally (practice_id, name)
        ) {clustered};
        create unique index mark_words_unique on mark (practice_id, tally, words);
    ",
}];

crate::statements! {
    ADD_TALLY = "insert into tally (practice_id, name, total) values ($1, $2, $3)";
    READ_TALLY = "select total from tally where practice_id = $1 and name = $2";
    SET_TALLY = "update tally set total = $1 where practice_id = $2 and name = $3";
    ADD_MARK = "insert into mark (practice_id, id, tally, place, words) values ($1, $2, $3, $4, $5)";
    READ_MARKS = "select id, tally, place, words from mark where practice_id = $1 order by place";
    DELETE_TALLY = "delete from tally where practice_id = $1 and name = $2";
}

const PRACTICE: [u8; 16] = [7; 16];

async fn open(engine: Engine) -> TestDatabase {
    TestDatabase::open(engine, MIGRATIONS).await.unwrap()
}
