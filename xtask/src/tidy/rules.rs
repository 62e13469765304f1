//! The rules, one file each. A new rule is a file here with its table of good and bad snippets, and a line in [`RULES`].

mod axum;
mod bools;
mod decisions;
mod dependencies;
mod engines;
mod folders;
mod glossary;
mod grants;
mod kind;
mod length;
mod licences;
mod machine;
mod migrations;
mod opening;
mod order;
mod paths;
mod policy;
mod private;
mod pure;
mod sql;
mod statements;
mod style;
mod test_names;
mod third_party;
mod unfinished;
mod words;
mod work_first;

use super::Finding;
use super::tree::Tree;

/// One rule and the name that exceptions know it by.
#[derive(Clone, Copy)]
pub struct Rule {
    pub name: &'static str,
    pub check: fn(&Tree) -> Vec<Finding>,
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule { name: "opening", check: opening::check },
    Rule { name: "length", check: length::check },
    Rule { name: "folders", check: folders::check },
    Rule { name: "bools", check: bools::check },
    Rule { name: "test_names", check: test_names::check },
    Rule { name: "unfinished", check: unfinished::check },
    Rule { name: "order", check: order::check },
    Rule { name: "private", check: private::check },
    Rule { name: "kind", check: kind::check },
    Rule { name: "work_first", check: work_first::check },
    Rule { name: "grants", check: grants::check },
    Rule { name: "sql", check: sql::check },
    Rule { name: "statements", check: statements::check },
    Rule { name: "migrations", check: migrations::check },
    Rule { name: "engines", check: engines::check },
    Rule { name: "axum", check: axum::check },
    Rule { name: "pure", check: pure::check },
    Rule { name: "policy", check: policy::check },
    Rule { name: "style", check: style::check },
    Rule { name: "third_party", check: third_party::check },
    Rule { name: "words", check: words::check },
    Rule { name: "glossary", check: glossary::check },
    Rule { name: "licences", check: licences::check },
    Rule { name: "paths", check: paths::check },
    Rule { name: "decisions", check: decisions::check },
    Rule { name: "dependencies", check: dependencies::check },
    Rule { name: "machine", check: machine::check },
];

/// Asserts which lines of a single file a rule objects to.
#[cfg(test)]
fn objects(check: fn(&Tree) -> Vec<Finding>, path: &str, text: &str, lines: &[usize]) {
    let found: Vec<usize> = check(&Tree::holding(&[(path, text)])).iter().map(|finding| finding.line).collect();
    assert_eq!(found, lines, "{path}:\n{text}");
}
