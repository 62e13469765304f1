//! What this crate's own sources must not name: files, clocks, sockets, and ways in which a voice could be kept.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            found.push((path, code.join("\n")));
        }
    }
    found
}

fn all() -> Vec<(PathBuf, String)> {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The code without its tests, which may ask for the time.
fn product(code: &str) -> &str {
    code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

#[test]
fn no_file_no_clock_and_no_socket_is_named() {
    let found = all();
    assert!(found.len() > 20, "the sources were found");
    for (path, code) in found.iter().filter(|(path, _)| !path.to_string_lossy().contains("/tests")) {
        for word in [
            "std::fs",
            "tokio",
            "File",
            "OpenOptions",
            "std::io",
            "std::env",
            "std::process",
            "std::thread",
            "Instant::now",
            "SystemTime",
            "UdpSocket",
            "TcpStream",
            "println!",
            "print!",
            "dbg!",
            "enable_raw_packets",
            "Serialize",
            "unsafe",
        ] {
            assert!(!product(code).contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn what_somebody_says_or_shows_can_only_be_passed_on() {
    let found = all();
    let (_, payload) = found.iter().find(|(path, _)| path.ends_with("engine/payload.rs")).unwrap();
    assert!(payload.contains("struct Payload"));
    for way in ["derive", "Debug", "Display", "Write", "pub fn", "pub(crate) fn", "impl std", "impl fmt"] {
        assert!(!payload.contains(way), "a payload has {way}");
    }
}

#[test]
fn the_engine_alone_knows_str0m() {
    let outside = all().into_iter().filter(|(path, _)| !path.to_string_lossy().contains("/engine/"));
    for (path, code) in outside {
        assert!(!code.contains("str0m"), "{} names str0m", path.display());
    }
}
