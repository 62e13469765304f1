//! Each word of the clinic has one name in the code, and the glossary tells the true one.

use crate::tidy::{Finding, rust, tree::Tree};

const GLOSSARY: &str = "GLOSSARY.md";
const MEND: &str =
    "Give the code the glossary's name, or the glossary the code's; a name to come stands without backticks.";

/// Refuses names in the glossary's second column that no source uses.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(page) = tree.file(GLOSSARY) else { return Vec::new() };
    let is_used = |name: &str| tree.rust().any(|(_, rust)| rust::words(&rust.code, name).next().is_some());
    let names = page.lines().flat_map(|(line, text)| names(text).map(move |name| (line, name)));
    let unused = names.filter(|(_, name)| !is_used(name));
    unused.map(|(line, name)| page.finding(line, format!("no source knows `{name}`"), MEND)).collect()
}

/// The types named in backticks in the second cell of a table's row.
fn names(row: &str) -> impl Iterator<Item = &str> {
    let cell = if row.starts_with('|') { row.split('|').nth(2).unwrap_or_default() } else { "" };
    let code = cell.split('`').skip(1).step_by(2).flat_map(|code| code.split("::"));
    code.filter(|name| name.starts_with(|letter: char| letter.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_no_source_knows_is_refused() {
        let page = "| Word | In Rust | What |\n|---|---|---|\n| seat | `Seat`, `SeatState` | `Chair` |\n| letter | Letter, to come | |\n";
        let found = |source: &str| check(&Tree::holding(&[(GLOSSARY, page), ("a.rs", source)])).len();
        assert_eq!(found("struct Seat;\nenum SeatState {}"), 0);
        assert_eq!(found("struct Seat; // SeatState"), 1);
    }
}
