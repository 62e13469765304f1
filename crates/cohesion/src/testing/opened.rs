//! Whatever the living keys of a database open, found without asking the code that sealed it: every value of every row is tried.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use keyring::{DataKey, KeyId, Place, Zeroizing};
use store::{Engine, Sql, Tx, params};

use crate::Result;
use crate::app::App;
use crate::id::Bytes;
use crate::work::owner_of;

/// How often a row may have been rewritten, where it does not say so itself.
const REWRITTEN_MAX: i64 = 40;

/// What the keys of a database open.
#[derive(Default)]
pub struct Opened {
    /// Where each value stands, and what it says.
    pub values: Vec<(String, Zeroizing<Vec<u8>>)>,
    /// Columns that hold a value under a living key, in a place that was not guessed.
    pub missed: BTreeSet<String>,
}

/// Values that lie in one column and are bound to another name, since a table holds several of a kind.
const OTHERWISE: [(&str, &str); 4] = [
    ("session_briefs", "words before"),
    ("session_briefs", "words after"),
    ("session_reviews", "debrief"),
    ("session_reviews", "fidelity"),
];

struct Table {
    name: &'static str,
    bytes: Vec<&'static str>,
    numbers: Vec<&'static str>,
}

type Keys = HashMap<Bytes, (DataKey, [u8; 32])>;

/// Opens all that opens in the database of an app.
pub async fn everything(app: &App) -> Result<Opened> {
    let tables = tables(app).await?;
    let keys = living_keys(app).await?;
    let mut opened = Opened::default();
    for table in &tables {
        let columns: Vec<&str> = table.bytes.iter().chain(&table.numbers).copied().collect();
        let sql = said(format!("select {} from {}", columns.join(", "), table.name));
        for mut row in
            app.db().read(async |tx: &mut dyn Tx| Ok::<_, crate::Error>(tx.rows(sql, params![]).await?)).await?
        {
            let bytes = table.bytes.iter().map(|_| row.take()).collect::<store::Result<Vec<Option<Vec<u8>>>>>()?;
            let numbers = table.numbers.iter().map(|_| row.take()).collect::<store::Result<Vec<Option<i64>>>>()?;
            open_row(table, &bytes, &numbers, &keys, &mut opened);
        }
    }
    Ok(opened)
}

fn open_row(table: &Table, bytes: &[Option<Vec<u8>>], numbers: &[Option<i64>], keys: &Keys, opened: &mut Opened) {
    let rows = rows_of(bytes);
    let near = numbers.iter().flatten().filter(|number| (0..1_000_000).contains(*number)).flat_map(|at| [*at, at + 1]);
    let versions: BTreeSet<u32> = near.chain(1..=REWRITTEN_MAX).filter_map(|at| u32::try_from(at).ok()).collect();
    for (column, value) in table.bytes.iter().copied().zip(bytes) {
        let Some(sealed) = value else { continue };
        let Some((key, owner)) = keyring::key_id(sealed).ok().and_then(|id| keys.get(&id.0)) else { continue };
        let columns =
            [column].into_iter().chain(OTHERWISE.iter().filter(|(of, _)| *of == table.name).map(|(_, name)| *name));
        let mut tried = columns.flat_map(|column| {
            let places = rows.iter().flat_map(|row| versions.iter().map(move |version| (row, *version)));
            places.map(move |(row, version)| Place { table: table.name, column, row, owner, version })
        });
        let plain = tried.find_map(|place| key.open(&place, sealed).ok());
        let place = format!("{}.{column}", table.name);
        match plain {
            Some(plain) => opened.values.push((place, plain)),
            None => drop(opened.missed.insert(place)),
        }
    }
}

/// What the row may be called to which a value is bound: an id in it, or the digest of two.
fn rows_of(bytes: &[Option<Vec<u8>>]) -> Vec<Bytes> {
    let ids: Vec<Bytes> = bytes.iter().flatten().filter_map(|bytes| bytes.as_slice().try_into().ok()).collect();
    let pairs = ids.iter().flat_map(|one| ids.iter().map(move |other| [&one[..], other].concat()));
    let digests = pairs.filter_map(|pair| keyring::digest(&pair)[..16].try_into().ok());
    ids.iter().copied().chain(digests).collect()
}

async fn living_keys(app: &App) -> Result<Keys> {
    let sql =
        said("select id, scope_kind, scope_a, scope_b, wrapped from data_keys where wrapped is not null".to_owned());
    let rows = app.db().read(async |tx: &mut dyn Tx| Ok::<_, crate::Error>(tx.rows(sql, params![]).await?)).await?;
    let mut keys = Keys::new();
    for mut row in rows {
        let id: Bytes = row.take()?;
        let owner = owner_of(row.take()?, row.take()?, row.take()?);
        let wrapped: Vec<u8> = row.take()?;
        keys.insert(id, (app.vault().root().unwrap(KeyId(id), &owner, &wrapped)?, owner));
    }
    Ok(keys)
}

/// Every table with its columns that hold bytes or whole numbers.
async fn tables(app: &App) -> Result<Vec<Table>> {
    let sql = said(
        match app.db().engine() {
            Engine::Sqlite => {
                "select m.name, c.name, lower(c.type) from sqlite_master m join pragma_table_info(m.name) c
             where m.type = 'table' and lower(c.type) in ('blob', 'integer', 'int')"
            }
            Engine::Postgres => {
                "select table_name::text, column_name::text, data_type::text from information_schema.columns
             where table_schema = current_schema() and data_type in ('bytea', 'bigint', 'integer')"
            }
        }
        .to_owned(),
    );
    let rows = app.db().read(async |tx: &mut dyn Tx| Ok::<_, crate::Error>(tx.rows(sql, params![]).await?)).await?;
    let mut found: BTreeMap<&str, Table> = BTreeMap::new();
    for mut row in rows {
        let (name, column): (String, String) = (row.take()?, row.take()?);
        let (name, column): (&str, &str) = (name.leak(), column.leak());
        let kind: String = row.take()?;
        let table = found.entry(name).or_insert(Table { name, bytes: Vec::new(), numbers: Vec::new() });
        let columns = if kind == "blob" || kind == "bytea" { &mut table.bytes } else { &mut table.numbers };
        columns.push(column);
    }
    Ok(found.into_values().filter(|table| !table.bytes.is_empty()).collect())
}

/// A statement that is made while a test runs, and stays until it ends.
fn said(text: String) -> &'static Sql {
    Box::leak(Box::new(Sql::new("testing::opened", text.leak(), None)))
}
