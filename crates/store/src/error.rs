//! What can go wrong between an act and the database, in the same words for both engines.

/// Why the store could not do what was asked.
///
/// No variant carries a value from a row: sentences name statements, tables, columns and constraints only.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A constraint refused the change: its name in the migrations, `foreign_key` for any foreign key, and
    /// `TABLE_COLUMN_not_null`. Of several that one row breaks, the engines may name different ones.
    #[error("The change breaks the rule `{0}` of the database.")]
    Constraint(String),
    /// A statement that must find one row found none.
    #[error("There is no such row.")]
    Missing,
    /// The database cannot be reached or is held by someone else; trying again later may help.
    #[error("The database is unavailable: {0}.")]
    Unavailable(String),
    /// The disk (or the file's allowed size) is full; the act was undone and nothing was lost.
    #[error("The disk that holds the database is full. Free some space; the program goes on by itself.")]
    Full,
    /// The database was migrated by a newer program.
    #[error("The database has migration {found}, and this program knows only up to {known}. Use a newer program.")]
    NewerSchema {
        /// The highest migration recorded in the database.
        found: u32,
        /// The highest migration in this program.
        known: u32,
    },
    /// A migration that was applied is not the one in this program.
    #[error(
        "Migration {number} ({name}) is not the one that was applied to this database. Use the program that made it."
    )]
    ChangedMigration {
        /// The number of the first migration that differs.
        number: u32,
        /// Its name in this program, or in the database when the program has none.
        name: String,
    },
    /// The SQLite library is older than the first release without the WAL-reset defect.
    #[error("SQLite {found} is too old; {needed} or newer is needed.")]
    OldSqlite {
        /// The version found.
        found: String,
        /// The oldest version accepted.
        needed: String,
    },
    /// What is stored cannot be read back as what it should be.
    #[error("Stored records are damaged: {0}.")]
    Corrupt(String),
    /// The database address cannot be understood.
    #[error("The database address is not usable: {0}.")]
    Address(String),
    /// This engine does not offer what was asked.
    #[error("{0}")]
    Unsupported(String),
    /// The store was closed while, or before, the act ran.
    #[error("The database was closed.")]
    Closed,
    /// A mistake in the program; the act was undone.
    #[error("There is a mistake in the program: {0}.")]
    Bug(String),
}

/// A result whose error is the store's.
pub type Result<T, E = Error> = std::result::Result<T, E>;
