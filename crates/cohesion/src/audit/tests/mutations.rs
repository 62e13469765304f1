//! ATK-61, AU-05: whatever is changed in the log, its end, its checkpoints or the file outside is found, a thousand of a
//! thousand times.

use store::{Engine, Tx, Value, params};

use super::deeds;
use crate::audit::{checkpoint, outside, verify};
use crate::id::PracticeId;
use crate::testing::TestClinic;
use crate::work::{Head, Link};
use crate::{Error, Result};

store::statements! {
    LINKS = "/* every practice: a test looks at all of it */
        select practice_id, seq, at_ms, actor_id, login_id, subject_id, object_id, deed, outcome, hash
        from audit_log
        order by practice_id, seq";
    ENDS = "/* every practice: a test looks at all of it */ select practice_id, seq, hash, mac from audit_heads";
    POINTS = "/* every practice: a test looks at all of it */
        select practice_id, number, seq, hash, at_ms, signature
        from audit_checkpoints
        order by practice_id, number";
    NO_LINKS = "/* every practice: a test replaces all of it */ delete from audit_log";
    NO_ENDS = "/* every practice: a test replaces all of it */ delete from audit_heads";
    NO_POINTS = "/* every practice: a test replaces all of it */ delete from audit_checkpoints";
    PUT_LINK = "insert into audit_log
        (practice_id, seq, at_ms, actor_id, login_id, subject_id, object_id, deed, outcome, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    PUT_END = "insert into audit_heads (practice_id, seq, hash, mac) values ($1, $2, $3, $4)";
    PUT_POINT = "insert into audit_checkpoints
        (practice_id, number, seq, hash, at_ms, signature)
        values ($1, $2, $3, $4, $5, $6)";
}

/// Everything that is kept of the log, in the database and outside.
#[derive(Clone, PartialEq)]
struct Kept {
    links: Vec<Vec<Value>>,
    ends: Vec<Vec<Value>>,
    points: Vec<Vec<Value>>,
    file: String,
}

const SEQ: usize = 1;
const LINK_HASH: usize = 9;

async fn read(clinic: &TestClinic) -> Result<Kept> {
    let reading = clinic.app.db().read(async |tx: &mut dyn Tx| {
        let (links, ends) = (rows(tx, &LINKS, 10).await?, rows(tx, &ENDS, 4).await?);
        Ok::<_, Error>((links, ends, rows(tx, &POINTS, 6).await?))
    });
    let (links, ends, points) = reading.await?;
    let file = std::fs::read_to_string(outside::path(clinic.app.config())).expect("the file is there");
    Ok(Kept { links, ends, points, file })
}

async fn rows(tx: &mut dyn Tx, sql: &'static store::Sql, columns: usize) -> Result<Vec<Vec<Value>>> {
    let rows = tx.rows(sql, params![]).await?;
    rows.into_iter().map(|mut row| (0..columns).map(|_| Ok(row.take()?)).collect()).collect()
}

async fn put(clinic: &TestClinic, kept: Kept) -> Result<()> {
    std::fs::write(outside::path(clinic.app.config()), &kept.file).expect("the file is written");
    let putting = clinic.app.db().write(async move |tx: &mut dyn Tx| {
        for sql in [&NO_LINKS, &NO_ENDS, &NO_POINTS] {
            tx.run(sql, params![]).await?;
        }
        for (sql, rows) in [(&PUT_LINK, &kept.links), (&PUT_END, &kept.ends), (&PUT_POINT, &kept.points)] {
            for row in rows {
                tx.run(sql, row.clone()).await?;
            }
        }
        Ok::<_, Error>(())
    });
    putting.await
}

/// Chance with a seed (`SplitMix64`), so that a miss can be looked at again.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_be_bytes()[0]).collect()
    }

    /// Another value of the same kind.
    fn other(&mut self, value: &Value) -> Value {
        match value {
            Value::Null => Value::from(self.bytes(16)),
            Value::Int(number) => Value::Int(number + 1 + i64::try_from(self.below(90)).unwrap_or_default()),
            Value::Text(text) if self.below(2) == 0 => Value::Text(format!("{text}.")),
            Value::Text(_) => Value::Text("refused again".to_owned()),
            Value::Id(id) => self.other_bytes(id),
            Value::Bytes(bytes) => self.other_bytes(bytes),
        }
    }

    fn other_bytes(&mut self, bytes: &[u8]) -> Value {
        match self.below(3) {
            0 => Value::from(&bytes[..bytes.len() - 1]),
            1 => Value::from(self.bytes(bytes.len())),
            _ => {
                let (mut flipped, at) = (bytes.to_vec(), self.below(bytes.len()));
                flipped[at] ^= 1 << self.below(8);
                Value::from(flipped)
            }
        }
    }
}

