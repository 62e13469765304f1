//! Copies a SQLite file while it is in use, and looks for damage.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use rusqlite::Connection;

use super::{connect, error::translate};
use crate::{Error, Result};

/// Writes a compact, checked copy to `path`, or nothing.
pub fn write(connection: &Connection, path: &Path) -> Result<()> {
    if path.exists() {
        return Err(Error::Unavailable(format!("{} exists already, and a backup overwrites nothing", path.display())));
    }
    let partial = path.with_added_extension("partial");
    let written =
        copy(connection, &partial).and_then(|()| settle(&partial, path).map_err(|error| unwritable(path, &error)));
    if written.is_err() {
        let _ = fs::remove_file(&partial);
    }
    written
}

/// Reads every page and follows every foreign key; `Corrupt` says the first thing found.
pub fn check(connection: &Connection) -> Result<()> {
    let found: String = connection
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| translate(error, "integrity_check"))?;
    if found != "ok" {
        return Err(Error::Corrupt(found));
    }
    let orphan = connection.query_row("pragma foreign_key_check", [], |row| row.get::<_, String>(0));
    match orphan {
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(()),
        Ok(table) => Err(Error::Corrupt(format!("a row of {table} points at a row that is not there"))),
        Err(error) => Err(translate(error, "foreign_key_check")),
    }
}

fn copy(connection: &Connection, partial: &Path) -> Result<()> {
    // What an interrupted backup left behind is worthless.
    let _ = fs::remove_file(partial);
    create_private(partial).map_err(|error| unwritable(partial, &error))?;
    let name = partial.to_str().ok_or_else(|| Error::Unsupported("A backup's path must be UTF-8.".to_owned()))?;
    connection.execute("vacuum into ?1", [name]).map_err(|error| translate(error, "vacuum into"))?;
    let copied = Connection::open_with_flags(partial, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY);
    check(&copied.map_err(|error| translate(error, "vacuum into"))?)
}

fn create_private(path: &Path) -> io::Result<()> {
    connect::private_file().create_new(true).open(path).map(drop)
}

/// The copy is kept only once it and its name are on the disk.
fn settle(partial: &Path, path: &Path) -> io::Result<()> {
    File::open(partial)?.sync_all()?;
    fs::rename(partial, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn unwritable(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull => Error::Full,
        _ => Error::Unavailable(format!("{} cannot be written: {error}", path.display())),
    }
}
