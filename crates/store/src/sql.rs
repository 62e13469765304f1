//! A statement: written once for both engines, named so that errors and tests can point at it.

use std::sync::OnceLock;

use crate::lex::{Token, tokens};

/// One SQL statement with `$1`, `$2`, … for its values.
#[derive(Debug)]
pub struct Sql {
    /// Where it stands and what it is called: `cohesion::groups::store::FIND_GROUP`.
    pub name: &'static str,
    /// The text both engines run.
    pub text: &'static str,
    /// The text PostgreSQL runs instead, where it must differ (so far only for `for update`).
    pub postgres: Option<&'static str>,
    /// The numbers of the tables it names, found once.
    pub(crate) places: OnceLock<Box<[usize]>>,
}

impl Sql {
    /// A statement; `postgres` is the text that PostgreSQL runs instead, where it must differ.
    pub const fn new(name: &'static str, text: &'static str, postgres: Option<&'static str>) -> Self {
        Self { name, text, postgres, places: OnceLock::new() }
    }

    /// The text for PostgreSQL.
    pub fn for_postgres(&self) -> &'static str {
        self.postgres.unwrap_or(self.text)
    }

    /// Every table that the statement reads or changes, and perhaps a word that stands where tables do.
    pub(crate) fn tables(&self) -> Vec<&'static str> {
        let mut tables = Vec::new();
        let mut before = "";
        for token in tokens(self.text) {
            let word = if let Token::Word(word) = token { word } else { "" };
            if ["from", "join", "into", "update"].contains(&before) && !word.is_empty() {
                tables.push(word);
            }
            before = word;
        }
        tables
    }
}

/// Declares the statements of a subject, each a `static Sql`, and `ALL`, which lists them for the prepare-everything test.
///
/// ```
/// store::statements! {
///     INSERT_GROUP = "insert into groups (practice_id, id) values ($1, $2)";
///     LOCK_GROUP = "select id from groups where practice_id = $1",
///         postgres "select id from groups where practice_id = $1 for update";
/// }
/// assert_eq!(ALL.len(), 2);
/// assert!(INSERT_GROUP.name.ends_with("::INSERT_GROUP"));
/// assert!(LOCK_GROUP.postgres.is_some());
/// ```
#[macro_export]
macro_rules! statements {
    (@postgres) => { ::core::option::Option::None };
    (@postgres $text:expr) => { ::core::option::Option::Some($text) };
    ($($(#[$about:meta])* $name:ident = $text:expr $(, postgres $postgres:expr)?;)*) => {
        $(
            $(#[$about])*
            static $name: $crate::Sql = $crate::Sql::new(
                concat!(module_path!(), "::", stringify!($name)),
                $text,
                $crate::statements!(@postgres $($postgres)?),
            );
        )*
        /// Every statement declared here.
        pub static ALL: &[&$crate::Sql] = &[$(&$name),*];
    };
}