fn number(value: &Value) -> i64 {
    if let Value::Int(number) = value { *number } else { 0 }
}

/// One thing done to the log by somebody who can write to the database, and in one case to the file. `older` is what was kept
/// at an earlier moment, which an attacker may have copied.
fn mutate(kept: &mut Kept, older: &[Kept], practice: PracticeId, chance: &mut Chance) -> &'static str {
    match chance.below(18) {
        act @ 0..10 => mutate_links(kept, act, chance),
        act => mutate_ends(kept, older, practice, act, chance),
    }
}

/// Something done to the links themselves.
fn mutate_links(kept: &mut Kept, act: usize, chance: &mut Chance) -> &'static str {
    let at = chance.below(kept.links.len());
    match act {
        0..3 => {
            let column = chance.below(10);
            let other = chance.other(&kept.links[at][column]);
            // A number that another link has could not be stored.
            kept.links[at][column] = if column == SEQ { Value::Int(number(&other) + 1_000) } else { other };
            "a field of a link is changed"
        }
        3 => {
            let column = 3 + chance.below(4);
            kept.links[at][column] = Value::Null;
            "an id of a link is taken away"
        }
        4 => {
            kept.links.remove(at);
            "a link is taken out"
        }
        5 => {
            kept.links.remove(at);
            kept.links[at..].iter_mut().for_each(|link| link[SEQ] = Value::Int(number(&link[SEQ]) - 1));
            "a link is taken out and the gap closed"
        }
        6 => {
            let mut copy = kept.links[at].clone();
            copy[LINK_HASH] = Value::from(chance.bytes(32));
            kept.links[at..].iter_mut().for_each(|link| link[SEQ] = Value::Int(number(&link[SEQ]) + 1));
            kept.links.insert(at, copy);
            "a link is put in"
        }
        7 => {
            let mut copy = kept.links[at].clone();
            copy[SEQ] = Value::Int(number(&kept.links[kept.links.len() - 1][SEQ]) + 1);
            kept.links.push(copy);
            "a link is put behind the end"
        }
        8 => {
            let with = chance.below(kept.links.len());
            let (one, other) = (kept.links[at][SEQ].clone(), kept.links[with][SEQ].clone());
            kept.links.swap(at, with);
            kept.links[at][SEQ] = one;
            kept.links[with][SEQ] = other;
            "two links change places"
        }
        _ => {
            kept.links.truncate(at);
            "the end is cut off"
        }
    }
}

