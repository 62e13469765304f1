//! Whether a text claims to treat or to cure. Nothing is judged but words: each that claims is named, so that whoever wrote it
//! can say it otherwise.

/// Beginnings of words that claim treatment.
const CLAIMS: [&str; 12] = [
    "treat",
    "cure",
    "curing",
    "heal",
    "therap",
    "psychotherap",
    "remed",
    "rehabilit",
    "diagnos",
    "medicat",
    "prescri",
    "counsel",
];

/// Beginnings of words that look like a claim and make none.
const HARMLESS: [&str; 2] = ["health", "treaty"];

/// Words that turn a claim into its opposite when they stand shortly before it.
const NOT: [&str; 13] = [
    "not",
    "no",
    "nobody",
    "never",
    "nor",
    "neither",
    "without",
    "isn't",
    "isn’t",
    "don't",
    "don’t",
    "doesn't",
    "doesn’t",
];

/// How many words before a claim a "not" still reaches it, within one sentence.
const REACH: usize = 4;

/// The words of these texts that claim to treat or cure, each once, as they were written. "This is not treatment" claims
/// nothing, and neither does treating each other well.
pub fn claims(texts: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for sentence in texts.iter().flat_map(|text| text.split(['.', '!', '?', ';', '\n'])) {
        let words: Vec<&str> = sentence
            .split(|sign: char| !(sign.is_alphanumeric() || "'’-".contains(sign)))
            .filter(|word| !word.is_empty())
            .collect();
        for (at, word) in words.iter().enumerate() {
            let is_known = found.iter().any(|known| known.eq_ignore_ascii_case(word));
            if claims_by_itself(word) && !is_turned(&words, at) && !is_manners(&words, at) && !is_known {
                found.push((*word).to_owned());
            }
        }
    }
    found
}

fn claims_by_itself(word: &str) -> bool {
    let word = word.to_lowercase();
    CLAIMS.iter().any(|claim| word.starts_with(claim)) && !HARMLESS.iter().any(|harmless| word.starts_with(harmless))
}

fn is_turned(words: &[&str], at: usize) -> bool {
    let before = &words[at.saturating_sub(REACH)..at];
    before.iter().any(|word| NOT.contains(&word.to_lowercase().as_str()))
}

/// "We treat each other with respect."
fn is_manners(words: &[&str], at: usize) -> bool {
    let next = |ahead: usize| words.get(at + ahead).map(|word| word.to_lowercase());
    let (one, other) = (next(1).unwrap_or_default(), next(2).unwrap_or_default());
    matches!((one.as_str(), other.as_str()), ("each", "other") | ("one", "another"))
}

#[cfg(test)]
mod tests {
    use super::claims;

    #[test]
    fn a_claim_to_treat_or_cure_is_named() {
        let table = [
            ("We treat depression.", "treat"),
            ("A proven treatment for grief", "treatment"),
            ("It cures loneliness.", "cures"),
            ("Healing circle", "Healing"),
            ("Group THERAPY for everybody", "THERAPY"),
            ("Led by a therapist", "therapist"),
            ("We do not judge. We treat anxiety", "treat"),
            ("This is not a lecture but an honest and warm place that treats low mood", "treats"),
            ("Counselling by peers", "Counselling"),
        ];
        for (text, word) in table {
            assert_eq!(claims(&[text]), [word], "{text}");
        }
        assert_eq!(claims(&["We treat", "and TREAT", "and cure"]), ["treat", "cure"], "each is named once");
    }

    #[test]
    fn saying_what_a_group_is_not_claims_nothing() {
        for text in [
            "This is not treatment.",
            "No therapy, and nobody who treats you",
            "We never diagnose or treat.",
            "We treat each other kindly, and treat one another as equals.",
            "For people who care about their mental health",
            "An evening without therapists",
            "",
        ] {
            assert_eq!(claims(&[text]), Vec::<String>::new(), "{text}");
        }
    }
}
