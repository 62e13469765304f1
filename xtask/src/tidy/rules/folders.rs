//! The tree is the table of contents of a clinic, so no folder or file has a name that could hold anything.

use crate::tidy::{Finding, tree::Tree};

/// In the singular; the plural is as empty.
const EMPTY_NAMES: [&str; 8] = ["service", "model", "controller", "util", "helper", "core", "common", "manager"];

const MEND: &str = "Name it by the noun it holds (GLOSSARY.md), or move its parts to where they belong.";

/// Refuses folders and files named after a programmer's habit instead of the clinic's word.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let stems = file.path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        if let Some(empty) = stems.into_iter().find(|stem| EMPTY_NAMES.contains(&stem.trim_end_matches('s'))) {
            findings.push(file.finding(1, format!("`{empty}` says nothing about the clinic"), MEND));
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
