//! A passphrase that may be set: long enough, and not one of the first that somebody would try.
//!
//! No rules about signs, no expiry, no hints (NIST 800-63B-4, section 3.1.1.2). Nothing is looked up outside.

use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use crate::Fault;
use crate::limits::{PASSPHRASE_CHARS_MAX, PASSPHRASE_CHARS_MIN, PASSPHRASE_CHARS_MIN_BESIDE};
use keyring::Zeroizing;

/// What stands beside a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Nothing: it is the only proof.
    Nothing,
    /// A second factor.
    SecondFactor,
}

impl Beside {
    /// The fewest characters.
    pub const fn chars_min(self) -> usize {
        match self {
            Self::Nothing => PASSPHRASE_CHARS_MIN,
            Self::SecondFactor => PASSPHRASE_CHARS_MIN_BESIDE,
        }
    }
}

/// Words of this product that a guesser would begin with.
const OURS: [&str; 8] = ["cohesion", "commons", "therapy", "therapist", "group", "support", "practice", "passphrase"];

/// The field of every form in which a passphrase is chosen.
const FIELD: &str = "passphrase";

/// Letters of a passphrase that must be no part of a known word.
const OWN_LETTERS_MIN: usize = 6;

/// A passphrase as it is hashed: NFKC, so that every keyboard types the same one. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// One to be tried against what is kept.
    pub fn typed(text: &str) -> Self {
        Self(Zeroizing::new(text.nfkc().collect()))
    }

    /// One to be set, or why not, as a fault of the field `passphrase`. `words` are those a guesser of this account would try:
    /// the site's name, the person's names and address.
    pub fn choose(text: &str, beside: Beside, words: &[&str]) -> Result<Self, Fault> {
        let fault = |words| Err(Fault::new(FIELD, words));
        let chosen = Self::typed(text);
        let chars = chosen.chars();
        if chars < beside.chars_min() {
            return match beside {
                Beside::Nothing => fault("identity-fault-short"),
                Beside::SecondFactor => fault("identity-fault-short-beside"),
            };
        }
        if chars > PASSPHRASE_CHARS_MAX {
            return fault("fault-long");
        }
        let parts = words.iter().flat_map(|words| words.split(|sign: char| !sign.is_alphanumeric()));
        let known: Vec<&str> = OURS.into_iter().chain(parts).chain(words.iter().copied()).collect();
        if is_made_of(&chosen.0, &known) || zxcvbn(&chosen.0, &known).score() < Score::Three {
            return fault("identity-fault-common");
        }
        Ok(chosen)
    }

    /// Its characters.
    pub(super) fn chars(&self) -> usize {
        self.0.chars().count()
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// Whether little but known words is left of a text, in whatever order, case and number they stand.
fn is_made_of(text: &str, known: &[&str]) -> bool {
    let mut known: Vec<String> = known.iter().filter(|word| word.len() > 2).map(|word| word.to_lowercase()).collect();
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = known.iter().fold(text.to_lowercase(), |rest, word| rest.replace(word.as_str(), ""));
    rest.chars().filter(|sign| sign.is_alphabetic()).count() < OWN_LETTERS_MIN
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase([sealed])")
    }
}

#[cfg(test)]
mod tests {
    use super::{Beside, Passphrase};

    fn fault(text: &str, beside: Beside) -> Option<&'static str> {
        Passphrase::choose(text, beside, &["Riverside Counselling", "Sam Okafor", "sam.okafor@example.org"])
            .err()
            .map(|fault| fault.words)
    }

    #[test]
    fn a_passphrase_that_stands_alone_has_fifteen_characters() {
        assert_eq!(fault("mossy kettle 4", Beside::Nothing), Some("identity-fault-short"));
        assert_eq!(fault("mossy kettle 41", Beside::Nothing), None);
        assert_eq!(fault("mossy ket", Beside::SecondFactor), Some("identity-fault-short-beside"));
        assert_eq!(fault("mossy kett", Beside::SecondFactor), None);
    }

    #[test]
    fn what_everybody_tries_first_is_refused_however_long() {
        for common in [
            "passwordpassword",
            "123456789012345",
            "qwertyuiopasdfgh",
            "aaaaaaaaaaaaaaaaaaaa",
            "iloveyouiloveyou",
            "letmeinletmein1",
            "Passw0rdPassw0rd!",
        ] {
            assert_eq!(fault(common, Beside::Nothing), Some("identity-fault-common"), "{common}");
        }
    }

    #[test]
    fn the_words_of_this_site_and_person_are_refused() {
        for ours in [
            "riversidecounselling",
            "sam.okafor@example.org",
            "cohesioncohesion",
            "OkaforRiverside1",
            "Sam Okafor Sam Okafor",
            "CommonsCommons12",
        ] {
            assert_eq!(fault(ours, Beside::Nothing), Some("identity-fault-common"), "{ours}");
        }
    }

    #[test]
    fn spaces_other_scripts_and_long_sentences_are_welcome() {
        for good in [
            "four purple herons wait quietly",
            "Маленький зелёный чайник поёт",
            "ein Storch frühstückt mittwochs",
            &"sparrows argue about the weather ".repeat(7),
        ] {
            assert_eq!(fault(good, Beside::Nothing), None, "{good}");
        }
        assert_eq!(fault(&"sparrows argue about the weather ".repeat(9), Beside::Nothing), Some("fault-long"));
    }

    #[test]
    fn two_keyboards_type_one_passphrase() {
        let (composed, decomposed) = ("fr\u{fc}h am See", "fru\u{308}h am See");
        assert_eq!(Passphrase::typed(composed).text(), Passphrase::typed(decomposed).text());
        assert!(!format!("{:?}", Passphrase::typed(composed)).contains("See"));
    }
}
