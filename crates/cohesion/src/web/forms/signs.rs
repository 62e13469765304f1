//! Which signs a text may hold: none that cannot be seen or that turn the reading order round (ATK-54).

/// Whether every sign of `text` shows as what it is. Line breaks are judged by the caller.
pub fn are_plain(text: &str) -> bool {
    let mut before = ' ';
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let allowed = match sign {
            '\n' => true,
            // Persian and Indic scripts and joined emoji need these two; between Latin letters they only deceive.
            '\u{200c}' | '\u{200d}' => !before.is_ascii() && signs.peek().is_some_and(|next| !next.is_ascii()),
            _ => !is_hidden(sign),
        };
        if !allowed {
            return false;
        }
        before = sign;
    }
    true
}

/// Controls, marks of direction, spaces of no width, fillers, tags, and the mark of a broken encoding.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::are_plain;

    #[test]
    fn names_of_many_scripts_are_plain() {
        for name in [
            "Zoë",
            "O’Brien-Núñez",
            "王小明",
            "Ğülşen",
            "محمد",
            "نيما",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}🦰",
        ] {
            assert!(are_plain(name), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_seen_or_turns_the_order_round_is_refused() {
        for trick in [
            "Mar\u{202e}a",
            "Mara\u{200b}",
            "Ma\u{200d}ra",
            "\u{2066}Mara\u{2069}",
            "Ma\u{0}ra",
            "Mara\u{7f}",
            "Ma\tra",
            "\u{feff}Mara",
            "Mara\u{ad}",
            "\u{3164}",
            "\u{2800}",
            "Mara\u{fffd}",
            "\u{e0041}",
            "Mara\u{200c}",
        ] {
            assert!(!are_plain(trick), "{}", trick.escape_unicode());
        }
    }
}
