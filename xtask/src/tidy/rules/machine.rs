//! The repository belongs to no machine: no path of one, and no host of a package registry.

use crate::tidy::{Finding, tree::Tree};

/// Needles in two parts, so that this file does not hold what it looks for.
const PLACES: [(&str, &str); 3] = [("/ro", "ot/"), ("/ho", "me/"), ("/wo", "rk/")];
const HOSTS: [(&str, &str); 4] = [("crates", ".io/"), ("py", "pi.org"), ("npm", "js."), ("deb.deb", "ian.org")];

/// Lock files are written by their tools.
const LOCKS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

const PATH: &str = "Use a path from the repository's root, or one that the person gives.";
const HOST: &str = "Name the package only; its client knows where to ask.";

/// Refuses paths that exist on one machine only, and hosts that a registry's client knows by itself.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let places = PLACES.map(|(head, tail)| format!("{head}{tail}"));
    let hosts = HOSTS.map(|(head, tail)| format!("{head}{tail}"));
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| !LOCKS.contains(&file.name())) {
        for (line, text) in file.lines() {
            if places.iter().any(|place| starts_a_path(text, place)) {
                findings.push(file.finding(line, "a path of one machine", PATH));
            }
            if hosts.iter().any(|host| text.contains(host)) {
                findings.push(file.finding(line, "the host of a package registry", HOST));
            }
        }
    }
    findings
}

/// Whether `place` stands where a path begins: `src` before it makes it a folder of ours.
fn starts_a_path(text: &str, place: &str) -> bool {
    let before = |at: usize| text[..at].chars().next_back();
    let continues = |letter: char| letter.is_alphanumeric() || "._-}>)*".contains(letter);
    text.match_indices(place).any(|(at, _)| !before(at).is_some_and(continues))
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::*;

    #[test]
    fn machines_and_registries_are_refused() {
        let [root, _, work] = PLACES.map(|(head, tail)| format!("{head}{tail}"));
        objects(check, "notes.md", &format!("cd {root}cohesion\n`{work}main`"), &[1, 2]);
        objects(check, "notes.md", &format!("see src{work}mod.rs and ..{work}a"), &[]);
        let host = HOSTS.map(|(head, tail)| format!("{head}{tail}")).concat();
        objects(check, "notes.md", &host, &[1]);
        objects(check, "Cargo.lock", &host, &[]);
    }
}
