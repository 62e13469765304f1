//! The reviewed snapshot: one row for each route, one column for each visitor.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;

use super::walk::{ASKERS, Cell, Of};
use crate::web::Needs;

/// Where what was reviewed stands.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/router/tests/matrix.txt");

/// Set, the snapshot is written anew: by whoever has looked at each row that differs.
const SIGNED: &str = "COHESION_MATRIX_REVIEWED";

const HOW: &str = "Look at each of these rows: who may do this is for `access/deed.rs` to say, and what they may not is `·`, as if it \
    were not there. A cell that is wrong is mended in the product. Where all are right, run this test once more with \
    COHESION_MATRIX_REVIEWED=yes, and commit router/tests/matrix.txt.";

const LEGEND: &str = "
·    404, the same byte for byte as for a thing that does not exist
in   303 to the sign-in page
200  a page
303  done, and on to another page
403  not for them, though they know of it
409  not as things are
422  the form, which is sent empty, needs mending
";

/// The rows that differ from what was reviewed, and what to do about them.
pub fn unreviewed(cells: &[Cell]) -> Vec<String> {
    let drawn = draw(cells);
    if env::var_os(SIGNED).is_some() {
        fs::write(FILE, drawn).expect("the snapshot is written");
        return Vec::new();
    }
    let reviewed = fs::read_to_string(FILE).expect("the snapshot is there");
    let (drawn, reviewed) = (rows(&drawn), rows(&reviewed));
    let mut found = Vec::new();
    for (route, row) in &drawn {
        match reviewed.get(route) {
            Some(known) if known == row => {}
            Some(known) => found.push(format!("changed   {row}\n     was  {known}")),
            None => found.push(format!("new       {row}")),
        }
    }
    let gone = reviewed.iter().filter(|(route, _)| !drawn.contains_key(*route));
    found.extend(gone.map(|(_, row)| format!("gone      {row}")));
    if !found.is_empty() {
        found.push(HOW.to_owned());
    }
    found
}

/// Each row by its section and route.
fn rows(text: &str) -> BTreeMap<(usize, &str), &str> {
    let mut section = 0;
    let mut rows = BTreeMap::new();
    for line in text.lines() {
        section += usize::from(line.starts_with("== "));
        let route = line.find(" GET ").or_else(|| line.find(" POST "));
        if let Some(at) = route.filter(|_| section > 0) {
            rows.insert((section, &line[at..]), line);
        }
    }
    rows
}

/// The whole snapshot.
fn draw(cells: &[Cell]) -> String {
    let mut text =
        "Every route, and what it answers to whom. `matrix.rs` beside this file says how it is changed.\n\n".to_owned();
    for asker in &ASKERS {
        let _ = writeln!(text, "{}  {}", asker.head, asker.about);
    }
    let _ = write!(text, "\n{LEGEND}");
    let heads = ASKERS.map(|asker| asker.head).join(" ");
    for (of, title) in [
        (Of::Therapy, "The things that addresses name are the therapy group's and its member's"),
        (Of::Support, "The things are the support group's and its participant's, where there are such"),
    ] {
        let _ = write!(text, "\n== {title}\n\n{heads}\n");
        let in_section: Vec<&Cell> = cells.iter().filter(|cell| cell.of == of).collect();
        for row in in_section.chunks(ASKERS.len()) {
            for cell in row {
                let _ = write!(text, "{:<4}", cell.signs());
            }
            let route = row[0].route;
            let _ = writeln!(text, "{:<4} {}  ({})", route.method, route.path, said(route.needs));
        }
    }
    text
}

fn said(needs: Needs) -> String {
    match needs {
        Needs::Nobody => "nobody".to_owned(),
        Needs::Login => "a login".to_owned(),
        Needs::Deed(deed) => deed.code().to_owned(),
        Needs::Either(deeds) => deeds.iter().map(|deed| deed.code()).collect::<Vec<_>>().join(" or "),
    }
}
