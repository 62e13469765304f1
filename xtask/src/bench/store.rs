//! The bare store: one row an act, on the same disk, with nothing of the product around it. And a look into a practice's
//! database from outside, which asks none of the product's own code.

use super::Result;
use super::figures::Load;
use super::load::{Client, Turn, run};
use cohesion::assessments::AssignmentId;
use cohesion::id::{Bytes, PracticeId};
use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;
use store::{Db, Migration, Options, Tx, params};

/// As many bytes as a sealed PHQ-9 with its score has.
const RECORD: [u8; 400] = [7; 400];

/// The number of alerts that were raised by answers.
const BY_ANSWERS: i64 = 1;

const SCHEMA: &[Migration] = &[Migration {
    number: 1,
    name: "appends",
    text: "create table appends (
        practice_id {bytes} not null,
        client {integer} not null,
        number {integer} not null,
        record {bytes} not null,
        constraint appends_key primary key (practice_id, client, number)
    ) {strict};",
}];

store::statements! {
    APPEND = "insert into appends
        (practice_id, client, number, record)
        values ($1, $2, $3, $4)";

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
    let clients = (0..clients).map(|number| Appender { db: db.clone(), client: number, count: 0 }).collect();
    let load = run(clients, lasting).await?;
    db.close().await;
    Ok(load)
}

struct Appender {
    db: Db,
    client: usize,
    count: i64,
}

impl Client for Appender {
    async fn act(&mut self) -> Result<Turn> {
        let (client, number) = (i64::try_from(self.client)?, self.count);
        let appending = self.db.write(async move |tx: &mut dyn Tx| {
            tx.run(&APPEND, params![[7_u8; 16], client, number, RECORD.to_vec()]).await.map(drop)
        });
        appending.await.map_err(|cause: store::Error| cause)?;
        self.count += 1;
        Ok(Turn::Done)
    }
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
