//! The first visit: what a browser that was never here fetches before the page stands.

use super::Result;
use super::browser::{Answer, Browser};
use http::StatusCode;
use http::header::CONTENT_ENCODING;
use serde::Serialize;
use std::collections::{HashSet, VecDeque};
use std::io::Read;
use std::net::SocketAddr;
use std::path::Path;

/// What it took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// Requests, with those that were sent elsewhere.
    pub requests: usize,
    /// Bytes of all answers as they went over the wire, headers too.
    pub bytes: usize,
}

/// Opens the site's address with nothing in the cache.
pub async fn first(address: SocketAddr) -> Result<Visit> {
    let mut browser = Browser::open(address).await?;
    let (mut visit, mut seen) = (Visit::default(), HashSet::new());
    let mut wanted = VecDeque::from(["/".to_owned()]);
    while let Some(path) = wanted.pop_front() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = browser.get(&path, None).await?;
        visit.requests += 1;
        visit.bytes += answer.wire_bytes();
        match answer.location() {
            Some(elsewhere) => wanted.push_back(elsewhere.to_owned()),
            None => wanted.extend(named_in(&path, &text_of(&answer.expecting(StatusCode::OK, &path)?)?)),
        }
    }
    Ok(visit)
}

fn text_of(answer: &Answer) -> Result<String> {
    let mut text = Vec::new();
    match answer.head.headers().get(CONTENT_ENCODING) {
        Some(_) => brotli::Decompressor::new(&*answer.body, 4_096).read_to_end(&mut text)?,
        None => (&*answer.body).read_to_end(&mut text)?,
    };
    Ok(String::from_utf8(text)?)
}

/// The files that a page or a script names and a browser fetches without being asked: styles, scripts and icons of a page,
/// modules that a script imports at its head. What a script may load later is not part of the visit.
fn named_in(path: &str, text: &str) -> Vec<String> {
    if Path::new(path).extension().is_some_and(|kind| kind == "js") {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let imports = text.lines().filter(|line| line.starts_with("import ")).filter_map(|line| line.split('"').nth(1));
        return imports.map(|name| format!("{folder}/{}", name.trim_start_matches("./"))).collect();
    }
    let attributes = ["href=\"", "src=\""].iter().flat_map(|attribute| text.split(attribute).skip(1));
    let values = attributes.filter_map(|rest| rest.split(['"', '#']).next());
    values.filter(|value| value.starts_with("/a/")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_files_and_not_where_its_links_go() {
        let page = r#"<link rel="stylesheet" href="/a/1/site.css"><script src="/a/1/js/app.js"></script>
            <a href="/help">Help</a><svg><use href="/a/1/icons.svg#help"/></svg>"#;
        assert_eq!(named_in("/", page), ["/a/1/site.css", "/a/1/icons.svg", "/a/1/js/app.js"]);
    }

    #[test]
    fn a_script_names_what_it_imports_at_its_head() {
        let script =
            "// a remark\nimport \"./leave.js\";\nimport { say } from \"./app.js\";\nif (later) import(\"./live.js\");";
        assert_eq!(named_in("/a/1/js/app.js", script), ["/a/1/js/leave.js", "/a/1/js/app.js"]);
    }
}
