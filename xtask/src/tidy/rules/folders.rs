//! The tree is the table of contents of a clinic, so no folder or file has a name that could hold anything.

use crate::tidy::{Finding, tree::Tree};

const EMPTY_NAMES: [&str; 13] = [
    "service",
    "services",
    "model",
    "models",
    "controller",
    "controllers",
    "util",
    "utils",
    "helper",
    "helpers",
    "core",
    "common",
    "manager",
];

/// Refuses folders and source files named after a programmer's habit instead of the clinic's word.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let stem = |part: &str| part.split_once('.').map_or(part.to_owned(), |(stem, _)| stem.to_owned());
        if let Some(empty) = file.path.split('/').map(stem).find(|part| EMPTY_NAMES.contains(&part.as_str())) {
            let what = format!("`{empty}` says nothing about the clinic");
            findings.push(Finding::new(
                &file.path,
                1,
                what,
                "Name it by the noun it holds (GLOSSARY.md), or move its parts to where they belong.",
            ));
        }
    }
    findings
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
        objects(check, "crates/cohesion/src/groups/seat.rs", "", &[]);
        objects(check, "crates/cohesion/src/common_words.txt", "", &[]);
    }
}
