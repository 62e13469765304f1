//! Decisions are numbered 0001, 0002, … without gaps, one page each.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Number decisions without gaps; a decision that is replaced stays and says by which.";

/// Refuses gaps, repeats and misnamed pages under `decisions/`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let pages = tree.files.iter().filter(|file| file.path.starts_with("decisions/") && file.name() != "README.md");
    let misplaced = pages.zip(1..).filter(|(page, expected)| number(page.name()) != Some(*expected));
    let what = |expected| format!("expected a decision named `{expected:04}-its-subject.md` here");
    misplaced.map(|(page, expected)| page.finding(1, what(expected), MEND)).collect()
}

/// The number in front of a name such as `0001-two-engines.md`.
pub fn number(name: &str) -> Option<u32> {
    let (digits, rest) = name.split_once('-')?;
    (digits.len() == 4 && !rest.starts_with('.')).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_repeats_are_refused() {
        let objections = |names: &[&str]| {
            let paths: Vec<String> = names.iter().map(|name| format!("decisions/{name}")).collect();
            let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "")).collect();
            check(&Tree::holding(&files)).len()
        };
        assert_eq!(objections(&["0001-a.md", "0002-b.md", "README.md"]), 0);
        assert_eq!(objections(&["0001-a.md", "0003-b.md"]), 1);
        assert_eq!(objections(&["0001-a.md", "0001-b.md"]), 1);
        assert_eq!(objections(&["1-a.md"]), 1);
    }
}
