//! Whether somebody's own words ask for help at once. It decides nothing but what is shown first: a list of phrases is no
//! judge, and nothing is kept of what it found.

/// Phrases of danger, in the small letters and plain signs that a text is compared by.
const PHRASES: [&str; 22] = [
    "kill myself",
    "killing myself",
    "end my life",
    "ending my life",
    "end it all",
    "take my own life",
    "want to die",
    "wish i was dead",
    "wish i were dead",
    "better off dead",
    "better off without me",
    "no reason to live",
    "not want to live",
    "dont want to live",
    "cant go on",
    "suicide",
    "suicidal",
    "hurt myself",
    "hurting myself",
    "harm myself",
    "overdose",
    "not safe",
];

/// Whether help is shown before anything else.
pub fn asks_for_help(words: &str) -> bool {
    let plain: String = words
        .to_lowercase()
        .chars()
        .filter(|sign| !matches!(sign, '\'' | '’' | '‘' | '`'))
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    PHRASES.iter().any(|phrase| plain.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::asks_for_help;

    #[test]
    fn words_of_danger_are_heard_however_they_are_typed() {
        for words in [
            "I want to die",
            "i can’t go on",
            "I can't  go on like this",
            "thinking of KILLING\nmyself",
            "They would be better off without me...",
            "suicidal thoughts since May",
        ] {
            assert!(asks_for_help(words), "{words}");
        }
    }

    #[test]
    fn ordinary_words_are_no_alarm() {
        for words in ["", "I miss my father", "My work is killing the joy", "I want to talk with others"] {
            assert!(!asks_for_help(words), "{words}");
        }
    }
}
