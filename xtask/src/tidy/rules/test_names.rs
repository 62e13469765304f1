//! A test is a sentence: its name alone says what holds.

use crate::tidy::{Finding, tree::Tree};

const WORDS_MIN: usize = 3;

/// Refuses test functions whose name has fewer than three words or begins with `test_`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rust) in tree.rust() {
        for test in rust.functions.iter().filter(|function| function.is_test && !is_sentence(&function.name)) {
            let what = format!("the test `{}` is not a sentence", test.name);
            findings.push(Finding::new(
                &file.path,
                test.line,
                what,
                "Say what holds, in three words or more: `a_departed_member_reads_nothing`.",
            ));
        }
    }
    findings
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
}
