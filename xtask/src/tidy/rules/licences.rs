//! Wording that belongs to others is not in this repository: an instrument to be loaded has scoring, never words.

use crate::tidy::tree::{File, Tree};
use crate::tidy::{Finding, rust};

const MEND: &str = "Remove the wording: the practice loads it, with its permission recorded.";

/// The licence classes whose wording the practice loads itself: `load`, or the letters of the clinical sources.
const CLOSED: [&str; 3] = ["load", "L", "X"];

/// Keys under which an instrument file keeps words of the instrument.
const WORDING: [&str; 3] = ["text", "label", "instruction"];

/// Refuses the words of items, options and instructions in instrument files under a closed licence.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let instruments = tree.files.iter().filter(|file| file.path.starts_with("instruments/") && file.is(&["toml"]));
    let mut findings = Vec::new();
    for file in instruments.filter(|file| is_closed(file)) {
        let worded = file.lines().filter(|(_, line)| carries_wording(line));
        findings.extend(worded.map(|(line, _)| file.finding(line, "wording under a closed licence", MEND)));
    }
    findings
}

fn is_closed(file: &File) -> bool {
    let settings = file.lines().filter_map(|(_, line)| line.split_once('='));
    settings.filter(|(key, _)| key.trim() == "class").any(|(_, class)| CLOSED.contains(&class.trim().trim_matches('"')))
}

/// Whether a line sets one of the keys, as `text = "…"` or inside `{ text = "…" }`.
fn carries_wording(line: &str) -> bool {
    let is_set = |at: usize, key: &str| line[at + key.len()..].trim_start().starts_with('=');
    WORDING.iter().any(|key| rust::words(line, key).any(|at| is_set(at, key)))
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn closed_instruments_carry_no_wording() {
        let path = "instruments/isi.toml";
        let closed = |rest: &str| format!("[licence]\nclass = \"load\"\n{rest}");
        objects(check, path, &closed("[[items]]\nid = \"1\"\ntext = \"Difficulty falling asleep\""), &[5]);
        objects(check, path, &closed("options = [{ value = 0, label = \"None\" }]"), &[3]);
        objects(check, path, &closed("[[items]]\nid = \"1\"\ncontext = \"text\""), &[]);
        objects(check, "instruments/phq-9.toml", "[licence]\nclass = \"embed\"\n[[items]]\ntext = \"Words\"", &[]);
    }
}
