//! Cuts SQL text into tokens, for the rules on statements and for constraint names.

/// One token of SQL text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// A keyword, a bare or quoted name, or a number.
    Word(&'a str),
    /// `$n`.
    Placeholder(u32),
    /// A comment, with what stands inside it.
    Comment(&'a str),
    /// A text literal.
    Literal,
    /// Any other character.
    Mark(char),
}

/// The tokens of `text` in order; what is not closed reaches to the end.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let (token, length) = first(rest)?;
        rest = &rest[length..];
        Some(token)
    })
}

fn first(rest: &str) -> Option<(Token<'_>, usize)> {
    let start = rest.chars().next()?;
    Some(match start {
        '\'' => (Token::Literal, closed(rest, 1, "'").1),
        '"' | '`' => {
            let (name, length) = closed(rest, 1, &rest[..1]);
            (Token::Word(name), length)
        }
        '$' => {
            let digits = span(&rest[1..], |c| c.is_ascii_digit());
            (Token::Placeholder(rest[1..=digits].parse().unwrap_or(0)), 1 + digits)
        }
        '-' if rest.starts_with("--") => {
            let (comment, length) = closed(rest, 2, "\n");
            (Token::Comment(comment), length)
        }
        '/' if rest.starts_with("/*") => {
            let (comment, length) = closed(rest, 2, "*/");
            (Token::Comment(comment), length)
        }
        c if is_word(c) => {
            let length = span(rest, is_word);
            (Token::Word(&rest[..length]), length)
        }
        c => (Token::Mark(c), c.len_utf8()),
    })
}

/// What stands between an opening of `open` bytes and `close`, and the length of all three.
fn closed<'a>(rest: &'a str, open: usize, close: &str) -> (&'a str, usize) {
    match rest[open..].find(close) {
        Some(length) => (&rest[open..open + length], open + length + close.len()),
        None => (&rest[open..], rest.len()),
    }
}

fn span(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
