//! Only the `store` crate knows which database it speaks to.

use crate::tidy::{Finding, rust, tree::Tree};

const ENGINES: [&str; 4] = ["rusqlite", "tokio_postgres", "deadpool_postgres", "libsqlite3_sys"];
const MEND: &str = "Ask the `store` crate: if it cannot do this yet, give it the ability for both engines.";

/// Refuses the engines' crates outside `crates/store`, in sources and in manifests.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| !file.path.starts_with("crates/store/")) {
        for engine in ENGINES {
            let what = format!("`{engine}` outside crates/store");
            if let Some(rust) = &file.rust {
                let found = rust::words(&rust.code, engine);
                findings.extend(found.map(|at| file.finding(rust.line(at), what.clone(), MEND)));
            } else if file.path.ends_with("/Cargo.toml") {
                let package = engine.replace('_', "-");
                let found = file.lines().filter(|(_, line)| line.starts_with(&package));
                findings.extend(found.map(|(line, _)| file.finding(line, what.clone(), MEND)));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn an_engine_outside_the_store_is_refused() {
        objects(check, "crates/cohesion/src/groups/store.rs", "use rusqlite::Row;", &[1]);
        objects(check, "crates/store/src/postgres.rs", "use tokio_postgres::Row;", &[]);
        objects(check, "crates/cohesion/Cargo.toml", "[dependencies]\ntokio-postgres.workspace = true", &[2]);
        objects(check, "Cargo.toml", "tokio-postgres = \"1\"", &[]);
        objects(check, "xtask/src/bench/disk.rs", "// faster than rusqlite alone", &[]);
    }
}
