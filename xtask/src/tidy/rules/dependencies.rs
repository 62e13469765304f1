//! Every library has its reason on a page under `decisions/`.

use crate::tidy::tree::{File, Tree};
use crate::tidy::{Finding, rust};

const MEND: &str = "Write a page under decisions/: what it replaces, what it pulls in, how it would be removed.";

/// Refuses workspace dependencies and npm packages that no decision names.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let decisions: String =
        tree.files.iter().filter(|file| file.path.starts_with("decisions/")).map(|file| file.text.as_str()).collect();
    let manifests =
        [("Cargo.toml", "[workspace.dependencies]", '='), ("tests/browser/package.json", "ependencies\"", ':')];
    let mut findings = Vec::new();
    for (path, section, separator) in manifests {
        let Some(manifest) = tree.file(path) else { continue };
        for (line, name) in listed(manifest, section, separator) {
            if !is_named(&decisions, name) {
                let what = format!("no decision says why `{name}` is here");
                findings.push(Finding::new(path, line, what, MEND));
            }
        }
    }
    findings
}

/// The names in a section of a manifest, without the workspace's own crates.
fn listed<'a>(manifest: &'a File, section: &'a str, separator: char) -> impl Iterator<Item = (usize, &'a str)> {
    let from = manifest.lines().skip_while(move |(_, text)| !text.contains(section)).skip(1);
    let within = from.take_while(|(_, text)| !text.trim_start().starts_with(['[', '}']));
    within.filter(|(_, text)| !text.contains("path = ")).filter_map(move |(line, text)| {
        let name = text.split_once(separator)?.0.trim().trim_matches('"');
        (!name.is_empty() && !name.starts_with('#')).then_some((line, name))
    })
}

/// Whether the name stands by itself, not as the beginning of a longer one such as `serde` in `serde_json`.
fn is_named(decisions: &str, name: &str) -> bool {
    let joins = |byte: Option<&u8>| byte == Some(&b'-');
    let bytes = decisions.as_bytes();
    rust::words(decisions, name)
        .any(|at| !joins(bytes.get(at + name.len())) && !joins(at.checked_sub(1).map(|b| &bytes[b])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_without_a_decision_is_refused() {
        let manifest = "[workspace.dependencies]\nstore = { path = \"crates/store\" }\n\nserde = { version = \"1\" }\nserde_json = \"1\"\n\n[profile.dev]\ndebug = 1\n";
        let package = "{\n  \"name\": \"browser\",\n  \"devDependencies\": {\n    \"axe-core\": \"4\"\n  }\n}\n";
        let found = |decision: &str| {
            let tree = Tree::holding(&[
                ("Cargo.toml", manifest),
                ("tests/browser/package.json", package),
                ("decisions/0001-libraries.md", decision),
            ]);
            check(&tree).iter().map(|finding| finding.line).collect::<Vec<_>>()
        };
        assert!(found("We use serde, serde_json and axe-core.").is_empty());
        assert_eq!(found("We use serde_json, and axe-core too."), [4]);
        assert_eq!(found("We use serde and serde_json."), [4]);
    }
}
