//! A file holds one idea and a function one step: 500 and 70 lines at the very most.

use crate::tidy::{Finding, tree::Tree};

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

const SPLIT: &str = "Split the file: one idea, one act a file.";
const STEPS: &str = "Name its steps and move each to a function below it.";

/// Refuses files and functions past their bound. Aim at half of it.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rust) in tree.rust() {
        let lines = file.text.lines().count();
        if lines > FILE_LINES_MAX {
            let what = format!("the file has {lines} lines; the bound is {FILE_LINES_MAX}");
            findings.push(file.finding(FILE_LINES_MAX, what, SPLIT));
        }
        for long in rust.functions.iter().filter(|function| function.length_lines > FUNCTION_LINES_MAX) {
            let what = format!("`{}` has {} lines; the bound is {FUNCTION_LINES_MAX}", long.name, long.length_lines);
            findings.push(file.finding(long.line, what, STEPS));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn seventy_lines_pass_and_seventy_one_do_not() {
        let body =
            |lines: usize| format!("//! A.\nfn long() {{\n{}}}\nfn short() {{}}\n", "    act();\n".repeat(lines - 2));
        objects(check, "a.rs", &body(70), &[]);
        objects(check, "a.rs", &body(71), &[2]);
    }

    #[test]
    fn a_length_in_a_return_type_does_not_end_the_function() {
        let source = format!("fn long() -> [u8; 3] {{\n{}}}\n", "    act();\n".repeat(70));
        objects(check, "a.rs", &source, &[1]);
    }

    #[test]
    fn five_hundred_lines_pass_and_one_more_does_not() {
        objects(check, "a.rs", &"//! A.\n".repeat(500), &[]);
        objects(check, "a.rs", &"//! A.\n".repeat(501), &[500]);
    }
}
