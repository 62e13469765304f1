//! A small scanner of Rust source: enough to tell code from comments, strings and tests, and to find functions.
//!
//! It masks instead of parsing: comments and the inside of strings become spaces, and every byte keeps its place, so that
//! an offset into the mask is an offset into the source.

mod functions;
mod mask;

pub use functions::Function;
use std::ops::Range;

/// One scanned source file.
pub struct Rust {
    /// The source with comments and the inside of literals blanked.
    pub code: String,
    /// `code` with the tests blanked as well: what ships.
    pub product: String,
    /// Every string literal outside comments.
    pub strings: Vec<Passage>,
    /// Every comment, its slashes included.
    pub comments: Vec<Passage>,
    /// Every function, in order, those in tests included.
    pub functions: Vec<Function>,
    line_starts: Vec<usize>,
}

/// One string's inside, or one comment.
pub struct Passage {
    /// The line it starts on, from 1.
    pub line: usize,
    /// Its text as written, escapes unresolved.
    pub text: String,
    /// Whether it stands in a test.
    pub in_test: bool,
}

impl Rust {
    /// Scans the source of the file at `path`; the path tells whether the whole file is a test.
    pub fn scan(path: &str, source: &str) -> Self {
        let masked = mask::mask(source);
        let line_starts: Vec<usize> =
            std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let tests = test_regions(path, &masked.code);
        let line = |at: usize| line_starts.partition_point(|start| *start <= at);
        let passage = |at: Range<usize>| Passage {
            line: line(at.start),
            in_test: tests.iter().any(|test| test.contains(&at.start)),
            text: source[at].to_owned(),
        };
        let strings = masked.strings.into_iter().map(passage).collect();
        let comments = masked.comments.into_iter().map(passage).collect();
        let functions = functions::find(&masked.code, line);
        Self { product: blank(&masked.code, &tests), code: masked.code, strings, comments, functions, line_starts }
    }

    /// The line, from 1, on which this offset into `code` or `product` falls.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// Offsets at which `word` stands in the code that ships, not as part of a longer name.
    pub fn product_words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        words(&self.product, word)
    }
}

/// Offsets at which `word` stands in `code`, not as part of a longer name.
pub fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_name = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let bytes = code.as_bytes();
        !is_name(at.checked_sub(1).and_then(|before| bytes.get(before))) && !is_name(bytes.get(at + word.len()))
    })
}

/// The parameters in a list of them; a comma inside brackets parts nothing.
pub fn split(parameters: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut before = ' ';
    let parts = parameters.split(move |sign: char| {
        match sign {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '>' if before != '-' => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = sign;
        sign == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// The offset just past the bracket that closes the one at `open`.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth <= 1 => return index + 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

fn is_test_file(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "tests" | "testing" | "benches" | "tests.rs" | "testing.rs"))
}

fn test_regions(path: &str, code: &str) -> Vec<Range<usize>> {
    let whole = is_test_file(path).then_some(0..code.len());
    let items = code.match_indices("#[cfg(test)]").map(|(at, mark)| at..item_end(code, at + mark.len()));
    whole.into_iter().chain(items).collect()
}

/// Just past the item that starts at `from`: its closing brace, or the semicolon of one without a body.
fn item_end(code: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        match code.as_bytes().get(at) {
            Some(b'{') => return closing(code, at),
            Some(b';') => return at + 1,
            // The semicolon in `[u8; 32]` ends nothing.
            Some(b'[' | b'(') => at = closing(code, at),
            Some(_) => at += 1,
            None => return code.len(),
        }
    }
}

fn blank(code: &str, regions: &[Range<usize>]) -> String {
    let blanked = code.char_indices().map(|(at, letter)| {
        let hidden = letter != '\n' && regions.iter().any(|region| region.contains(&at));
        if hidden { ' ' } else { letter }
    });
    blanked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_blanked_and_offsets_stay() {
        let source = "let a = \"fn é\"; // fn\n/* x /* y */ */ let b = r#\"a\"b\"#; let c = '\"'; fn f<'a>() {}\n";
        let rust = Rust::scan("a.rs", source);
        assert_eq!(rust.code.len(), source.len());
        assert_eq!(rust.functions.len(), 1);
        assert_eq!(rust.strings.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["fn é", "a\"b"]);
        assert_eq!(rust.functions[0].line, 2);
    }

    #[test]
    fn what_ships_leaves_the_tests_out() {
        let rust =
            Rust::scan("a.rs", "fn kept() {}\n#[cfg(test)]\nmod tests { fn gone() { \"x\" } }\nfn kept_too() {}");
        assert!(rust.product.contains("kept_too") && !rust.product.contains("gone"));
        assert!(rust.strings[0].in_test);
    }

    #[test]
    fn a_word_is_not_found_inside_a_longer_one() {
        assert_eq!(words("axum my_axum axum::Json axums", "axum").collect::<Vec<_>>(), [0, 13]);
    }
}
