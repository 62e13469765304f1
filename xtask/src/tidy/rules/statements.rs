//! Every statement stands in one list, so that one test can prepare all of them on both engines.

use crate::tidy::{Finding, tree::Tree};
use std::collections::HashMap;

/// The list of all statements.
const LIST: &str = "crates/cohesion/src/statements.rs";

const MEND: &str = "Add the subject's statements to that list: what is not listed is never prepared on both engines.";

/// Refuses a subject whose stores have more `statements!` than the list has entries of it.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let listed = tree.file(LIST).and_then(|file| file.rust.as_ref()).map_or("", |rust| rust.product.as_str());
    let mut written: HashMap<&str, usize> = HashMap::new();
    let mut findings = Vec::new();
    for (path, file, rust) in tree.product() {
        for (at, _) in rust.product.match_indices("statements!") {
            let subject = path.split('/').next().unwrap_or_default();
            let count = written.entry(subject).or_default();
            *count += 1;
            if listed.matches(&format!("{subject}::")).count() < *count {
                findings.push(file.finding(rust.line(at), format!("its statements are not in {LIST}"), MEND));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_the_list_forgot_is_refused() {
        let store = |subject: &str| format!("crates/cohesion/src/{subject}/store.rs");
        let sql = "//! A.\nstatements! {}\n";
        let (groups, safety) = (store("groups"), store("safety"));
        let tree = Tree::holding(&[
            (LIST, "pub const ALL: &[&[Sql]] = &[groups::STATEMENTS];"),
            (&groups, sql),
            (&safety, sql),
        ]);
        let found = check(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].path.as_str(), found[0].line), (safety.as_str(), 2));
    }

    #[test]
    fn each_file_of_a_store_has_its_entry() {
        let files =
            |list| [(LIST, list), ("crates/cohesion/src/groups/store/seats.rs", "statements! {}\nstatements! {}")];
        assert_eq!(check(&Tree::holding(&files("[groups::SEATS, groups::DATES]"))).len(), 0);
        assert_eq!(check(&Tree::holding(&files("[groups::SEATS]"))).len(), 1);
        assert_eq!(check(&Tree::holding(&files("[]"))).len(), 2);
    }
}
