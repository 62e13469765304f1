//! The product speaks kindly: some words never stand in `locales/`.

use crate::tidy::{Finding, tree::Tree};

/// As WORDS.md lists them, and their kin.
const UNKIND: &str = "user users cohort cohorts rank ranks ranking streak streaks failed failure compliance compliant \
    non-compliant noncompliant leaderboard just simply refuses invalid";

const MEND: &str = "Say it as WORDS.md does: plain, kind, second person, present tense.";

/// Refuses the words that WORDS.md keeps out of the product's mouth; names of messages and comments may use them.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.starts_with("locales/") && file.is(&["ftl"])) {
        for (line, text) in file.lines() {
            for word in spoken(text).filter(|word| is_unkind(word)) {
                findings.push(file.finding(line, format!("says `{word}`"), MEND));
            }
        }
    }
    findings
}

fn is_unkind(word: &str) -> bool {
    UNKIND.split_whitespace().any(|unkind| unkind.eq_ignore_ascii_case(word))
}

/// The words of a Fluent line that a reader would see.
fn spoken(line: &str) -> impl Iterator<Item = &str> {
    let is_message = line.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '-');
    let text = match line.split_once('=') {
        _ if line.starts_with('#') => "",
        Some((_, value)) if is_message => value,
        _ => line,
    };
    let outside = text.split('{').enumerate().map(|(index, part)| match part.split_once('}') {
        Some((_, after)) if index > 0 => after,
        _ => part,
    });
    outside.flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric() && letter != '-'))
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn unkind_words_are_refused_where_a_reader_would_see_them() {
        let path = "locales/en/groups.ftl";
        objects(check, path, "sent = Your answers were not sent. Try again", &[]);
        objects(check, path, "sent = Sending failed\nnow = Just now", &[1, 2]);
        objects(check, path, "list =\n    The User\n    is here", &[2]);
        objects(check, path, "# a user\nuser-name = Hello { $user }, adjust and justify", &[]);
    }
}
