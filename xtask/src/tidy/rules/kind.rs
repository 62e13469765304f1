//! Only the charter knows the two kinds of group; everything else asks the charter a question.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Ask the group's Charter; if it has no answer yet, add the question to `groups/charter.rs`.";

/// Refuses the group kinds' names outside `charter.rs`; tests may name them.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, file, rust) in tree.product().filter(|(path, ..)| !path.starts_with("groups/charter")) {
        for kind in ["Kind::Therapy", "Kind::Support"] {
            for (at, _) in rust.product.match_indices(kind) {
                let what = format!("{path} decides by `{kind}`");
                findings.push(file.finding(rust.line(at), what, MEND));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn only_the_charter_names_a_kind() {
        let matched = "fn a() {\n    match group.kind() { Kind::Therapy => 1, GroupKind::Support => 2 }\n}";
        objects(check, "crates/cohesion/src/sessions/close.rs", matched, &[2, 2]);
        objects(check, "crates/cohesion/src/groups/charter.rs", matched, &[]);
        objects(check, "crates/cohesion/src/groups/tests.rs", matched, &[]);
    }
}
