//! Acts do not know that there is a browser: axum stays at the edge.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Take plain values here, and let the subject's `pages.rs` turn the request into them.";

/// Refuses axum outside the pages, the web kit, the live rooms and the router.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, file, rust) in tree.product().filter(|(path, ..)| !is_edge(path)) {
        let found = rust.product_words("axum");
        findings.extend(found.map(|at| file.finding(rust.line(at), format!("axum in {path}"), MEND)));
    }
    findings
}

fn is_edge(path: &str) -> bool {
    let whole = ["live.rs", "router.rs", "server.rs", "identity/signed_in.rs"];
    let folders = ["web/", "live/", "room/", "router/", "server/"];
    whole.contains(&path)
        || folders.iter().any(|folder| path.starts_with(folder))
        || path.split('/').any(|part| part == "pages" || part == "pages.rs")
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn axum_stays_at_the_edge() {
        let source = "use axum::Json;";
        objects(check, "crates/cohesion/src/safety/raise.rs", source, &[1]);
        objects(check, "crates/cohesion/src/identity/login.rs", source, &[1]);
        for edge in [
            "safety/pages.rs",
            "practice/pages/people.rs",
            "web/forms.rs",
            "identity/signed_in.rs",
            "router.rs",
            "live.rs",
        ] {
            objects(check, &format!("crates/cohesion/src/{edge}"), source, &[]);
        }
        objects(check, "crates/cohesion/src/safety/tests.rs", source, &[]);
    }
}
