//! Forward-only migrations: what they are, how one text serves both engines, and which are still to be applied.

use sha2::{Digest, Sha256};

use crate::{Engine, Error, Result, Sql};

/// One step of the schema; never edited once released, since its digest is recorded where it was applied.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// 1, 2, 3, … without gaps.
    pub number: u32,
    /// What it brings, as in its file's name.
    pub name: &'static str,
    /// DDL for both engines, with the tokens of `for_engine`.
    pub text: &'static str,
}

/// What a call of `migrate` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    /// The highest migration before; 0 for an empty database.
    pub before: u32,
    /// The highest migration now.
    pub after: u32,
}

/// A migration as the database remembers it.
pub(crate) struct Applied {
    pub number: u32,
    pub name: String,
    pub digest: Vec<u8>,
}

/// Kept to what both engines and every migration tool can read; the store has no clock, so no time is kept.
pub(crate) const CREATE_RECORD: &str = "create table if not exists schema_migration (
    number {integer} not null,
    name {text} not null,
    digest {bytes} not null,
    constraint schema_migration_pkey primary key (number)
) {strict}";

pub(crate) static READ_RECORD: Sql = Sql::new(
    "store::migrate::READ_RECORD",
    "/* every practice: the schema is one for all */ select number, name, digest from schema_migration order by number",
    None,
);

pub(crate) static RECORD: Sql = Sql::new(
    "store::migrate::RECORD",
    "/* every practice: the schema is one for all */ insert into schema_migration (number, name, digest) values ($1, $2, $3)",
    None,
);

impl Migration {
    /// SHA-256 of the text before its tokens are replaced, so that it is the same on both engines.
    pub(crate) fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.text).into()
    }
}

/// The migrations that `applied` still lacks.
///
/// What was applied must be the beginning of `known`, text by text: `NewerSchema` or `ChangedMigration` otherwise.
pub(crate) fn pending<'a>(applied: &[Applied], known: &'a [Migration]) -> Result<&'a [Migration]> {
    check_numbers(known)?;
    let newest = known.last().map_or(0, |migration| migration.number);
    if let Some(newer) = applied.iter().map(|done| done.number).max().filter(|found| *found > newest) {
        return Err(Error::NewerSchema { found: newer, known: newest });
    }
    for (done, migration) in applied.iter().zip(known) {
        if done.number != migration.number || done.digest != migration.digest() {
            let Migration { number, name, .. } = *migration;
            return Err(Error::ChangedMigration { number, name: name.to_owned() });
        }
    }
    match applied.get(known.len()) {
        Some(extra) => Err(Error::ChangedMigration { number: extra.number, name: extra.name.clone() }),
        None => Ok(&known[applied.len()..]),
    }
}

fn check_numbers(known: &[Migration]) -> Result<()> {
    let misplaced = known.iter().zip(1..).find(|(migration, expected)| migration.number != *expected);
    misplaced.map_or(Ok(()), |(migration, expected)| {
        Err(Error::Bug(format!("migration {} ({}) stands where {expected} belongs", migration.number, migration.name)))
    })
}

/// Replaces the tokens of one DDL text by what `engine` calls them; any other word in braces is a `Bug`.
///
/// | token | SQLite | PostgreSQL |
/// | --- | --- | --- |
/// | `{integer}` | `integer` | `bigint` |
/// | `{text}` | `text` | `text collate "C"` (ordered by bytes, as on SQLite) |
/// | `{bytes}` | `blob` | `bytea` |
/// | `{strict}` | `strict` | |
/// | `{clustered}` (small rows that are read in key order) | `strict, without rowid` | |
pub(crate) fn for_engine(text: &str, engine: Engine) -> Result<String> {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, token, after)) = next_token(rest) {
        done.push_str(before);
        done.push_str(
            replace(token, engine).ok_or_else(|| Error::Bug(format!("no engine knows the token {{{token}}}")))?,
        );
        rest = after;
    }
    Ok(done + rest)
}

fn next_token(text: &str) -> Option<(&str, &str, &str)> {
    let (before, opened) = text.split_once('{')?;
    let (token, after) = opened.split_once('}')?;
    Some((before, token, after))
}

fn replace(token: &str, engine: Engine) -> Option<&'static str> {
    let (sqlite, postgres) = match token {
        "integer" => ("integer", "bigint"),
        "text" => ("text", "text collate \"C\""),
        "bytes" => ("blob", "bytea"),
        "strict" => ("strict", ""),
        "clustered" => ("strict, without rowid", ""),
        _ => return None,
    };
    Some(match engine {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    })
}
