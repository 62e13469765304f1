//! Letters as they are compared: small, without marks, apostrophes and invisible characters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a word: `O’Brien` and `OBRIEN` become `obrien`, `Zoë` becomes `zoe`, `Łukasz` becomes `lukasz`.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfkd().filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter)) {
        match spelt(letter) {
            Some(letters) => folded.push_str(letters),
            None => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

/// The other way in which a word with umlauts is written without them: `Müller` becomes `mueller`.
/// `None` for a word that has none.
pub(crate) fn fold_spelt_out(word: &str) -> Option<String> {
    let mut has_any = false;
    let mut spelt_out = String::with_capacity(word.len() + 2);
    for letter in word.nfc() {
        let letters = match letter {
            'ä' | 'Ä' => "ae",
            'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
            'ü' | 'Ü' => "ue",
            'å' | 'Å' => "aa",
            _ => {
                spelt_out.push(letter);
                continue;
            }
        };
        has_any = true;
        spelt_out.push_str(letters);
    }
    has_any.then(|| fold(&spelt_out))
}

/// Whether a character joins a word without being a letter of it: marks, soft hyphens and other invisible ones.
pub(crate) fn is_silent(letter: char) -> bool {
    is_combining_mark(letter)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}')
}

/// Whether words of this script stand without spaces, so that each character is taken by itself.
pub(crate) fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0x0e00..=0x0eff | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff
        | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Letters that no decomposition takes apart.
fn spelt(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ħ' | 'Ħ' => "h",
        _ => return None,
    })
}
