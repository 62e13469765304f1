//! Every Rust file opens with one sentence saying what it is for.

use crate::tidy::{Finding, tree::Tree};

/// Refuses a `.rs` file whose first line is not a `//!` sentence.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let closed = tree.rust().filter(|(file, _)| !file.text.starts_with("//! "));
    closed
        .map(|(file, _)| {
            Finding::new(
                &file.path,
                1,
                "does not open with `//!`",
                "Begin the file with `//!` and one sentence saying what it is for.",
            )
        })
        .collect()
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
