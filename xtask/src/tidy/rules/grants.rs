//! A store asks for the proof of a yes. Where it cannot, since what it reads is what the yes depends on, it says so.

use crate::tidy::{Finding, rust::split, tree::Tree};

const MEND: &str = "Take a `&Grant`, or say in its documentation `Asks for no grant: REASON`.";

/// What a function without a grant says.
const EXCUSE: &str = "Asks for no grant: ";

/// Refuses functions of a subject's store that take a `Work` and neither a `Grant` nor a reason why not.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, file, rust) in tree.product().filter(|(path, ..)| is_store(path)) {
        let lines: Vec<&str> = file.text.lines().collect();
        for function in rust.functions.iter().filter(|function| function.is_public) {
            let takes = |kind: &str| split(&function.parameters).any(|parameter| parameter.contains(kind));
            if takes("Work<") && !takes("Grant") && !says_why(&lines[..function.line - 1]) {
                let what = format!("`{}` of {path} reads or writes without a grant", function.name);
                findings.push(file.finding(function.line, what, MEND));
            }
        }
    }
    findings
}

fn is_store(path: &str) -> bool {
    path.split('/').any(|part| part == "store" || part == "store.rs")
}

/// Whether the documentation that ends on the last of these lines gives a reason.
fn says_why(before: &[&str]) -> bool {
    let above = before.iter().rev().map(|line| line.trim());
    let mut documentation = above.take_while(|line| line.starts_with("///") || line.starts_with("#["));
    documentation.any(|line| line.split_once(EXCUSE).is_some_and(|(_, reason)| !reason.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn a_store_asks_for_a_grant_or_says_why_not() {
        let path = "crates/cohesion/src/groups/store/seats.rs";
        let bare = "/// The seat.\npub(super) async fn find(work: &mut Work<'_>, id: SeatId) {}";
        objects(check, path, bare, &[2]);
        objects(check, path, "/// Asks for no grant: \npub async fn find(work: &mut Work<'_>) {}", &[2]);
        objects(check, "crates/cohesion/src/groups/store.rs", bare, &[2]);
        objects(check, "crates/cohesion/src/groups/seat.rs", bare, &[]);
        for fine in [
            "pub(super) async fn find(work: &mut Work<'_>, _: &Grant, id: SeatId) {}",
            "/// The seat. Asks for no grant: it tells who may.\npub(super) async fn find(work: &mut Work<'_>) {}",
            "async fn ids(work: &mut Work<'_>) {}",
            "pub(super) async fn schema(tx: &mut dyn Tx) {}",
        ] {
            objects(check, path, fine, &[]);
        }
    }
}
