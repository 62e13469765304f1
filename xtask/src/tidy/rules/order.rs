//! A subject may use only the subjects before it, in the order that ARCHITECTURE.md gives.

use crate::tidy::{Finding, rust, tree::Tree};

/// The subjects of `crates/cohesion/src`, each allowed to use those before it.
const ORDER: &str = "clock id error limits config migrations access hub work app web identity practice set_up audit \
    jobs notices files groups agreements safety enrolment goals assessments techniques sessions plans room sharing \
    notes feedback endings repairs appreciation door breaches self_checks rights billing interop progress live lead ops \
    front chores demo statements router server cli testing";

const ARCHITECTURE: &str = "ARCHITECTURE.md";
const PLACE: &str = "Give it a place in ARCHITECTURE.md and in xtask/src/tidy/rules/order.rs.";
const TURN: &str = "Let the later subject call the earlier one, or pass what is needed as a value.";
const SAME: &str = "Make the `order` list of the page and ORDER in xtask/src/tidy/rules/order.rs the same.";

/// Refuses a use of a later subject, a subject without a place, and a list that ARCHITECTURE.md does not share.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = documented(tree);
    for (path, file, rust) in tree.product() {
        let subject = path.split(['/', '.']).next().unwrap_or_default();
        if matches!(subject, "lib" | "main" | "bin") {
            continue;
        }
        let mut object = |line, what: String, mend| findings.push(file.finding(line, what, mend));
        match place(subject) {
            None => object(1, format!("the subject `{subject}` has no place in the order"), PLACE),
            Some(own) => {
                for (at, used) in uses(&rust.product).into_iter().filter(|(_, used)| place(used) > Some(own)) {
                    object(rust.line(at), format!("`{subject}` uses `{used}`, which comes after it"), TURN);
                }
            }
        }
    }
    findings
}

fn place(subject: &str) -> Option<usize> {
    ORDER.split_whitespace().position(|known| known == subject)
}

/// Whether the fenced `order` list of ARCHITECTURE.md names the same subjects in the same order.
fn documented(tree: &Tree) -> Vec<Finding> {
    let Some(page) = tree.file(ARCHITECTURE) else { return Vec::new() };
    let mut lines = page.lines().skip_while(|(_, line)| !line.starts_with("```order"));
    let start = lines.next().map_or(1, |(line, _)| line);
    let listed: Vec<&str> =
        lines.take_while(|(_, line)| !line.starts_with("```")).flat_map(|(_, line)| subjects_of(line)).collect();
    if listed.iter().copied().eq(ORDER.split_whitespace()) {
        return Vec::new();
    }
    let differing = listed.iter().zip(ORDER.split_whitespace()).find(|(page, tidy)| *page != tidy);
    let what = format!("the order differs from tidy's at `{}`", differing.map_or("its end", |(name, _)| name));
    vec![page.finding(start, what, SAME)]
}

/// A line of the list: names apart by `→`, and a remark after two spaces.
fn subjects_of(line: &str) -> impl Iterator<Item = &str> {
    let names = line.trim_start().split("  ").next().unwrap_or_default();
    names.split('→').map(str::trim).filter(|name| !name.is_empty())
}

/// Every `crate::subject` in the code, those in `crate::{…}` groups too.
fn uses(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in rust::words(code, "crate").filter(|at| code[at + 5..].starts_with("::")) {
        let path = at + "crate::".len();
        if code[path..].starts_with('{') {
            let group = &code[path + 1..rust::closing(code, path) - 1];
            found.extend(top_level(group).map(|name| (at, first_name(name))));
        } else {
            found.push((at, first_name(&code[path..])));
        }
    }
    found
}

/// The parts of a use group, without looking into the groups inside.
fn top_level(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    group.split(move |letter: char| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    })
}

fn first_name(path: &str) -> String {
    path.trim_start().chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::*;

    const SAFETY: &str = "crates/cohesion/src/safety/raise.rs";

    #[test]
    fn an_earlier_subject_may_be_used_and_a_later_one_not() {
        objects(check, SAFETY, "use crate::groups::Charter;\nuse crate::{Error, work::Work};", &[]);
        objects(check, SAFETY, "use crate::assessments::Answers;", &[1]);
        objects(check, SAFETY, "use crate::{\n    groups::{assessments},\n    notes::Note,\n};", &[1]);
        objects(check, SAFETY, "fn a() {\n    crate::live::push();\n}", &[2]);
        objects(
            check,
            SAFETY,
            "// crate::live\n#[cfg(test)]\nmod tests {\n    use crate::testing::TestClinic;\n}",
            &[],
        );
    }

    #[test]
    fn a_subject_without_a_place_is_refused() {
        objects(check, "crates/cohesion/src/stuff.rs", "", &[1]);
        objects(check, "crates/cohesion/src/main.rs", "use crate::cli;", &[]);
    }

    #[test]
    fn the_page_and_the_list_say_the_same() {
        let listed = ORDER.split_whitespace().collect::<Vec<_>>().join("\n→ ");
        objects(check, ARCHITECTURE, &format!("# Order\n\n```order\n{listed}  a remark\n```\n"), &[]);
        objects(check, ARCHITECTURE, "# Order\n\n```order\nid → clock\n```\n", &[3]);
    }
}