/// Something done to the chain's end, its checkpoints, its file, or every hash after a link.
fn mutate_ends(kept: &mut Kept, older: &[Kept], practice: PracticeId, act: usize, chance: &mut Chance) -> &'static str {
    let at = chance.below(kept.links.len());
    match act {
        10 => {
            kept.links.truncate(at.max(1));
            let last = kept.links[kept.links.len() - 1].clone();
            kept.ends[0][1] = last[SEQ].clone();
            kept.ends[0][2] = last[LINK_HASH].clone();
            "the end is cut off and the record of it follows"
        }
        11 => {
            let file = kept.file.clone();
            *kept = older[chance.below(older.len())].clone();
            kept.file = file;
            "an older database is put in place"
        }
        12 => {
            kept.links[at][2] = chance.other(&kept.links[at][2]);
            rehash(kept, at, practice);
            "a link is changed and every hash after it made anew"
        }
        13 => {
            let column = chance.below(4);
            kept.ends[0][column] = chance.other(&kept.ends[0][column]);
            "the record of the end is changed"
        }
        14 => {
            kept.ends.clear();
            "the record of the end is taken away"
        }
        15 => {
            let (row, column) = (chance.below(kept.points.len()), chance.below(6));
            let other = chance.other(&kept.points[row][column]);
            kept.points[row][column] = if column == 1 { Value::Int(number(&other) + 1_000) } else { other };
            "a checkpoint is changed"
        }
        16 => {
            let row = chance.below(kept.points.len());
            if chance.below(2) == 0 {
                kept.points.remove(row);
                return "a checkpoint is taken out";
            }
            let mut copy = kept.points[row].clone();
            copy[1] = Value::Int(1_000);
            kept.points.push(copy);
            "a checkpoint is put in"
        }
        _ => {
            let places: Vec<usize> =
                kept.file.char_indices().filter(|(_, sign)| *sign != '\n').map(|(at, _)| at).collect();
            let place = places[chance.below(places.len())];
            let sign = if kept.file[place..].starts_with('7') { "8" } else { "7" };
            kept.file.replace_range(place..=place, sign);
            "a sign in the file is changed"
        }
    }
}

/// What somebody without the keys can do: make every hash of the chain fit again from one link on.
fn rehash(kept: &mut Kept, from: usize, practice: PracticeId) {
    let id = |value: &Value| if let Value::Id(id) = value { Some(*id) } else { None };
    let text = |value: &Value| if let Value::Text(text) = value { text.clone() } else { String::new() };
    for at in from..kept.links.len() {
        let before = at.checked_sub(1).map_or(Head::EMPTY.hash, |before| match &kept.links[before][LINK_HASH] {
            Value::Bytes(bytes) => bytes.clone().try_into().unwrap_or([0; 32]),
            _ => [0; 32],
        });
        let row = &kept.links[at];
        let link = Link {
            seq: number(&row[SEQ]),
            at: crate::clock::Timestamp(number(&row[2])),
            actor: id(&row[3]).map(crate::id::PersonId),
            login: id(&row[4]).map(crate::id::LoginId),
            subject: id(&row[5]).map(crate::id::PersonId),
            object: id(&row[6]),
            deed: text(&row[7]),
            outcome: text(&row[8]),
        };
        kept.links[at][LINK_HASH] = Value::from(link.hash(practice, &before));
    }
    kept.ends[0][2] = kept.links[kept.links.len() - 1][LINK_HASH].clone();
}

async fn every_mutation_is_found(engine: Engine, count: u32) -> Result<()> {
    let clinic = TestClinic::on(engine).await?;
    let mut older = Vec::new();
    for links in [9, 8, 7] {
        deeds(&clinic, links).await?;
        checkpoint(&clinic.app).await?;
        older.push(read(&clinic).await?);
    }
    let whole = older.pop().expect("three were read");
    assert!(verify(&clinic.app, |_, _| ()).await?.is_intact());
    let mut chance = Chance(61);
    let (mut found, mut missed) = (0, Vec::new());
    while found + missed.len() < count as usize {
        let mut kept = whole.clone();
        let what = mutate(&mut kept, &older, clinic.practice, &mut chance);
        if kept == whole {
            continue;
        }
        put(&clinic, kept).await?;
        if verify(&clinic.app, |_, _| ()).await?.is_intact() {
            missed.push(what);
        } else {
            found += 1;
        }
    }
    assert_eq!((found, missed), (count as usize, Vec::new()));
    put(&clinic, whole).await?;
    assert!(verify(&clinic.app, |_, _| ()).await?.is_intact(), "and what is put back is intact again");
    Ok(())
}

#[tokio::test]
async fn a_thousand_mutations_are_found_a_thousand_times_in_sqlite() -> Result<()> {
    every_mutation_is_found(Engine::Sqlite, 1_000).await
}

#[tokio::test]
async fn a_hundred_mutations_are_found_a_hundred_times_in_postgresql() -> Result<()> {
    every_mutation_is_found(Engine::Postgres, 100).await
}
