//! "Another member" in place of a name.

use crate::hit::{Hit, Kind};
use crate::lexicon;

/// The text with one hit replaced. A hit that does not fit the text changes nothing.
pub fn replace(text: &str, hit: &Hit) -> String {
    replace_all(text, std::slice::from_ref(hit))
}

/// The text with all hits replaced, as [`Roster::check`](crate::Roster::check) gives them.
/// A title before the name goes with it; an ending such as `'s` stays.
pub fn replace_all(text: &str, hits: &[Hit]) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut sorted: Vec<&Hit> = hits.iter().collect();
    sorted.sort();
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for hit in sorted {
        let fits = from <= hit.start && hit.start < hit.end && hit.end <= letters.len();
        if !fits {
            continue;
        }
        written.extend(letters.get(from..hit.start).unwrap_or_default());
        if matches!(hit.kind, Kind::Email | Kind::File) {
            written.push_str(words(hit.kind, begins_sentence(&written)));
        } else {
            written.truncate(without_title(&written).len());
            written.push_str(words(hit.kind, begins_sentence(&written)));
        }
        from = hit.end;
    }
    written.extend(letters.get(from..).unwrap_or_default());
    written
}

#[derive(Clone, Copy)]
enum Start {
    OfSentence,
    Within,
}

fn words(kind: Kind, start: Start) -> &'static str {
    match (kind, start) {
        (Kind::Email, Start::Within) => "another member\u{2019}s address",
        (Kind::Email, Start::OfSentence) => "Another member\u{2019}s address",
        (Kind::File, Start::Within) => "another member\u{2019}s file",
        (Kind::File, Start::OfSentence) => "Another member\u{2019}s file",
        (_, Start::Within) => "another member",
        (_, Start::OfSentence) => "Another member",
    }
}

fn begins_sentence(before: &str) -> Start {
    let before = before.trim_end_matches([' ', '"', '\u{201c}', '\u{2018}', '(']);
    match before.chars().next_back() {
        None | Some('.' | '!' | '?' | '\n') => Start::OfSentence,
        Some(_) => Start::Within,
    }
}

fn without_title(before: &str) -> &str {
    let trimmed = before.trim_end_matches([' ', '.']);
    let rest = trimmed.trim_end_matches(char::is_alphabetic);
    let title = trimmed.get(rest.len()..).unwrap_or_default().to_lowercase();
    let is_apart = rest.is_empty() || rest.ends_with(|letter: char| !letter.is_alphanumeric());
    if before.len() > trimmed.len() && is_apart && lexicon::is_title(&title) { rest } else { before }
}
