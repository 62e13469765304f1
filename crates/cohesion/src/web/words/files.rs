//! Holds `locales/` and the sources to each other: no key missing, none unused, the same variables, short sentences.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;

use super::{FILES, Words};

/// Words in a sentence, at most: what one takes in at one reading (interface.md 11).
const SENTENCE_WORDS_MAX: usize = 25;

/// Calls whose first literal is a key, and calls whose last one is.
const FIRST: [&str; 6] = ["say!(", "Page::new(", "Error::Conflict(", "Error::Forbidden(", "Reason::new(", "refuse("];
const LAST: [&str; 3] = ["Fault::new(", "Error::invalid(", "check.fault("];

#[test]
fn every_file_can_be_read() {
    for (language, file, text) in FILES {
        let read = FluentResource::try_new((*text).to_owned());
        assert!(read.is_ok(), "locales/{language}/{file}: {:?}", read.err().map(|(_, faults)| faults));
    }
}

#[test]
fn every_key_is_given_once() {
    for (language, _, _) in FILES {
        let lines = FILES.iter().filter(|(tag, _, _)| tag == language).flat_map(|(_, _, text)| text.lines());
        let mut seen = BTreeSet::new();
        for key in lines.filter_map(key_of) {
            assert!(seen.insert(key), "`{key}` stands twice in locales/{language}");
        }
    }
}

#[test]
fn every_key_that_the_sources_say_is_there_with_its_variables() {
    let messages = messages("en");
    let mut wrong = BTreeSet::new();
    for (path, source) in sources() {
        for (call, key) in said(&source) {
            match messages.get(key) {
                None => {
                    wrong.insert(format!("{path} says `{key}`, which is not in locales/en"));
                }
                Some(text) if call.starts_with("say!(") && named(call) != variables(text) => {
                    wrong.insert(format!("{path} says `{key}` with other variables than locales/en"));
                }
                Some(_) => {}
            }
        }
        let handed_on = source.split('"').filter(|text| names_a_sentence(text) && !messages.contains_key(*text));
        wrong.extend(handed_on.map(|key| format!("{path} says `{key}`, which is not in locales/en")));
    }
    assert!(wrong.is_empty(), "\n{}", Vec::from_iter(wrong).join("\n"));
}

#[test]
fn every_key_of_the_files_is_said_somewhere() {
    let sources: String = sources().into_iter().map(|(_, source)| source).collect();
    let messages = messages("en");
    let unsaid: Vec<_> = messages.keys().filter(|key| !sources.contains(&format!("\"{key}\""))).collect();
    assert!(unsaid.is_empty(), "nothing says these, take them out of locales/en: {unsaid:?}");
}

#[test]
fn every_language_has_the_same_keys_and_variables() {
    let english = messages("en");
    for language in Words::all().map(Words::tag) {
        let other = messages(&language);
        assert!(english.keys().eq(other.keys()), "locales/{language} has other keys than locales/en");
        for (key, text) in &english {
            assert_eq!(variables(text), variables(&other[key]), "the variables of `{key}` in locales/{language}");
        }
    }
}

#[test]
fn every_sentence_can_be_taken_in_at_one_reading() {
    for language in Words::all().map(Words::tag) {
        for (key, text) in messages(&language) {
            for sentence in text.split(['.', '?', '!', '\n', ':']) {
                let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
                assert!(words <= SENTENCE_WORDS_MAX, "{words} words in one sentence of `{key}`");
            }
        }
    }
}

/// The messages of a language by key, each with all its lines.
fn messages(language: &str) -> BTreeMap<&'static str, String> {
    let mut found: BTreeMap<_, String> = BTreeMap::new();
    let mut current = None;
    for line in FILES.iter().filter(|(tag, _, _)| *tag == language).flat_map(|(_, _, text)| text.lines()) {
        current = match key_of(line) {
            _ if line.starts_with('#') => None,
            None => current,
            key => key,
        };
        let text = line.split_once(" =").filter(|_| key_of(line).is_some()).map_or(line, |(_, text)| text);
        if let Some(key) = current {
            found.entry(key).or_default().extend([text, "\n"]);
        }
    }
    found
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" =")?;
    let signs = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    (!key.is_empty() && key.chars().all(signs)).then_some(key)
}

/// Whether a literal can only be a key, by the way that keys of faults, refusals and titles are built.
fn names_a_sentence(text: &str) -> bool {
    let signs = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let begins =
        ["fault-", "title-", "refused-"].iter().any(|start| text.starts_with(start) && text.len() > start.len());
    text.chars().all(signs) && (begins || text.contains("-fault-") || text.contains("-conflict-"))
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .filter_map(|rest| rest.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next())
        .collect()
}

/// The product's sources with their paths, without comments. Tests may make keys up.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the sources are there").flatten() {
            let path = entry.path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.ends_with("tests.rs") && !name.ends_with("words/files.rs") {
                let source = std::fs::read_to_string(&path).expect("a source is UTF-8");
                let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.push((name, code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    found
}

/// Each call in `source` that says a key, with that key.
fn said(source: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for at in source.match_indices('(').map(|(at, _)| at + 1) {
        let ends =
            |names: &[&'static str]| names.iter().find(|name| source[..at].ends_with(**name)).map(|name| name.len());
        let (first, last) = (ends(&FIRST), ends(&LAST));
        let Some(length) = first.or(last) else { continue };
        let arguments = arguments(&source[at..]);
        let mut literals = arguments.split('"').skip(1).step_by(2).filter(|text| !text.is_empty());
        let key = if first.is_some() { literals.next() } else { literals.last() };
        found.extend(key.map(|key| (&source[at - length..at + arguments.len()], key)));
    }
    found
}

/// What stands before the bracket that closes.
fn arguments(rest: &str) -> &str {
    let mut depth = 1;
    let end = outside_quotes(rest).find(|(_, sign)| {
        depth += match sign {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    &rest[..end.map_or(rest.len(), |(at, _)| at)]
}

/// The names of `name = value` among the arguments of a call, but not of calls inside it.
fn named(call: &str) -> BTreeSet<&str> {
    let mut depth = 0;
    let mut found = BTreeSet::new();
    for (at, sign) in outside_quotes(call) {
        depth += match sign {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 1 && call[at..].starts_with(" = ") {
            found.extend(call[..at].rsplit(|sign: char| !sign.is_alphanumeric() && sign != '_').next());
        }
    }
    found
}

fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quoted = false;
    text.char_indices().filter(move |(_, sign)| {
        quoted ^= *sign == '"';
        !quoted
    })
}
