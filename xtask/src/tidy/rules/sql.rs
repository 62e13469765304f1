//! SQL stands in a subject's `store.rs` and nowhere else.

use crate::tidy::{Finding, tree::Tree};

const MEND: &str = "Move the statement into the subject's `store.rs` and give it a name there.";

/// Refuses SQL outside `store.rs`, `store/` and the `store` crate; tests may look into tables.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rust) in tree.rust().filter(|(file, _)| !may_hold_sql(&file.path)) {
        for literal in rust.strings.iter().filter(|literal| !literal.in_test && is_sql(&literal.text)) {
            findings.push(file.finding(literal.line, "SQL outside a store", MEND));
        }
        for at in rust.product_words("statements").filter(|at| rust.product[*at..].starts_with("statements!")) {
            findings.push(file.finding(rust.line(at), "`statements!` outside a store", MEND));
        }
    }
    findings
}

fn may_hold_sql(path: &str) -> bool {
    path.starts_with("crates/store/") || path.split('/').any(|part| part == "store" || part == "store.rs")
}

fn is_sql(text: &str) -> bool {
    let text = text.trim_start().to_ascii_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.first() {
        Some(&"select") => words.contains(&"from"),
        Some(&"insert") => words.get(1) == Some(&"into"),
        Some(&"delete") => words.get(1) == Some(&"from"),
        Some(&"update") => words.get(2) == Some(&"set"),
        Some(&"create") => matches!(words.get(1), Some(&"table" | &"index" | &"unique")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn sql_outside_a_store_is_refused() {
        let sql = "const A: &str = \"select id\n from seats where practice_id = $1\";\nstatements! { B = \"\" }";
        objects(check, "crates/cohesion/src/groups/seat.rs", sql, &[1, 3]);
        objects(check, "crates/cohesion/src/groups/store.rs", sql, &[]);
        objects(check, "crates/cohesion/src/groups/store/seats.rs", sql, &[]);
        objects(check, "crates/store/src/sqlite.rs", sql, &[]);
        objects(check, "crates/cohesion/src/groups/tests.rs", sql, &[]);
        objects(
            check,
            "crates/cohesion/src/groups/pages.rs",
            "p { \"Select a group\" } q { \"Update your seat\" }",
            &[],
        );
    }
}
