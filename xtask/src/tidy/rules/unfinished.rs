//! Nothing unfinished lands: no reminders, no skipped tests, no debugging left behind.

use crate::tidy::tree::{File, Tree};
use crate::tidy::{Finding, rust};

const REMINDERS: [&str; 3] = ["TODO", "FIXME", "XXX"];
const MACROS: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];
const ENDINGS: [&str; 9] = ["js", "mjs", "css", "sql", "ftl", "toml", "html", "sh", "yml"];
const MEND: &str = "Finish it, remove it, or write the issue down where issues are kept.";

/// Refuses reminders in comments, unfinished and debugging macros, and ignored tests.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.files.iter().flat_map(|file| reminders(file).into_iter().chain(macros(file))).collect()
}

fn reminders(file: &File) -> Vec<Finding> {
    let found: Vec<usize> = match &file.rust {
        Some(rust) => {
            rust.comments.iter().filter(|comment| reminds(&comment.text)).map(|comment| comment.line).collect()
        }
        None if file.is(&ENDINGS) => file.lines().filter(|(_, text)| reminds(text)).map(|(line, _)| line).collect(),
        None => Vec::new(),
    };
    found.into_iter().map(|line| file.finding(line, "a reminder in a comment", MEND)).collect()
}

fn reminds(text: &str) -> bool {
    REMINDERS.iter().any(|reminder| rust::words(text, reminder).next().is_some())
}

fn macros(file: &File) -> Vec<Finding> {
    let Some(rust) = &file.rust else { return Vec::new() };
    let called = MACROS.iter().flat_map(|name| rust.code.match_indices(name));
    let ignored = rust.code.match_indices("#[ignore");
    called
        .chain(ignored)
        .map(|(at, found)| file.finding(rust.line(at), format!("`{found}` is left in the code"), MEND))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn what_is_unfinished_is_refused() {
        objects(check, "a.rs", "fn a() {\n    todo!()\n}\n// TODO more", &[4, 2]);
        objects(check, "a.rs", "#[test]\n#[ignore = \"slow\"]\nfn it_is_so_slow() { dbg!(1); }", &[3, 2]);
        objects(check, "a.css", "/* FIXME */", &[1]);
    }

    #[test]
    fn words_in_strings_and_pages_are_left_alone() {
        objects(check, "a.rs", "const A: &str = \"TODO\";\nconst B: &str = \"\n todo!()\n TODO\";", &[]);
        objects(check, "a.md", "Write no TODO.", &[]);
        objects(check, "a.js", "const toDoList = [];", &[]);
    }
}
