//! Text as a list sees it: words in small letters, without accents and signs, letters that only look Latin made Latin.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// The fewest letters that a phrase can be found by.
const LETTERS_MIN: usize = 3;

/// A text's words, each between two spaces.
pub struct Folded(String);

/// A phrase of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrase {
    words: String,
    sought: String,
}

impl Phrase {
    /// A phrase; nothing where it is too short to be found.
    pub fn of(text: &str) -> Option<Self> {
        let (words, is_open) = text.strip_suffix('*').map_or((text, false), |stem| (stem, true));
        let words = fold(words);
        let words = words.trim();
        let sought = if is_open { format!(" {words}") } else { format!(" {words} ") };
        (words.chars().count() >= LETTERS_MIN).then(|| Self { words: words.to_owned(), sought })
    }

    /// Its words.
    pub fn words(&self) -> &str {
        &self.words
    }
}

impl Folded {
    /// A text's words.
    pub fn of(text: &str) -> Self {
        Self(fold(text))
    }

    /// Whether a phrase stands in it.
    pub fn has(&self, phrase: &Phrase) -> bool {
        self.0.contains(&phrase.sought)
    }

    /// The numbers that stand in front of a unit, apart from it or not.
    pub fn before<'a>(&'a self, unit: &'a str) -> impl Iterator<Item = &'a str> {
        let words: Vec<&str> = self.0.split_whitespace().collect();
        let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let apart = words.windows(2).filter(|pair| pair[1] == unit && is_number(pair[0])).map(|pair| pair[0]);
        let joined = words.iter().filter_map(|word| word.strip_suffix(unit)).filter(|number| is_number(number));
        apart.chain(joined).collect::<Vec<_>>().into_iter()
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Whether `words` stand in it, as a search has them: each where a word begins.
    pub fn finds(&self, sought: &Self) -> bool {
        self.0.contains(sought.0.trim_end())
    }
}

/// Small letters and digits, a space around each word. What stands inside a word, such as an apostrophe, is left out.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    if text.is_ascii() {
        // There is one way to write it, and nothing to look up.
        text.chars().filter(|sign| is_read(*sign)).for_each(|sign| add(&mut folded, sign.to_ascii_lowercase()));
    } else {
        let signs = text.nfkd().filter(|sign| is_read(*sign)).flat_map(latin).flat_map(char::to_lowercase);
        signs.for_each(|sign| add(&mut folded, sign));
    }
    add(&mut folded, ' ');
    folded
}

/// Whether a sign counts: marks on letters and what stands inside a word do not.
fn is_read(sign: char) -> bool {
    !matches!(sign, '\'' | '’' | '‘' | '`') && (sign.is_ascii() || !is_combining_mark(sign))
}

fn add(folded: &mut String, sign: char) {
    if sign.is_alphanumeric() {
        folded.push(sign);
    } else if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// A letter of another script that looks Latin, made Latin. Latin letters stay as they are.
fn latin(sign: char) -> impl Iterator<Item = char> {
    let shape: Vec<char> = if sign.is_ascii() { vec![sign] } else { skeleton(sign.encode_utf8(&mut [0; 4])).collect() };
    let is_latin = shape.iter().all(char::is_ascii);
    (if is_latin { shape } else { vec![sign] }).into_iter()
}
