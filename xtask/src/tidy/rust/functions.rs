//! Finds functions in masked code: name, visibility, parameters, length, and whether a test attribute stands above.

use super::{closing, item_end, words};

/// One function with or without a body.
pub struct Function {
    pub name: String,
    /// The line of its `fn`, from 1.
    pub line: usize,
    /// Lines from its `fn` to its closing brace.
    pub length_lines: usize,
    /// Whether it is `pub`, however far.
    pub is_public: bool,
    /// Whether an attribute such as `#[test]` or `#[tokio::test]` stands above it.
    pub is_test: bool,
    /// What stands between its parentheses.
    pub parameters: String,
}

/// All functions of `code`; `line` tells the line of an offset.
pub fn find(code: &str, line: impl Fn(usize) -> usize) -> Vec<Function> {
    words(code, "fn").filter_map(|at| read(code, at, &line)).collect()
}

fn read(code: &str, at: usize, line: impl Fn(usize) -> usize) -> Option<Function> {
    let rest = code[at + 2..].trim_start();
    let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if name.is_empty() {
        // `fn(u8) -> u8` is a type.
        return None;
    }
    let name_end = code.len() - rest.len() + name.len();
    let open = parameters_open(code, name_end)?;
    let close = closing(code, open);
    let end = item_end(code, close) - 1;
    let before = item_start(code, at);
    Some(Function {
        name,
        line: line(at),
        length_lines: line(end) - line(at) + 1,
        is_public: words(before, "pub").next().is_some(),
        is_test: before.contains("#[test]") || before.contains("::test]") || before.contains("::test("),
        parameters: code[open + 1..close - 1].to_owned(),
    })
}

/// The parenthesis that opens the parameters, past generics such as `<F: Fn(u8) -> u8>`.
fn parameters_open(code: &str, from: usize) -> Option<usize> {
    let bytes = code.as_bytes();
    let mut depth = 0_usize;
    for at in from..bytes.len() {
        match bytes[at] {
            b'<' => depth += 1,
            b'>' if bytes[at - 1] != b'-' => depth = depth.saturating_sub(1),
            b'(' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

/// The attributes and qualifiers in front of a `fn`: back to the end of the item before.
fn item_start(code: &str, at: usize) -> &str {
    let from = code[..at].rfind(['{', '}', ';']).map_or(0, |end| end + 1);
    &code[from..at]
}
