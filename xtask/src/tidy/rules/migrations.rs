//! Migrations are numbered 0001, 0002, … without gaps, live in one folder, and each is compiled in.

use crate::tidy::{Finding, tree::Tree};

const FOLDER: &str = "migrations/";

const HOME: &str = "Move it to `migrations/`, or the statement into a `store.rs`.";
const ORDER: &str = "Number migrations without gaps; one that has landed is never renamed, removed or changed.";
const LISTED: &str = "Add it to the list of migrations, or the schema will not have it.";

/// Refuses gaps and repeats in the numbers, SQL files elsewhere, and migrations that no source includes.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut expected = 1;
    for file in tree.files.iter().filter(|file| file.is(&["sql"])) {
        let mut object = |what: &str, mend| findings.push(file.finding(1, what, mend));
        match file.path.strip_prefix(FOLDER) {
            None => object("an SQL file outside `migrations/`", HOME),
            Some("schema.sql") => {}
            Some(name) => {
                if super::decisions::number(name) != Some(expected) {
                    object(&format!("expected a migration named `{expected:04}-its-subject.sql` here"), ORDER);
                }
                if !is_included(tree, name) {
                    object("no source includes this migration", LISTED);
                }
                expected += 1;
            }
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
