//! Every Rust file opens with one sentence saying what it is for.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Begin the file with `//!` and one sentence saying what it is for.";

/// Refuses a `.rs` file whose first line is not a `//!` sentence.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let closed = tree.rust().filter(|(file, _)| !file.text.starts_with("//! "));
    closed.map(|(file, _)| file.finding(1, "does not open with `//!`", MEND)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn a_file_without_its_sentence_is_refused() {
        objects(check, "a.rs", "//! What it is for.\n", &[]);
        objects(check, "a.rs", "// A remark.\n", &[1]);
        objects(check, "a.rs", "", &[1]);
        objects(check, "a.js", "", &[]);
    }
}
