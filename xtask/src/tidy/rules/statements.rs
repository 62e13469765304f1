//! Every statement stands in one list, so that one test can prepare all of them on both engines.

use crate::tidy::{Finding, tree::Tree};

/// The list of all statements.
const LIST: &str = "crates/cohesion/src/statements.rs";

const MEND: &str = "Add the subject's statements to that list: what is not listed is never prepared on both engines.";

/// Refuses a subject's store with `statements!` that the list does not name.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let listed = tree.file(LIST).and_then(|file| file.rust.as_ref()).map_or("", |rust| rust.product.as_str());
    let mut findings = Vec::new();
    for (path, file, rust) in tree.product() {
        let Some(at) = rust.product.find("statements!") else { continue };
        let folder = path.split('/').take_while(|part| !part.starts_with("store")).collect::<Vec<_>>();
        if !listed.contains(&format!("{}::", folder.join("::"))) {
            let what = format!("its statements are not in {LIST}");
            findings.push(file.finding(rust.line(at), what, MEND));
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
    fn stores_without_a_list_are_refused() {
        let tree = Tree::holding(&[("crates/cohesion/src/groups/store.rs", "statements! {}")]);
        assert_eq!(check(&tree).len(), 1);
    }
}
