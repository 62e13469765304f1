//! A subject keeps its SQL and its pages to itself: the compiler can only refuse what is not public.

use crate::tidy::{Finding, rust, tree::Tree};

const MEND: &str = "Write `mod store;` and `mod pages;` without `pub`, and re-export what others need.";

/// Refuses `pub mod store` and `pub mod pages`, however far the `pub` reaches.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, file, rust) in tree.product() {
        for name in ["store", "pages"] {
            for at in rust::words(&rust.code, name).filter(|at| is_public_module(&rust.code[..*at])) {
                let what = format!("`{name}` is visible outside its subject");
                findings.push(file.finding(rust.line(at), what, MEND));
            }
        }
    }
    findings
}

fn is_public_module(before: &str) -> bool {
    let item = before.rsplit([';', '}', '{']).next().unwrap_or_default();
    item.trim_end().ends_with("mod") && rust::words(item, "pub").next().is_some()
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn a_public_store_is_refused() {
        let path = "crates/cohesion/src/groups/mod.rs";
        objects(check, path, "mod store;\nmod pages;\npub mod charter;\npub use store::STATEMENTS;", &[]);
        objects(check, path, "pub mod found;\npub(crate) mod store;\npub mod pages;", &[2, 3]);
    }
}
