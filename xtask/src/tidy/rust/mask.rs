//! Blanks comments and the inside of literals, and remembers where they stood.

use std::ops::Range;

/// The blanked source, and the byte ranges of what was blanked.
pub struct Masked {
    pub code: String,
    /// Without their quotes.
    pub strings: Vec<Range<usize>>,
    pub comments: Vec<Range<usize>>,
}

/// Masks `source`; the answer has the same length and the same line ends.
pub fn mask(source: &str) -> Masked {
    let bytes = source.as_bytes();
    let mut code = bytes.to_vec();
    let mut strings = Vec::new();
    let mut comments = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at..] {
            [b'/', b'/' | b'*', ..] => {
                let end = comment_end(bytes, at);
                comments.push(at..end);
                hide(&mut code, at..end)
            }
            [b'"', ..] => {
                let end = string_end(bytes, at + 1);
                strings.push(at + 1..end);
                hide(&mut code, at + 1..end) + 1
            }
            [b'r', b'"' | b'#', ..] if !follows_a_name(bytes, at) => match raw_string(bytes, at) {
                Some((content, end)) => {
                    hide(&mut code, content.clone());
                    strings.push(content);
                    end
                }
                None => at + 1,
            },
            [b'\'', ..] => match character_end(source, at) {
                Some(end) => hide(&mut code, at + 1..end) + 1,
                None => at + 1,
            },
            _ => at + 1,
        };
    }
    code.iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b' ');
    Masked { code: String::from_utf8_lossy(&code).into_owned(), strings, comments }
}

fn hide(code: &mut [u8], range: Range<usize>) -> usize {
    code[range.clone()].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    range.end
}

fn find(bytes: &[u8], from: usize, needle: &[u8]) -> usize {
    let found = bytes[from..].windows(needle.len()).position(|window| window == needle);
    found.map_or(bytes.len(), |offset| from + offset)
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    if bytes[start + 1] == b'/' {
        return find(bytes, start, b"\n");
    }
    let mut depth = 0_usize;
    let mut at = start;
    while at < bytes.len() {
        match bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

fn follows_a_name(bytes: &[u8], at: usize) -> bool {
    // `br"…"` and `cr"…"` are raw strings too: their letter is not a name of its own.
    let before = |back: usize| at.checked_sub(back).map(|index| bytes[index]);
    let is_name = |byte: Option<u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_');
    is_name(before(1)) && (!matches!(before(1), Some(b'b' | b'c')) || is_name(before(2)))
}

fn raw_string(bytes: &[u8], at: usize) -> Option<(Range<usize>, usize)> {
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    let open = at + 1 + hashes;
    if bytes.get(open) != Some(&b'"') {
        return None;
    }
    let mut close = vec![b'"'];
    close.resize(1 + hashes, b'#');
    let end = find(bytes, open + 1, &close);
    Some((open + 1..end, (end + close.len()).min(bytes.len())))
}

/// The closing quote of a character literal, or nothing when the quote opens a lifetime.
fn character_end(source: &str, at: usize) -> Option<usize> {
    let rest = &source[at + 1..];
    if rest.starts_with('\\') {
        return rest.get(2..)?.find('\'').map(|found| at + 3 + found);
    }
    let width = rest.chars().next()?.len_utf8();
    rest[width..].starts_with('\'').then_some(at + 1 + width)
}
