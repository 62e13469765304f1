//! How techniques speak to members: short sentences, kind words, no diagnosis.

use techniques::Catalogue;

/// Every text a member reads, with the file and place it stands in.
fn texts() -> Vec<(String, String)> {
    let catalogue = Catalogue::built_in();
    let forms = catalogue.forms().flat_map(|form| {
        form.member_texts().into_iter().map(|(place, text)| (format!("{}, {place}", form.id), text.to_owned()))
    });
    let skills = catalogue.skill_sets().flat_map(|set| {
        set.member_texts().into_iter().map(|(place, text)| (format!("{}, {place}", set.id), text.to_owned()))
    });
    forms.chain(skills).collect()
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
fn no_unkind_word_is_said() {
    let unkind = "user users cohort rank streak failed failure fail fails compliance compliant leaderboard just simply \
        refuses invalid patient patients overdue normal abnormal";
    let diagnoses = "depression depressive bipolar borderline schizophrenia psychosis psychotic narcissistic disorder \
        disorders personality addict addicts alcoholic";
    let mut found = Vec::new();
    for (place, text) in texts() {
        let text = text.replace("eating disorder", "");
        let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
        for word in words.filter(|word| unkind.split(' ').chain(diagnoses.split(' ')).any(|bad| bad == word.as_str())) {
            found.push(format!("{place}: {word}: {text}"));
        }
        if text.contains('!') {
            found.push(format!("{place}: an exclamation mark: {text}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn hints_and_sentences_end_and_labels_do_not() {
    for (place, text) in texts() {
        assert_eq!(text.trim(), text, "{place}");
        assert!(!text.contains("  "), "{place}: {text}");
    }
}
