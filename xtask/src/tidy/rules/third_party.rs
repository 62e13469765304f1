//! No page asks a third party for anything, so no page names one.

use crate::tidy::{Finding, tree::Tree};

/// Names that look like addresses and are never fetched.
const NAMESPACES: [&str; 1] = ["www.w3.org/"];

const MEND: &str =
    "Keep a copy under `assets/`, or leave the host's name out; a new namespace goes into NAMESPACES here.";

/// Refuses `http://` and `https://` in assets, in words, and in what renders pages.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut note = |path: &str, line: usize, text: &str| {
        if let Some(host) = third_party(text) {
            findings.push(Finding::new(path, line, format!("names the third party `{host}`"), MEND));
        }
    };
    for file in tree.files.iter().filter(|file| file.path.starts_with("assets/") || file.is(&["ftl"])) {
        file.lines().for_each(|(line, text)| note(&file.path, line, text));
    }
    for (_, file, rust) in tree.product().filter(|(path, ..)| renders_pages(path)) {
        rust.strings.iter().filter(|s| !s.in_test).for_each(|s| note(&file.path, s.line, &s.text));
    }
    findings
}

fn renders_pages(path: &str) -> bool {
    path.starts_with("web/") || path.split('/').any(|part| part == "pages" || part == "pages.rs")
}

fn third_party(text: &str) -> Option<&str> {
    let addresses =
        text.match_indices("://").filter(|(at, _)| text[..*at].ends_with("http") || text[..*at].ends_with("https"));
    let hosts = addresses.map(|(at, scheme_end)| &text[at + scheme_end.len()..]);
    // `http://{address}` and `http://` alone name nobody.
    let named = |rest: &&str| rest.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    let foreign = hosts.filter(named).find(|rest| !NAMESPACES.iter().any(|known| rest.starts_with(known)))?;
    foreign.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.' && letter != '-').next()
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn pages_and_assets_name_no_third_party() {
        objects(check, "assets/css/base.css", "@import url(https://fonts.example/inter.css);", &[1]);
        objects(check, "assets/icons/all.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">", &[]);
        objects(check, "locales/en/help.ftl", "more = See\n    https://example.org", &[2]);
        objects(check, "crates/cohesion/src/web/shell.rs", "const A: &str = \"https://cdn.example/a.js\";", &[1]);
        objects(
            check,
            "crates/cohesion/src/web/shell.rs",
            "// see https://example.org\nlet a = \"http://{host}/\";",
            &[],
        );
        objects(check, "crates/cohesion/src/interop/fhir.rs", "const A: &str = \"http://loinc.org\";", &[]);
    }
}
