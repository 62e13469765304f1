//! What a name looks like: two names that an eye takes for one another look the same here, whatever letters they are made
//! of (ATK-21).

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// What is left of a name at a glance: the shapes of its letters (Unicode UTS 39, section 4), without case, marks, spaces
/// and signs. Empty where nothing of it can be seen.
pub fn looks_like(name: &str) -> String {
    // Some letters look alike in one case alone, so the shapes are taken before and after capitals become small.
    let shapes = shapes(&shapes(&letters(name)).to_lowercase()).to_lowercase();
    // A one, a capital i and a small l, and a zero and an o, are the same strokes in many faces; two letters side by side
    // are read as one.
    shapes.replace(['1', 'i'], "l").replace('0', "o").replace("rn", "m").replace("vv", "w")
}

fn shapes(text: &str) -> String {
    letters(&skeleton(text).collect::<String>())
}

fn letters(text: &str) -> String {
    text.nfkd().filter(|sign| sign.is_alphanumeric()).collect()
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
            ("Finn", "Fіnn"),
            ("Finn", "F.i.n.n"),
            ("Finn", "Finn!"),
        ];
        for (one, other) in alike {
            assert_eq!(looks_like(one), looks_like(other), "{one} {other:?}");
        }
    }

    #[test]
    fn names_that_differ_to_the_eye_differ_here() {
        for (one, other) in [
            ("Finn", "Fynn"),
            ("Finn", "Fiona"),
            ("Finn", "Finn K"),
            ("Finn", "Quinn"),
            ("Sam", "Pam"),
            ("Jo", "Joe"),
            ("Ada", "Ida"),
            ("王小明", "王小红"),
        ] {
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
