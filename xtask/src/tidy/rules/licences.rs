//! Wording that belongs to others is not in this repository: shells of class L and X have scoring, never items' words.

use crate::tidy::{
    Finding,
    tree::{File, Tree},
};

const MEND: &str = "Remove the wording: the practice loads it with its permission recorded (domain classes L and X).";

/// Keys under which an instrument file would keep words of the instrument.
const WORDING: [&str; 5] = ["text", "wording", "stem", "prompt", "instructions"];

/// The licence classes whose wording the practice loads itself.
const CLOSED: [&str; 3] = ["l", "x", "load"];

/// Refuses item wording in instrument files whose licence class is L or X.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.starts_with("instruments/") && file.is(&["toml"])) {
        if !is_closed(file) {
            continue;
        }
        let worded = file.lines().filter(|(_, line)| carries_wording(line));
        findings.extend(
            worded.map(|(line, _)| Finding::new(&file.path, line, "item wording under a closed licence", MEND)),
        );
    }
    findings
}

fn is_closed(file: &File) -> bool {
    file.lines().filter_map(|(_, line)| line.split_once('=')).any(|(key, value)| {
        let value = value.split('#').next().unwrap_or_default().trim();
        key.trim().ends_with("class") && CLOSED.contains(&value.trim_matches('"').to_ascii_lowercase().as_str())
    })
}

/// Whether a line sets a wording key to a non-empty string, as `text = "…"` or inside `{ text = "…" }`.
fn carries_wording(line: &str) -> bool {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    WORDING.iter().any(|key| {
        line.match_indices(key).any(|(at, _)| {
            let value = line[at + key.len()..].trim_start().strip_prefix('=').map(str::trim_start);
            !line[..at].ends_with(is_name)
                && value.is_some_and(|value| {
                    value.starts_with('"')
                        && !value.starts_with("\"\"\n")
                        && value.trim_end_matches([',', ' ', '}']) != "\"\""
                })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn closed_instruments_carry_no_wording() {
        let path = "instruments/isi.toml";
        objects(
            check,
            path,
            "[licence]\nclass = \"L\"\n\n[[items]]\nid = \"1\"\ntext = \"Difficulty falling asleep\"",
            &[6],
        );
        objects(check, path, "[licence]\nclass = \"L\"\nitems = [{ id = \"1\", text = \"Words\" }]", &[3]);
        objects(
            check,
            path,
            "[licence]\nclass = \"L\"\n\n[[items]]\nid = \"1\"\ncontext = \"sleep\"\ntext = \"\"",
            &[],
        );
        objects(check, "instruments/phq-9.toml", "[licence]\nclass = \"E\"\n[[items]]\ntext = \"Words\"", &[]);
    }
}
