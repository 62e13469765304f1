//! Styles, scripts and icons: embedded under one hash, so that a browser asks for each of them once.

#[cfg(test)]
mod contrast;
#[cfg(test)]
mod fold;
#[cfg(test)]
mod tests;

use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use super::Path;

struct File {
    name: &'static str,
    plain: &'static [u8],
    brotli: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The folder's name in an address: a hash of all files, or `dev` where files are read from disk.
const FOLDER: &str = if cfg!(debug_assertions) { "dev" } else { HASH };

/// One file as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// What is sent.
    pub bytes: Bytes,
    /// `br` where the bytes are compressed.
    pub encoding: Option<&'static str>,
    /// The media type, with its character set.
    pub content_type: &'static str,
}

/// How a browser takes a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepts {
    /// Brotli is understood.
    Brotli,
    /// Only the plain bytes.
    Plain,
}

/// The address of `name`, such as `/a/0f3c…/icons.svg`.
pub fn address(name: &str) -> String {
    format!("/a/{FOLDER}/{name}")
}

/// The folder's name, by which the service worker tells one version from the next.
pub fn version() -> &'static str {
    FOLDER
}

/// The embedded file `name` (below the hash, such as `js/app.js`), if there is one.
pub fn asset(name: &str, accepts: Accepts) -> Option<Asset> {
    let file = FILES.iter().find(|file| file.name == name)?;
    let (bytes, encoding) = match accepts {
        Accepts::Brotli => (file.brotli, Some("br")),
        Accepts::Plain => (file.plain, None),
    };
    Some(Asset { bytes: Bytes::from_static(bytes), encoding, content_type: content_type(name)? })
}

/// Serves `/a/{version}/{name}`: for ever where the version is ours, not at all where it is another's.
pub async fn serve(Path((folder, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    if folder != FOLDER {
        return StatusCode::NOT_FOUND.into_response();
    }
    send(&name, &headers, if cfg!(debug_assertions) { "no-store" } else { "public, max-age=31536000, immutable" })
}

/// Serves the service worker at the root, because a worker looks after the folder that it comes from.
pub async fn serve_worker(headers: HeaderMap) -> Response {
    send("sw.js", &headers, "no-cache")
}

fn send(name: &str, headers: &HeaderMap, caching: &'static str) -> Response {
    let Some(found) = from_disk(name).or_else(|| asset(name, accepted(headers))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Body::from(found.bytes).into_response();
    let out = response.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_static(found.content_type));
    out.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    out.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = found.encoding {
        out.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn accepted(headers: &HeaderMap) -> Accepts {
    let said = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes_brotli = said.split(',').any(|one| {
        let mut words = one.split(';').map(str::trim);
        words.next() == Some("br") && words.next() != Some("q=0")
    });
    if takes_brotli { Accepts::Brotli } else { Accepts::Plain }
}

fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

/// In debug builds a file comes from the source tree, so that a reload shows a change.
fn from_disk(name: &str) -> Option<Asset> {
    if !cfg!(debug_assertions) || name.contains("..") || name.starts_with('/') {
        return None;
    }
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets"));
    let bytes =
        if name == "site.css" { sheets(&folder.join("css"))? } else { std::fs::read(folder.join(name)).ok()? };
    Some(Asset { bytes: bytes.into(), encoding: None, content_type: content_type(name)? })
}

fn sheets(folder: &std::path::Path) -> Option<Vec<u8>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Some(paths.iter().filter_map(|path| std::fs::read(path).ok()).flatten().collect())
}
