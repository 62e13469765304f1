//! Tidy: a rule that no program checks is a wish, so each rule of ARCHITECTURE.md and STYLE.md is a file under `rules/`.
//!
//! A rule reads the [`Tree`] and answers [`Finding`]s. What may break a rule for a good reason stands, with that reason,
//! in `exceptions.rs`; an exception that no longer excuses anything is itself a finding.

mod exceptions;
mod rules;
mod rust;
mod tree;

use exceptions::{EXCEPTIONS, Exception};
use rules::{RULES, Rule};
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;
use tree::Tree;

/// One place that breaks a rule, and how to mend it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    line: usize,
    what: String,
    mend: &'static str,
}

impl Finding {
    /// `line` counts from 1; `what` is a clause, `mend` a sentence in the imperative.
    pub fn new(path: &str, line: usize, what: impl Into<String>, mend: &'static str) -> Self {
        Self { path: path.to_owned(), line, what: what.into(), mend }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}\n    {}", self.path, self.line, self.what, self.mend)
    }
}

/// Checks this repository, prints each finding, and answers with the status for the shell.
pub fn run() -> ExitCode {
    match report(&mut io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "tidy could not read the repository: {error}");
            ExitCode::FAILURE
        }
    }
}

fn report(out: &mut impl Write) -> io::Result<usize> {
    let tree = Tree::of_this_repository()?;
    let findings = findings(&tree, RULES, EXCEPTIONS);
    for (rule, finding) in &findings {
        writeln!(out, "{finding} [{rule}]")?;
    }
    writeln!(out, "tidy: {} rules, {} files, {} findings", RULES.len(), tree.files.len(), findings.len())?;
    Ok(findings.len())
}

fn findings(tree: &Tree, rules: &[Rule], exceptions: &[Exception]) -> Vec<(&'static str, Finding)> {
    let mut kept = Vec::new();
    let mut excused = vec![false; exceptions.len()];
    for rule in rules {
        let mut found = (rule.check)(tree);
        found.sort();
        for finding in found {
            match exceptions.iter().position(|e| e.rule == rule.name && e.path == finding.path) {
                Some(index) => excused[index] = true,
                None => kept.push((rule.name, finding)),
            }
        }
    }
    let idle = exceptions.iter().zip(excused).filter(|(_, excused)| !excused);
    kept.extend(idle.map(|(e, _)| ("exceptions", e.idle())));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let mut said = Vec::new();
        let count = report(&mut said).unwrap();
        assert!(count == 0, "\n{}", String::from_utf8_lossy(&said));
    }

    #[test]
    fn an_exception_excuses_its_file_and_an_idle_one_is_a_finding() {
        let rule = Rule { name: "opening", check: |_| vec![Finding::new("a.rs", 1, "no opening", "Open it.")] };
        let used = Exception { rule: "opening", path: "a.rs", reason: "a reason" };
        let idle = Exception { rule: "opening", path: "b.rs", reason: "a reason" };
        let tree = Tree::holding(&[]);
        assert!(findings(&tree, &[rule], &[used]).is_empty());
        assert_eq!(findings(&tree, &[rule], &[used, idle])[0].0, "exceptions");
    }
}
