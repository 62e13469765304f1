//! A map that shows what is not there is worse than none: every path in ARCHITECTURE.md and README.md exists.

use crate::tidy::Finding;
use crate::tidy::tree::{File, Tree};

const MAPS: [&str; 2] = ["ARCHITECTURE.md", "README.md"];
const MEND: &str = "Mend the page or the tree; they tell the same story.";

/// Where a path on a page may start: at the root, among the crates, or among the subjects. A bare name is any file's.
const STARTS: [&str; 3] = ["", "crates/", "crates/cohesion/src/"];

/// Refuses paths in backticks, links and fenced `map` lists that name no file or folder.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let pages = MAPS.iter().filter_map(|name| tree.file(name));
    pages.flat_map(|page| missing(tree, page)).collect()
}

fn missing(tree: &Tree, page: &File) -> Vec<Finding> {
    let is_name = |path: &str| tree.files.iter().any(|file| file.name() == path);
    let exists = |path: &str| is_name(path) || STARTS.iter().any(|start| tree.holds(&format!("{start}{path}")));
    let absent = paths(page).into_iter().filter(|(_, path)| !exists(path));
    absent.map(|(line, path)| page.finding(line, format!("`{path}` is not in the tree"), MEND)).collect()
}

fn paths(page: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut fence: Option<&str> = None;
    let mut folders: Vec<(usize, String)> = Vec::new();
    for (line, text) in page.lines() {
        if let Some(kind) = text.strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(kind) };
            folders.clear();
        } else if fence == Some("map") {
            found.extend(mapped(&mut folders, text).into_iter().map(|path| (line, path)));
        } else if fence.is_none() {
            found.extend(quoted(text).map(|path| (line, path)));
        }
    }
    found
}

/// A line of a map: indented under its folder, several names apart by single spaces, a remark after two spaces.
fn mapped(folders: &mut Vec<(usize, String)>, line: &str) -> Vec<String> {
    let indent = line.len() - line.trim_start().len();
    folders.retain(|(outer, _)| *outer < indent);
    let folder: String = folders.iter().map(|(_, name)| name.as_str()).collect();
    let names = line.trim_start().split("  ").next().unwrap_or_default();
    let paths: Vec<String> = names.split_whitespace().map(|name| format!("{folder}{name}")).collect();
    if names.ends_with('/') && paths.len() == 1 {
        folders.push((indent, names.to_owned()));
    }
    paths
}

/// Paths in backticks and the targets of links.
fn quoted(line: &str) -> impl Iterator<Item = String> {
    let code = line.split('`').skip(1).step_by(2);
    let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    code.chain(links).filter(|text| is_path(text)).map(|text| text.trim_start_matches("./").to_owned())
}

fn is_path(text: &str) -> bool {
    let is_plain = text.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._-".contains(letter));
    let has_ending = [".md", ".rs", ".toml", ".sql", ".css", ".js", ".ftl", ".svg", ".png"]
        .iter()
        .any(|ending| text.ends_with(ending));
    is_plain && !text.starts_with('/') && (text.contains('/') || has_ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(page: &str) -> Vec<usize> {
        let tree = Tree::holding(&[
            ("README.md", page),
            ("test", ""),
            ("STYLE.md", ""),
            ("crates/cohesion/src/safety/raise.rs", ""),
            ("crates/measures/src/lib.rs", ""),
        ]);
        check(&tree).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn paths_in_prose_and_links_exist() {
        assert!(lines("Run `./test`, read [the style](STYLE.md) and `safety/raise.rs`.").is_empty());
        assert_eq!(lines("See `safety/lower.rs`\nand [it](GONE.md)."), [1, 2]);
        assert!(lines("Go to `/help`, run `cargo run -- demo`, write `Sealed<T>` or `postgres://…`.").is_empty());
    }

    #[test]
    fn a_map_is_read_with_its_folders() {
        assert!(
            lines("```map\nSTYLE.md test  two files\ncrates/\n  measures/  pure\n  cohesion/\n    src/safety/\n```")
                .is_empty()
        );
        assert_eq!(lines("```map\ncrates/\n  floor/  pure\n  measures/\nGONE.md\n```"), [3, 5]);
        assert!(lines("```sh\ncat nothing/here.md\n```").is_empty());
    }
}
