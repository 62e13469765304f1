//! Migrations are numbered 0001, 0002, … without gaps, live in one folder, and each is compiled in.

use crate::tidy::{Finding, tree::Tree};

const FOLDER: &str = "migrations/";

/// Refuses gaps and repeats in the numbers, misnamed files, SQL files elsewhere, and migrations that no source includes.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut expected = 1;
    for file in tree.files.iter().filter(|file| file.is(&["sql"])) {
        let Some(name) = file.path.strip_prefix(FOLDER) else {
            findings.push(Finding::new(
                &file.path,
                1,
                "an SQL file outside `migrations/`",
                "Move it to `migrations/`, or the statement into a `store.rs`.",
            ));
            continue;
        };
        if name == "schema.sql" {
            continue;
        }
        if super::decisions::number(name) != Some(expected) {
            let what = format!("expected a migration named `{expected:04}-its-subject.sql` here");
            findings.push(Finding::new(
                &file.path,
                1,
                what,
                "Number migrations without gaps; a migration that has landed is never renamed, removed or changed.",
            ));
        }
        expected += 1;
        if !is_included(tree, name) {
            findings.push(Finding::new(
                &file.path,
                1,
                "no source includes this migration",
                "Add it to the list of migrations, or the schema will not have it.",
            ));
        }
    }
    findings
}

/// Whether a string of the sources holds the name, with or without its ending.
fn is_included(tree: &Tree, name: &str) -> bool {
    let stem = name.trim_end_matches(".sql");
    tree.rust().flat_map(|(_, rust)| &rust.strings).any(|literal| literal.text.contains(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objections(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::holding(files)).into_iter().map(|finding| finding.path).collect()
    }

    #[test]
    fn gaps_repeats_and_strays_are_refused() {
        let all = ("a.rs", "[\"0001-people\", \"0002-groups.sql\", \"0003-groups\", \"0001-a\", \"0001-b\"]");
        assert!(
            objections(&[
                all,
                ("migrations/0001-people.sql", ""),
                ("migrations/0002-groups.sql", ""),
                ("migrations/schema.sql", "")
            ])
            .is_empty()
        );
        assert_eq!(
            objections(&[all, ("migrations/0001-people.sql", ""), ("migrations/0003-groups.sql", "")]),
            ["migrations/0003-groups.sql"]
        );
        assert_eq!(
            objections(&[all, ("migrations/0001-a.sql", ""), ("migrations/0001-b.sql", "")]),
            ["migrations/0001-b.sql"]
        );
        assert_eq!(objections(&[all, ("crates/store/seats.sql", "")]), ["crates/store/seats.sql"]);
    }

    #[test]
    fn a_migration_that_no_source_names_is_refused() {
        let one = ("a.rs", "include_str!(\"../migrations/0001-people.sql\")");
        assert!(objections(&[one, ("migrations/0001-people.sql", "")]).is_empty());
        assert_eq!(
            objections(&[one, ("migrations/0001-people.sql", ""), ("migrations/0002-groups.sql", "")]),
            ["migrations/0002-groups.sql"]
        );
    }
}
