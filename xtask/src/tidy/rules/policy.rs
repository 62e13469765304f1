//! Only one script may turn text into HTML: the one that creates the Trusted Types policy.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Use the one file that places the server's regions; a second policy is a second way in for script.";

/// Refuses every file after the first that calls `createPolicy`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let scripts = tree.files.iter().filter(|file| file.path.starts_with("assets/") && file.is(&["js", "mjs"]));
    let policies = scripts.filter_map(|file| {
        let (line, _) = file.lines().find(|(_, text)| text.contains("createPolicy("))?;
        Some((file, line))
    });
    policies.skip(1).map(|(file, line)| file.finding(line, "a second Trusted Types policy", MEND)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_policy_is_refused() {
        let policy = "const policy = trustedTypes.createPolicy(\"region\", {});";
        assert!(check(&Tree::holding(&[("assets/js/morph.js", policy), ("assets/js/app.js", "")])).is_empty());
        let two =
            check(&Tree::holding(&[("assets/js/morph.js", policy), ("assets/js/zoom.js", &format!("\n{policy}"))]));
        assert_eq!((two.len(), two[0].path.as_str(), two[0].line), (1, "assets/js/zoom.js", 2));
    }
}
