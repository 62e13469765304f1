//! The pure crates have no clock and no reach into the world: time comes in as a value.

use crate::tidy::{Finding, tree::Tree};

const CLOCKS: &[&str] = &["std::time", "SystemTime", "Instant::now", "jiff", "tokio"];
const WORLD: &[&str] = &["std::fs", "std::net", "std::env", "std::process", "std::thread", "std::io"];
const SOCKETS: &[&str] = &["UdpSocket", "TcpStream", "TcpListener", "tokio"];

const MEND: &str = "Take the time, text or bytes as a value, and let the product's crate fetch it.";

/// Refuses clocks and I/O in `measures`, `techniques`, `notelint`, `patterns` and `floor`, clocks in `keyring`, and sockets in
/// `sfu`; their tests may use them.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rust) in tree.rust() {
        for word in refused(&file.path) {
            for (at, _) in rust.product.match_indices(word) {
                findings.push(file.finding(rust.line(at), format!("`{word}` in a pure crate"), MEND));
            }
        }
    }
    findings
}

fn refused(path: &str) -> impl Iterator<Item = &'static str> {
    let of_crate: &[&[&str]] = match path.split_once("/src/") {
        Some(("crates/measures" | "crates/techniques" | "crates/notelint" | "crates/patterns" | "crates/floor", _)) => {
            &[CLOCKS, WORLD]
        }
        Some(("crates/keyring", _)) => &[CLOCKS],
        Some(("crates/sfu", _)) => &[SOCKETS],
        _ => &[],
    };
    of_crate.iter().flat_map(|words| words.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::super::objects;
    use super::check;

    #[test]
    fn the_pure_crates_have_no_clock_and_no_files() {
        objects(check, "crates/measures/src/score.rs", "use std::time::Duration;\nuse std::fs;", &[1, 2]);
        objects(check, "crates/measures/src/score.rs", "/// Like std::time.\nuse std::fmt;", &[]);
        objects(check, "crates/measures/tests/files.rs", "use std::fs;", &[]);
        objects(check, "crates/patterns/src/daily.rs", "use std::time::Duration;", &[1]);
        objects(check, "crates/notelint/src/line.rs", "use std::fs;", &[1]);
        objects(check, "crates/keyring/src/seal.rs", "use std::time::SystemTime;", &[1, 1]);
        objects(check, "crates/keyring/src/root.rs", "use std::fs;", &[]);
        objects(check, "crates/sfu/src/lib.rs", "use std::net::{SocketAddr, UdpSocket};", &[1]);
        objects(check, "crates/cohesion/src/clock.rs", "use std::time::SystemTime;", &[]);
    }
}
