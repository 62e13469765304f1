//! Whether two names can be taken for each other: by letters that look alike, capitals, spaces or signs between (ATK-21).

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// Whether somebody who glances at `one` could take it for `other`.
pub fn looks_like(one: &str, other: &str) -> bool {
    let (one, other) = (seen(one), seen(other));
    !one.is_empty() && one == other
}

/// What is left of a name at a glance: the shapes of its letters (Unicode UTS 39, section 4), without marks and signs. The
/// shapes are taken before and after capitals become small, since some look alike in one case alone.
fn seen(name: &str) -> String {
    let plain = |text: &str| -> String {
        let letters = text.nfkd().filter(|sign| sign.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let shapes: String = skeleton(&plain(&skeleton(name).collect::<String>())).collect();
    // A one, a capital i and a small l, and a zero and an o, are the same strokes in many faces.
    plain(&shapes).replace(['1', 'i'], "l").replace('0', "o")
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn a_name_that_looks_like_another_is_told() {
        for trick in ["Finn", "finn", "F i n n", "Fínn", "F1nn", "FINN", "Ｆinn", "Fіnn", "F.i.n.n", "Finn!"] {
            assert!(looks_like(trick, "Finn"), "{trick}");
        }
        assert!(looks_like("Маrа", "Mara"), "with Cyrillic letters");
    }

    #[test]
    fn another_name_is_another_name() {
        for name in ["Fiona", "Finn K", "Quinn", "Flora", "", "…"] {
            assert!(!looks_like(name, "Finn"), "{name}");
        }
    }
}
