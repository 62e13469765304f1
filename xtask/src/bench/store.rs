//! The bare store, with nothing of the product around it: a durable append as the storage design measures it, which takes
//! the next number of a group, inserts a record, and puts it on record behind the head of a hash chain. And a look into a
//! practice's database from outside, which asks none of the product's own code.

use super::Result;
use super::figures::Load;
use super::load::{Client, Turn, run};
use cohesion::assessments::AssignmentId;
use cohesion::id::{self, Bytes, PracticeId};
use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;
use store::{Db, Migration, Options, Tx, params};

/// The one practice whose chain it is.
const PRACTICE: Bytes = [7; 16];

/// As many bytes as a sealed PHQ-9 with its score has.
const RECORD: [u8; 400] = [7; 400];

/// The number of alerts that were raised by answers.
const BY_ANSWERS: i64 = 1;

const SCHEMA: &[Migration] = &[Migration {
    number: 1,
    name: "appends",
    text: "create table counters (
        practice_id {bytes} not null,
        group_id {bytes} not null,
        seq {integer} not null,
        constraint counters_key primary key (practice_id, group_id)
    ) {strict};
    create table records (
        practice_id {bytes} not null,
        id {bytes} not null,
        group_id {bytes} not null,
        seq {integer} not null,
        record {bytes} not null,
        constraint records_key primary key (practice_id, id),
        constraint records_order unique (practice_id, group_id, seq)
    ) {strict};
    create table heads (
        practice_id {bytes} not null,
        seq {integer} not null,
        hash {bytes} not null,
        constraint heads_key primary key (practice_id)
    ) {strict};
    create table links (
        practice_id {bytes} not null,
        seq {integer} not null,
        subject_id {bytes} not null,
        hash {bytes} not null,
        constraint links_key primary key (practice_id, seq)
    ) {strict};
    create index links_subject on links (practice_id, subject_id, seq);",
}];

store::statements! {
    NEXT = "insert into counters
        (practice_id, group_id, seq)
        values ($1, $2, 1)
        on conflict (practice_id, group_id) do update
        set seq = counters.seq + 1
        returning seq";

    APPEND = "insert into records
        (practice_id, id, group_id, seq, record)
        values ($1, $2, $3, $4, $5)";

    HEAD = "select seq, hash
        from heads
        where practice_id = $1";

    LINK = "insert into links
        (practice_id, seq, subject_id, hash)
        values ($1, $2, $3, $4)";

    MOVE_HEAD = "insert into heads
        (practice_id, seq, hash)
        values ($1, $2, $3)
        on conflict (practice_id) do update
        set seq = excluded.seq,
            hash = excluded.hash";

    RESPONSES = "select id, assignment_id
        from responses
        where practice_id = $1";

    ANSWERED_WITH_ALERT = "select cause_id
        from alerts
        where practice_id = $1
          and cause_kind = $2";
}

/// What clients append side by side to a new file in this folder.
pub async fn appends(folder: &Path, clients: usize, lasting: Duration) -> Result<Load> {
    let folder = tempfile::tempdir_in(folder)?;
    let db = open(&folder.path().join("bare.db")).await?;
    db.migrate(SCHEMA).await?;
    let clients = (0..clients).map(|number| Appender { db: db.clone(), group: number }).collect();
    let load = run(clients, lasting).await?;
    db.close().await;
    Ok(load)
}

struct Appender {
    db: Db,
    group: usize,
}

impl Client for Appender {
    async fn act(&mut self) -> Result<Turn> {
        let (id, group) = (id::random()?, [u8::try_from(self.group)?; 16]);
        let appending = self.db.write(async move |tx: &mut dyn Tx| append(tx, id, group).await);
        appending.await.map_err(|cause: store::Error| cause)?;
        Ok(Turn::Done)
    }
}

async fn append(tx: &mut dyn Tx, id: Bytes, group: Bytes) -> store::Result<()> {
    let seq: i64 = tx.one(&NEXT, params![PRACTICE, group]).await?.take()?;
    tx.run(&APPEND, params![PRACTICE, id, group, seq, RECORD.to_vec()]).await?;
    let (last, before) = match tx.maybe(&HEAD, params![PRACTICE]).await? {
        Some(mut row) => (row.take()?, row.take()?),
        None => (0_i64, [0_u8; 32]),
    };
    let hash = keyring::digest(&[before.as_slice(), &id, &group].concat());
    tx.run(&LINK, params![PRACTICE, last + 1, group, hash]).await?;
    tx.run(&MOVE_HEAD, params![PRACTICE, last + 1, hash]).await.map(drop)
}

/// Opens the file of records at `path`.
pub async fn open(path: &Path) -> Result<Db> {
    Ok(Db::open(&format!("sqlite:{}", path.display()), &Options::default()).await?)
}

/// What stands in a practice's database.
#[derive(Debug, Default)]
pub struct Kept {
    /// Every response with what it answers.
    pub responses: Vec<(Bytes, AssignmentId)>,
    /// The responses that have an alert.
    pub with_alert: HashSet<Bytes>,
}

/// Reads it, in one view of the records.
pub async fn kept(db: &Db, practice: PracticeId) -> Result<Kept> {
    let reading = db.read(async move |tx: &mut dyn Tx| {
        let rows = tx.rows(&RESPONSES, params![practice]).await?;
        let responses = rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect::<store::Result<_>>()?;
        let rows = tx.rows(&ANSWERED_WITH_ALERT, params![practice, BY_ANSWERS]).await?;
        let with_alert = rows.into_iter().map(|mut row| row.take()).collect::<store::Result<_>>()?;
        Ok::<_, store::Error>(Kept { responses, with_alert })
    });
    Ok(reading.await?)
}
