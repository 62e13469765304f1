//! Finds our name for a unique constraint, of which SQLite only tells the columns.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::lex::{
    Token::{self, Mark, Word},
    tokens,
};

/// From `table.first, table.second`, as SQLite writes it, to the constraint's name.
#[derive(Debug, Default)]
pub struct Names {
    unique: HashMap<String, String>,
}

impl Names {
    /// Reads the schema that `connection` has now.
    pub fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut unique = HashMap::new();
        let mut statement = connection.prepare("select tbl_name, sql from sqlite_schema where sql is not null")?;
        let mut declarations = statement.query([])?;
        while let Some(row) = declarations.next()? {
            let (table, text): (String, String) = (row.get(0)?, row.get(1)?);
            let words: Vec<Token<'_>> = tokens(&text).filter(|token| !matches!(token, Token::Comment(_))).collect();
            let declared = (0..words.len()).filter_map(|place| unique_at(&words[place..]));
            unique.extend(declared.map(|(name, list)| (columns(&table, list), name.to_owned())));
        }
        Ok(Self { unique })
    }

    /// The name of the unique constraint or index over `columns`; an unknown one stays as SQLite wrote it.
    pub fn of_unique(&self, columns: &str) -> String {
        let of_expression = columns.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\''));
        of_expression.or_else(|| self.unique.get(columns).map(String::as_str)).unwrap_or(columns).to_owned()
    }
}

/// The name and the columns of what is declared unique where `words` begins, in the forms that migrations may use.
fn unique_at<'a, 'text>(words: &'a [Token<'text>]) -> Option<(&'text str, &'a [Token<'text>])> {
    match words {
        [Word("constraint"), Word(name), Word("unique"), Mark('('), list @ ..]
        | [Word("constraint"), Word(name), Word("primary"), Word("key"), Mark('('), list @ ..]
        // SQLite keeps the first words of an index in capitals, however they were written.
        | [Word("UNIQUE"), Word("INDEX"), Word(name), Word("on"), Word(_), Mark('('), list @ ..] => Some((name, list)),
        _ => None,
    }
}

fn columns(table: &str, list: &[Token<'_>]) -> String {
    let named = list.iter().take_while(|token| **token != Mark(')')).filter_map(|token| match token {
        Word(column) => Some(format!("{table}.{column}")),
        _ => None,
    });
    named.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A schema whose only unique rule is broken by a second row of (1, 1), and that rule's name.
    const RULES: &[(&str, &str)] = &[
        ("create table t (a integer, b integer, constraint both_once unique (a, b))", "both_once"),
        ("create table t (a integer, b integer, constraint t_key primary key (a, b)) without rowid", "t_key"),
        ("create table t (a integer, b integer, constraint t_key primary key (a))", "t_key"),
        ("create table t (a integer, b integer); create unique index once on t (a, b)", "once"),
        ("create table t (a integer, b integer); create unique index once on t (a) where b = 1", "once"),
        ("create table t (a integer, b integer); create unique index once on t (a, abs(b))", "once"),
        (
            "create table old (a integer, b text default 'x, (' /* y, ( */, constraint q unique (b, a));
             alter table old rename to t",
            "q",
        ),
        (
            "create table t (a integer, b integer); create unique index once on t (a); create index many on t (a)",
            "once",
        ),
        ("create table t (a integer, b integer, unique (a, b))", "t.a, t.b"),
    ];

    #[test]
    fn a_unique_rule_is_found_by_its_columns() {
        for (schema, name) in RULES {
            let connection = Connection::open_in_memory().unwrap();
            connection.execute_batch(schema).unwrap();
            let names = Names::load(&connection).unwrap();
            connection.execute("insert into t (a, b) values (1, 1)", []).unwrap();
            let refusal = connection.execute("insert into t (a, b) values (1, 1)", []).unwrap_err().to_string();
            let columns = refusal.strip_prefix("UNIQUE constraint failed: ").unwrap();
            assert_eq!(names.of_unique(columns), *name, "{schema}");
        }
    }
}
