//! E-mail addresses and file names in a text: stretches without spaces that may hold a name.

use crate::fold::fold;
use crate::hit::Kind;

/// A stretch of the text, in characters, that is an address or the name of a file.
#[derive(Debug)]
pub(crate) struct Stretch<'t> {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub text: &'t str,
}

impl Stretch<'_> {
    /// Whether it is an address on the web: full of words of its own.
    pub fn is_web(&self) -> bool {
        self.text.contains("://")
    }
}

const ENDINGS: &str = "pdf doc docx odt rtf txt md pages jpg jpeg png gif heic webp tif tiff svg xls xlsx ods csv \
    ppt pptx odp mp3 mp4 m4a m4v wav ogg mov avi webm zip json xml html eml msg vcf ics";

/// No address or file name is longer (RFC 3696, with its erratum); what is longer is read as words.
const STRETCH_BYTES_MAX: usize = 320;

/// Finds all of them, in order.
pub(crate) fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let length = chunk.chars().count();
        found.extend(stretch(chunk, start));
        start += length;
    }
    found
}

fn stretch(chunk: &str, from: usize) -> Option<Stretch<'_>> {
    if !chunk.contains(['@', '.']) {
        return None;
    }
    let is_outer = |letter: char| !letter.is_alphanumeric();
    let tail = chunk.trim_start_matches(is_outer);
    let start = from + chunk.chars().count() - tail.chars().count();
    let text = tail.trim_end_matches(is_outer);
    let text = text.strip_suffix("'s").or(text.strip_suffix("\u{2019}s")).unwrap_or(text);
    let kind = kind(text)?;
    if text.len() > STRETCH_BYTES_MAX {
        return None;
    }
    Some(Stretch { start, end: start + text.chars().count(), kind, text })
}

fn kind(text: &str) -> Option<Kind> {
    if let Some((local, domain)) = text.split_once('@') {
        return (!local.is_empty() && domain.contains('.')).then_some(Kind::Email);
    }
    let (stem, ending) = text.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    (!stem.is_empty() && ENDINGS.split_whitespace().any(|known| known == ending)).then_some(Kind::File)
}

/// The parts of a stretch as they are compared: cut at signs and digits, and where a capital follows a small letter.
/// Each is told with how it begins: a capital or not.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut was_small = false;
    for letter in text.chars() {
        let is_cut = !letter.is_alphabetic() && !crate::fold::is_silent(letter) || was_small && letter.is_uppercase();
        if is_cut && !piece.is_empty() {
            pieces.push(Piece::of(&piece));
            piece.clear();
        }
        if letter.is_alphabetic() || crate::fold::is_silent(letter) {
            piece.push(letter);
        }
        was_small = letter.is_lowercase();
    }
    if !piece.is_empty() {
        pieces.push(Piece::of(&piece));
    }
    pieces
}

/// Letters between two cuts.
#[derive(Debug)]
pub(crate) struct Piece {
    pub folded: String,
    pub is_raised: bool,
}

impl Piece {
    fn of(text: &str) -> Self {
        Self { folded: fold(text), is_raised: text.starts_with(char::is_uppercase) }
    }
}
