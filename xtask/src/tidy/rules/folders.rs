//! The tree is the table of contents of a clinic, so nothing in it has a name that could hold anything.

use crate::tidy::{Finding, rust::Rust, tree::Tree};

/// In the singular; the plural is as empty.
const EMPTY_NAMES: [&str; 12] = [
    "service",
    "model",
    "controller",
    "util",
    "helper",
    "core",
    "common",
    "manager",
    "handle",
    "process",
    "data",
    "info",
];

/// What gives an item its name.
const ITEMS: [&str; 5] = ["fn", "struct", "enum", "trait", "mod"];

const MEND: &str = "Name it by the noun it holds (GLOSSARY.md), or move its parts to where they belong.";

/// Refuses folders, files and items named after a programmer's habit instead of the clinic's word.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let mut stems = file.path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        if let Some(empty) = stems.find(|stem| is_empty(stem)) {
            findings.push(file.finding(1, format!("`{empty}` says nothing about the clinic"), MEND));
        }
        for (at, name) in file.rust.iter().flat_map(items).filter(|(_, name)| is_empty(last_word(name))) {
            let line = file.rust.as_ref().map_or(1, |rust| rust.line(at));
            findings.push(file.finding(line, format!("`{name}` says nothing about the clinic"), MEND));
        }
    }
    findings
}

fn is_empty(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    EMPTY_NAMES.iter().any(|empty| name.strip_prefix(empty).is_some_and(|plural| matches!(plural, "" | "s" | "es")))
}

/// The items of what ships, each with its place.
fn items(rust: &Rust) -> impl Iterator<Item = (usize, &str)> {
    let names = ITEMS.iter().flat_map(|kind| rust.product_words(kind).map(|at| (at, at + kind.len())));
    names.filter_map(|(at, end)| {
        let rest = rust.product[end..].strip_prefix(' ')?;
        let name = rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').next()?;
        (!name.is_empty()).then_some((at, name))
    })
}

/// `SeatManager` and `seat_manager` are managers; a manager's something may be something.
fn last_word(name: &str) -> &str {
    let name = name.rsplit('_').next().unwrap_or(name);
    let start = name.char_indices().rfind(|(_, sign)| sign.is_ascii_uppercase()).map_or(0, |(at, _)| at);
    &name[start..]
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn names_that_could_hold_anything_are_refused() {
        objects(check, "crates/cohesion/src/utils.rs", "", &[1]);
        objects(check, "tests/browser/src/common/mod.rs", "", &[1]);
        objects(check, "assets/js/helpers.js", "", &[1]);
        objects(check, "crates/cohesion/src/groups/data.rs", "", &[1]);
        objects(check, "crates/cohesion/src/processes/mod.rs", "", &[1]);
        objects(check, "crates/cohesion/src/groups/seat.rs", "", &[]);
        objects(check, "crates/cohesion/src/common_words.txt", "", &[]);
        objects(check, "crates/keyring/src/data_key.rs", "", &[]);
    }

    #[test]
    fn items_are_held_to_the_same_words() {
        let path = "crates/cohesion/src/groups/seat.rs";
        for empty in
            ["struct SeatManager;", "pub enum Info {}", "pub fn process() {}", "fn seat_data() {}", "mod util;"]
        {
            objects(check, path, empty, &[1]);
        }
        let named = ["struct DataKey;", "fn processed() {}", "type Data = Bytes;", "let data = 1;", "trait Core2 {}"];
        for named in named {
            objects(check, path, named, &[]);
        }
        objects(check, path, "#[cfg(test)]\nmod tests {\n    fn handle() {}\n}", &[]);
    }
}
