//! The rules every migration keeps, so that one text makes the same schema on both engines, spread by practice or not.

use crate::{
    Migration,
    check_statement::reason_to_cross,
    lex::{Token, tokens},
};

/// Types have one token for both engines, whose own words would differ in width or order.
const TYPES: &[&str] = &[
    "integer",
    "int",
    "bigint",
    "smallint",
    "serial",
    "real",
    "numeric",
    "text",
    "varchar",
    "char",
    "blob",
    "bytea",
    "boolean",
    "date",
    "timestamp",
    "uuid",
    "json",
    "jsonb",
];

/// What one engine lacks, or what would act behind the acts' backs.
const BANNED: &[(&str, &str)] = &[
    ("autoincrement", "identifiers come from the program"),
    ("deferrable", "a broken rule must stop its own act, not the commit that others share"),
    ("trigger", "what follows from an act stands in the act"),
    ("cascade", "what follows from an act stands in the act"),
    ("now", "the time comes from the act"),
    ("current_timestamp", "the time comes from the act"),
    ("collate", "the token {text} orders by bytes on both engines"),
];

/// PostgreSQL cuts longer names, and then an error would carry another name than the migration.
const NAME_LENGTH_MAX: usize = 63;

/// Checks one migration; the error is a sentence that tells how to mend it.
///
/// Lower case; types only as tokens; every constraint named; every primary and foreign key begins with `practice_id`,
/// or a comment in the same statement, `-- every practice: REASON`, says why not.
pub fn check_migration(migration: &Migration) -> Result<(), String> {
    let all: Vec<Token<'_>> = tokens(migration.text).collect();
    let checked = all.split(|token| *token == Token::Mark(';')).try_for_each(check_part);
    checked.map_err(|wrong| format!("migration {} ({}): {wrong}", migration.number, migration.name))
}

fn check_part(part: &[Token<'_>]) -> Result<(), String> {
    let has_reason = part.iter().any(|token| matches!(token, Token::Comment(text) if reason_to_cross(text).is_some()));
    let part: Vec<Token<'_>> = part.iter().filter(|token| !matches!(token, Token::Comment(_))).copied().collect();
    for (place, token) in part.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let before = &part[..place];
        if before.last() != Some(&Token::Mark('{')) {
            check_word(word)?;
        }
        if is_constraint(word, before) {
            check_name(before, part.get(place + 1))?;
        }
        if matches!(*word, "primary" | "foreign" | "references") && !has_reason {
            check_key(word, &part[place..])?;
        }
    }
    Ok(())
}

fn check_word(word: &str) -> Result<(), String> {
    if word.contains(char::is_uppercase) {
        return Err(format!("write {word} in lower case"));
    }
    if word.len() > NAME_LENGTH_MAX {
        return Err(format!("the name {word} is longer than {NAME_LENGTH_MAX} bytes"));
    }
    if TYPES.contains(&word) {
        return Err(format!("write the type {word} as {{integer}}, {{text}} or {{bytes}}"));
    }
    match BANNED.iter().find(|(banned, _)| *banned == word) {
        Some((banned, reason)) => Err(format!("`{banned}` is not used, since {reason}")),
        None => Ok(()),
    }
}

fn is_constraint(word: &str, before: &[Token<'_>]) -> bool {
    match word {
        "unique" => before.last() != Some(&Token::Word("create")),
        "primary" | "foreign" | "check" => true,
        _ => false,
    }
}

/// A constraint stands by itself, as SQLite tells only its columns and the store finds its name by them.
fn check_name(before: &[Token<'_>], after: Option<&Token<'_>>) -> Result<(), String> {
    match (before, after) {
        ([.., Token::Word("constraint"), Token::Word(_)], Some(Token::Mark('(') | Token::Word("key"))) => Ok(()),
        _ => Err("name every constraint, on a line of its own: `constraint NAME unique (…)`".to_owned()),
    }
}

/// `key` is followed by its columns: at once, or after `key`, or after the table referred to.
fn check_key(kind: &str, key: &[Token<'_>]) -> Result<(), String> {
    match key {
        [_, Token::Word(_), Token::Mark('('), Token::Word("practice_id"), ..] => Ok(()),
        _ => Err(format!("begin the {kind} key with practice_id, or say why not: -- every practice: REASON")),
    }
}
