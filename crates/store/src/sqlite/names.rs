//! Finds our name for a unique constraint, of which SQLite only tells the columns.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::lex::{Token, tokens};

/// From `table.first, table.second`, as SQLite writes it, to the constraint's name.
#[derive(Debug, Default)]
pub struct Names {
    unique: HashMap<String, String>,
}

impl Names {
    /// Reads the schema that `connection` has now.
    pub fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare("select sql from sqlite_schema where sql is not null")?;
        let texts = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(Self { unique: texts.iter().flat_map(|text| unique_in(text)).collect() })
    }

    /// The name of the unique constraint or index over `columns`; an unknown one stays as SQLite wrote it.
    pub fn of_unique(&self, columns: &str) -> String {
        let of_expression = columns.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\''));
        of_expression.or_else(|| self.unique.get(columns).map(String::as_str)).unwrap_or(columns).to_owned()
    }
}

/// What one `create table` or `create unique index` declares as unique. Unnamed constraints get PostgreSQL's names.
fn unique_in(text: &str) -> Vec<(String, String)> {
    let words: Vec<Token<'_>> = tokens(text).filter(|token| !matches!(token, Token::Comment(_))).collect();
    match words.as_slice() {
        [
            Token::Word(_),
            Token::Word(unique),
            Token::Word(_),
            Token::Word(name),
            Token::Word(_),
            Token::Word(table),
            rest @ ..,
        ] if unique.eq_ignore_ascii_case("unique") => {
            vec![(columns(table, rest), (*name).to_owned())]
        }
        [Token::Word(_), Token::Word(kind), Token::Word(table), rest @ ..] if kind.eq_ignore_ascii_case("table") => {
            definitions(rest).into_iter().filter_map(|definition| unique_of(table, definition)).collect()
        }
        _ => Vec::new(),
    }
}

/// The comma-separated parts between the outer parentheses.
fn definitions<'a, 'text>(body: &'a [Token<'text>]) -> Vec<&'a [Token<'text>]> {
    let mut depth = 0;
    body.split(|token| {
        match token {
            Token::Mark('(') => depth += 1,
            Token::Mark(')') => depth -= 1,
            _ => {}
        }
        (depth == 1 && matches!(token, Token::Mark(',' | '('))) || (depth == 0 && *token == Token::Mark(')'))
    })
    .collect()
}

fn unique_of(table: &str, definition: &[Token<'_>]) -> Option<(String, String)> {
    let place = definition.iter().position(|token| is_word(token, "unique") || is_word(token, "primary"))?;
    let is_primary = is_word(&definition[place], "primary");
    let after = &definition[place + if is_primary { 2 } else { 1 }..];
    // A constraint of one column stands in that column's definition and lists none.
    let of_column = matches!(definition.first(), Some(first) if place > 0 && !is_word(first, "constraint"));
    let columns = if of_column { columns(table, &definition[..1]) } else { columns(table, after) };
    let given = definition[..place].iter().rposition(|token| is_word(token, "constraint")).map(|at| at + 1);
    let name = match given.map(|at| definition[at]) {
        Some(Token::Word(name)) => name.to_owned(),
        _ if is_primary => format!("{table}_pkey"),
        _ => format!("{}_key", columns.replace(", ", "_").replace(&format!("_{table}."), "_").replace('.', "_")),
    };
    Some((columns, name))
}

/// `table.a, table.b` from the first list in `list`, or from bare words.
fn columns(table: &str, list: &[Token<'_>]) -> String {
    let named = list.iter().take_while(|token| **token != Token::Mark(')'));
    let named = named.filter_map(|token| match token {
        Token::Word(column) => Some(format!("{table}.{column}")),
        _ => None,
    });
    named.collect::<Vec<_>>().join(", ")
}

fn is_word(token: &Token<'_>, word: &str) -> bool {
    matches!(token, Token::Word(found) if found.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A unique constraint in each form that SQLite accepts, and a row that breaks only it.
    const FORMS: &[(&str, &str)] = &[
        ("create table t (a integer, b integer, constraint both_once unique (a, b))", "both_once"),
        ("create table t (a integer constraint a_once unique, b integer)", "a_once"),
        ("create table t (a integer unique, b integer)", "t_a_key"),
        ("create table t (a integer, b integer, unique (b, a))", "t_b_a_key"),
        ("create table t (a integer, b integer, primary key (a, b)) without rowid", "t_pkey"),
        ("create table t (a integer primary key, b integer)", "t_pkey"),
        ("create table t (a integer constraint a_first primary key check (a > 0), b integer)", "a_first"),
        (
            "create table \"t\" (\"a\" integer check (a in (1, 2)), b text default 'x, (', constraint q primary key (a))",
            "q",
        ),
        ("create table t (a integer, /* unique (b), */ b integer); create unique index i on t (a, b)", "i"),
        ("create table t (a integer, b integer); create unique index i on t (a) where b = 1", "i"),
        ("create table t (a integer, b integer); create unique index i on t (a, abs(b))", "i"),
        ("create table t_a (x integer); create table t (a integer, b integer, unique (a)); drop table t_a", "t_a_key"),
    ];

    #[test]
    fn every_form_of_unique_constraint_is_named() {
        for (schema, name) in FORMS {
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
