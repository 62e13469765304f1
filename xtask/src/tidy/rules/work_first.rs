//! An act says first in whose name, when and in which transaction it is done: `work` comes before everything else.

use crate::tidy::{Finding, rust::split, tree::Tree};

const MEND: &str = "Move `work` to the front, behind `self` at most.";

/// Refuses functions of the product that take a `Work` anywhere but first.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, file, rust) in tree.product() {
        for function in &rust.functions {
            let mut parameters = split(&function.parameters).filter(|parameter| !is_self(parameter));
            if parameters.position(is_work).is_some_and(|place| place > 0) {
                let what = format!("`work` does not come first in `{}`", function.name);
                findings.push(file.finding(function.line, what, MEND));
            }
        }
    }
    findings
}

fn is_self(parameter: &&str) -> bool {
    parameter.rsplit([' ', '&']).next() == Some("self")
}

/// A `Work` itself, and not an act that takes one.
fn is_work(parameter: &str) -> bool {
    let kind = parameter.split_once(": ").map_or("", |(_, kind)| kind);
    let kind = kind.trim_start_matches('&').trim_start_matches("mut ");
    kind.starts_with("Work<") || kind == "Work"
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn an_act_takes_its_work_first() {
        let path = "crates/cohesion/src/groups/found.rs";
        for late in [
            "pub async fn found(founding: &Founding, work: &mut Work<'_>) {}",
            "fn found(\n    kinds: Vec<(u8, u8)>,\n    work: &Work,\n) {}",
            "async fn opener(&mut self, grant: &Grant, work: &mut Work<'_>) {}",
        ] {
            objects(check, path, late, &[1]);
        }
        for first in [
            "pub async fn found(work: &mut Work<'_>, founding: &Founding) {}",
            "async fn opener(&mut self, work: &mut Work<'_>, grant: &Grant) {}",
            "pub fn write<F>(&self, actor: Actor, act: F) where F: AsyncFn(&mut Work<'_>) {}",
            "fn look(steps: &[fn(&mut Work<'_>)], app: &App) {}",
            "fn look(app: &App, act: impl Fn(u8, &mut Work<'_>)) {}",
        ] {
            objects(check, path, first, &[]);
        }
    }
}
