//! How techniques speak to members: short sentences, kind words, no diagnosis.

use techniques::Catalogue;

/// A text with the file and place it stands in.
type Text = (String, String);

/// Every text on worksheets and skills.
fn of_sheets() -> Vec<Text> {
    let catalogue = Catalogue::built_in();
    let forms = catalogue.forms().flat_map(|form| placed(&form.id, form.member_texts()));
    let skills = catalogue.skill_sets().flat_map(|set| placed(&set.id, set.member_texts()));
    forms.chain(skills).collect()
}

/// Every text that members read.
fn texts() -> Vec<Text> {
    let curricula = Catalogue::built_in().curricula();
    let read = curricula.flat_map(|curriculum| placed(&curriculum.id, curriculum.member_texts()));
    of_sheets().into_iter().chain(read).collect()
}

fn placed(id: &str, texts: Vec<(String, &str)>) -> Vec<Text> {
    texts.into_iter().map(|(place, text)| (format!("{id}, {place}"), text.to_owned())).collect()
}

/// The words of a text, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase)
}

#[test]
fn no_sentence_is_longer_than_twenty_five_words() {
    let mut long = Vec::new();
    for (place, text) in texts() {
        for sentence in text.split_inclusive(['.', '?', '!']) {
            let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            if words > 25 {
                long.push(format!("{place}: {words} words: {sentence}"));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn no_unkind_word_is_said_and_nothing_is_shouted() {
    let unkind = "user users cohort rank streak failed failure fail fails compliance compliant leaderboard just simply \
        refuses invalid patient patients overdue normal abnormal";
    let unkind: Vec<&str> = unkind.split_whitespace().collect();
    for (place, text) in texts() {
        let found = words(&text).find(|word| unkind.contains(&word.as_str()));
        assert_eq!(found, None, "{place}: {text}");
        assert!(!text.contains('!'), "{place}: {text}");
    }
}

#[test]
fn nothing_that_is_filled_in_or_practised_names_a_diagnosis() {
    let names = "depression depressive bipolar borderline schizophrenia psychosis psychotic narcissistic disorder \
        disorders personality addict addicts alcoholic";
    let names: Vec<&str> = names.split_whitespace().collect();
    for (place, text) in of_sheets() {
        let found = words(&text.replace("eating disorder", "")).find(|word| names.contains(&word.as_str()));
        assert_eq!(found, None, "{place}: {text}");
    }
}

#[test]
fn no_text_has_blanks_to_spare() {
    for (place, text) in texts() {
        assert_eq!(text.trim(), text, "{place}");
        assert!(!text.contains("  "), "{place}: {text}");
    }
}
