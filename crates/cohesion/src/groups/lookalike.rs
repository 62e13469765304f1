//! What a name looks like: two names that an eye takes for one another look the same here, whatever letters they are made of.
//!
//! Case, spaces, marks and signs that cannot be seen are left out, and letters of other scripts that are drawn like Latin ones
//! are read as those (the single-letter confusables of Unicode's UTS 39 that people meet in names).

use unicode_normalization::UnicodeNormalization;

/// Letters and the Latin letters that they are taken for, after case and marks are left out.
const DRAWN_ALIKE: [(&str, char); 24] = [
    ("аαɑ", 'a'),
    ("ьвβ", 'b'),
    ("сϲ", 'c'),
    ("ԁ", 'd'),
    ("еεєҽ", 'e'),
    ("ғ", 'f'),
    ("ԍɡ", 'g'),
    ("һн", 'h'),
    ("іıι1l|!ӏǀ", 'i'),
    ("јϳ", 'j'),
    ("кκ", 'k'),
    ("м", 'm'),
    ("пηո", 'n'),
    ("оοσ0օø", 'o'),
    ("рρ", 'p'),
    ("ԛ", 'q'),
    ("гѓ", 'r'),
    ("ѕ5$ꜱ", 's'),
    ("тτ", 't'),
    ("υսц", 'u'),
    ("νѵ", 'v'),
    ("ωѡԝ", 'w'),
    ("хχ", 'x'),
    ("уγүў", 'y'),
];

/// Capitals of other scripts that are drawn like Latin ones; their small letters are drawn otherwise.
const CAPITALS: [(char, char); 7] =
    [('Ν', 'n'), ('Η', 'h'), ('Ρ', 'p'), ('Υ', 'y'), ('Χ', 'x'), ('Ζ', 'z'), ('У', 'y')];

/// What a name looks like. Empty where nothing of it can be seen.
pub fn looks_like(name: &str) -> String {
    let folded: String = name.nfkd().map(capital_as).flat_map(char::to_lowercase).collect();
    let seen = folded.nfkd().map(drawn_as).filter(|letter| letter.is_alphanumeric());
    let letters: String = seen.collect();
    // Two letters side by side that are read as one.
    letters.replace("rn", "m").replace("vv", "w")
}

fn capital_as(letter: char) -> char {
    CAPITALS.iter().find(|(alike, _)| *alike == letter).map_or(letter, |(_, latin)| *latin)
}

fn drawn_as(letter: char) -> char {
    DRAWN_ALIKE.iter().find(|(alike, _)| alike.contains(letter)).map_or(letter, |(_, latin)| *latin)
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn names_that_an_eye_takes_for_one_another_look_the_same() {
        let alike = [
            ("Finn", "finn"),
            ("Finn", "F i n n"),
            ("Finn", "Fınn"),
            ("Finn", "F1nn"),
            ("Finn", "Finn\u{200b}"),
            ("Finn", "Fínn"),
            ("Finn", "Ｆinn"),
            ("Mara", "Маrа"),
            ("Noah", "Νoah"),
            ("Lea", "Iea"),
            ("Rosa", "R0sa"),
            ("Mona", "rnona"),
        ];
        for (one, other) in alike {
            assert_eq!(looks_like(one), looks_like(other), "{one} {other:?}");
        }
    }

    #[test]
    fn names_that_differ_to_the_eye_differ_here() {
        for (one, other) in [("Finn", "Fynn"), ("Sam", "Pam"), ("Jo", "Joe"), ("Ada", "Ida"), ("王小明", "王小红")]
        {
            assert_ne!(looks_like(one), looks_like(other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_of_which_nothing_is_seen_looks_like_nothing() {
        for name in ["", "   ", "\u{200b}\u{200d}", "...", "—"] {
            assert_eq!(looks_like(name), "", "{name:?}");
        }
    }
}
