//! The rules every statement keeps, so that one text runs on both engines and on a database spread by practice.

use crate::{
    Sql,
    lex::{Token, tokens},
};

/// What a statement that is meant to reach beyond one practice says, with its reason behind it.
const EVERY_PRACTICE: &str = "every practice:";

/// Words that mean different things on the two engines, or bring in a clock other than ours.
const BANNED: &[(&str, &str)] = &[
    ("like", "its rules on case differ between the engines"),
    ("ilike", "only PostgreSQL has it"),
    ("glob", "only SQLite has it"),
    ("similar", "only PostgreSQL has it"),
    ("regexp", "only SQLite has it"),
    ("now", "the time comes from the act"),
    ("current_timestamp", "the time comes from the act"),
    ("current_date", "the time comes from the act"),
    ("current_time", "the time comes from the act"),
    ("datetime", "the time comes from the act"),
    ("unixepoch", "the time comes from the act"),
    ("random", "chance comes from the program"),
    ("uuid", "identifiers come from the program"),
    ("rowid", "only SQLite has it"),
];

/// Checks one statement against the store's rules; the error is a sentence that tells how to mend it.
///
/// Lower case throughout; placeholders first appear as `$1`, `$2`, … (SQLite numbers them by appearance); none of the
/// words above; tables are joined by `join`; `practice_id` is named, or a comment `/* every practice: REASON */` says why not.
pub fn check_statement(sql: &Sql) -> Result<(), String> {
    [Some(sql.text), sql.postgres]
        .into_iter()
        .flatten()
        .try_for_each(check_text)
        .map_err(|wrong| format!("`{}`: {wrong}", sql.name))
}

fn check_text(text: &str) -> Result<(), String> {
    let mut highest = 0;
    let mut is_scoped = false;
    let mut since_from = None;
    for token in tokens(text) {
        since_from = match token {
            Token::Word("from") => Some(0),
            Token::Word(_) => since_from.map(|words| words + 1).filter(|words| *words <= 2),
            Token::Mark(',') if since_from.is_some() => {
                return Err("tables stand in a row after `from`; write `join … on …`".to_owned());
            }
            _ => None,
        };
        match token {
            Token::Word(word) => {
                check_word(word)?;
                is_scoped |= word == "practice_id";
            }
            Token::Placeholder(number) if number <= highest && number > 0 => {}
            Token::Placeholder(number) if number == highest + 1 => highest = number,
            Token::Placeholder(number) => {
                return Err(format!("${number} appears before ${}; number them by first appearance", highest + 1));
            }
            Token::Comment(comment) => is_scoped |= reason_to_cross(comment).is_some(),
            Token::Mark('?') => return Err("`?` is not a placeholder on PostgreSQL; write $1, $2, …".to_owned()),
            Token::Literal | Token::Mark(_) => {}
        }
    }
    if is_scoped {
        return Ok(());
    }
    Err(format!("it does not name practice_id; add it, or say why not in a comment /* {EVERY_PRACTICE} REASON */"))
}

fn check_word(word: &str) -> Result<(), String> {
    if word.contains(char::is_uppercase) {
        return Err(format!("write {word} in lower case"));
    }
    match BANNED.iter().find(|(banned, _)| *banned == word) {
        Some((banned, reason)) => Err(format!("`{banned}` is not used, since {reason}")),
        None => Ok(()),
    }
}

/// The reason a comment gives for reaching beyond one practice.
pub fn reason_to_cross(comment: &str) -> Option<&str> {
    comment.trim().strip_prefix(EVERY_PRACTICE).map(str::trim).filter(|reason| !reason.is_empty())
}
