//! A test is a sentence: its name alone says what holds.

use crate::tidy::Finding;
use crate::tidy::rust::{Function, Rust, closing};
use crate::tidy::tree::Tree;
use std::ops::RangeInclusive;

const WORDS_MIN: usize = 3;
const MEND: &str = "Say what holds, in three words or more: `a_departed_member_reads_nothing`.";

/// Refuses tests and scenarios whose name has fewer than three words or begins with `test_`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rust) in tree.rust() {
        let templates = templates(rust);
        let tests = rust.functions.iter().filter(|function| is_test(function) && !is_sentence(&function.name));
        for test in tests.filter(|test| !templates.iter().any(|lines| lines.contains(&test.line))) {
            let what = format!("the test `{}` is not a sentence", test.name);
            findings.push(file.finding(test.line, what, MEND));
        }
    }
    findings
}

fn is_test(function: &Function) -> bool {
    function.is_test || function.parameters.ends_with(": TestClinic")
}

/// The lines of macros: a macro that runs one sentence on both engines puts the sentence into the module's name.
fn templates(rust: &Rust) -> Vec<RangeInclusive<usize>> {
    let macros = rust.code.match_indices("macro_rules!");
    let open = |at: usize| rust.code[at..].find('{').map(|found| at + found);
    macros.filter_map(|(at, _)| Some(rust.line(at)..=rust.line(closing(&rust.code, open(at)?)))).collect()
}

fn is_sentence(name: &str) -> bool {
    !name.starts_with("test_") && name.split('_').filter(|word| !word.is_empty()).count() >= WORDS_MIN
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn a_name_of_two_words_is_refused() {
        objects(check, "a.rs", "#[test]\nfn a_seat_is_kept() {}\n#[test]\nfn seats() {}", &[4]);
        objects(check, "a.rs", "#[tokio::test(flavor = \"current_thread\")]\nasync fn test_it_all_works() {}", &[2]);
        objects(check, "a.rs", "fn seats() {}", &[]);
    }

    #[test]
    fn a_scenario_is_a_sentence_and_a_macro_is_not_asked() {
        objects(check, "a.rs", "scenarios! {\n    async fn seats(clinic: TestClinic) {}\n}", &[2]);
        objects(check, "a.rs", "fn found(clinic: &TestClinic) {}", &[]);
        objects(check, "a.rs", "macro_rules! both {\n    () => {\n#[test]\nfn sqlite() {}\n};\n}", &[]);
    }
}
