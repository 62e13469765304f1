//! No inline styles: the Content-Security-Policy would drop them.

use crate::tidy::tree::{File, Tree};
use crate::tidy::{Finding, rust};

const MEND: &str = "Give the element a class, or put a chart's geometry into SVG attributes.";

/// Refuses `style` attributes in maud, HTML, SVG and scripts.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let lines = if file.rust.is_some() { in_maud(file) } else { in_markup(file) };
        findings.extend(lines.into_iter().map(|line| file.finding(line, "an inline style", MEND)));
    }
    findings
}

fn in_maud(file: &File) -> Vec<usize> {
    let Some(rust) = &file.rust else { return Vec::new() };
    let attributes = rust::words(&rust.product, "style").filter(|at| {
        let value = &rust.product[at + "style".len()..];
        ["=\"", "=(", "={", "=["].iter().any(|open| value.starts_with(open))
    });
    attributes.map(|at| rust.line(at)).collect()
}

fn in_markup(file: &File) -> Vec<usize> {
    if !file.path.starts_with("assets/") || !file.is(&["js", "mjs", "html", "svg"]) {
        return Vec::new();
    }
    let styled = |text: &str| [" style=", "setAttribute(\"style\"", "cssText"].iter().any(|way| text.contains(way));
    file.lines().filter(|(_, text)| styled(text)).map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn inline_styles_are_refused_wherever_they_hide() {
        objects(check, "crates/cohesion/src/web/chart.rs", "html! {\n    p style=\"color:red\" { \"a\" }\n}", &[2]);
        objects(
            check,
            "crates/cohesion/src/web/chart.rs",
            "let style = \"dashed\";\nhtml! { link rel=\"stylesheet\" href=(style); }",
            &[],
        );
        objects(check, "assets/js/timer.js", "bar.setAttribute(\"style\", width);", &[1]);
        objects(check, "assets/icons/all.svg", "<svg><path style=\"fill:red\"/></svg>", &[1]);
        objects(check, "assets/css/base.css", "dialog { color: CanvasText }", &[]);
    }
}
