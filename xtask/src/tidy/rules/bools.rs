//! A bare `true` at a call says nothing, so public functions take no `bool`.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Give the choice a name: an enum of two words, or two functions.";

/// Refuses `bool` parameters of public functions.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rust) in tree.rust() {
        for function in rust.functions.iter().filter(|f| f.is_public && takes_bool(&f.parameters)) {
            let what = format!("`{}` takes a `bool`", function.name);
            findings.push(file.finding(function.line, what, MEND));
        }
    }
    findings
}

fn takes_bool(parameters: &str) -> bool {
    parameters.split(',').any(|parameter| {
        let kind = parameter.rsplit(": ").next().unwrap_or_default();
        matches!(kind.trim().trim_start_matches('&'), "bool" | "Option<bool>")
    })
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn only_public_functions_that_take_a_bool_are_refused() {
        objects(check, "a.rs", "pub fn open(door: bool) {}", &[1]);
        objects(check, "a.rs", "pub(crate) async fn open(\n    door: Door,\n    wide: bool,\n) {}", &[1]);
        objects(check, "a.rs", "fn open(door: bool) {}", &[]);
        objects(check, "a.rs", "pub fn keep(is_open: impl Fn(&Door) -> bool) -> bool { true }", &[]);
        objects(check, "a.rs", "pub fn open(door: Door) -> bool { let f: bool = true; f }", &[]);
    }
}
