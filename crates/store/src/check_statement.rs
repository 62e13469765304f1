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

/// Words that begin a part of a statement.
const PARTS: &[&str] = &[
    "select",
    "from",
    "join",
    "on",
    "using",
    "where",
    "group",
    "having",
    "order",
    "limit",
    "into",
    "values",
    "conflict",
    "do",
    "set",
    "returning",
];

/// The parts that choose the rows, or put them in.
const CHOOSING: &[&str] = &["where", "on", "using", "into"];

/// Checks one statement against the store's rules; the error is a sentence that tells how to mend it.
///
/// Lower case throughout; placeholders first appear as `$1`, `$2`, … (SQLite numbers them by appearance); none of the
/// words above; `practice_id` stands where rows are chosen or put in, or a comment `/* every practice: REASON */` says why
/// not.
pub fn check_statement(sql: &Sql) -> Result<(), String> {
    [Some(sql.text), sql.postgres]
        .into_iter()
        .flatten()
        .try_for_each(check_text)
        .map_err(|wrong| format!("`{}`: {wrong}", sql.name))
}

fn check_text(text: &str) -> Result<(), String> {
    let (mut highest, mut part, mut is_scoped) = (0, "", false);
    for token in tokens(text) {
        match token {
            Token::Word(word) => {
                check_word(word)?;
                part = PARTS.iter().find(|begins| **begins == word).unwrap_or(&part);
                is_scoped |= word == "practice_id" && CHOOSING.contains(&part);
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
    Err(format!(
        "practice_id does not choose its rows; name it in the where, an on or the insert's list, or say why not in a \
         comment /* {EVERY_PRACTICE} REASON */"
    ))
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
