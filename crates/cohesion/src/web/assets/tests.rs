//! What is embedded: how it is sent, how large it is, and who may turn text into markup.

use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, Request, Response};
use maud::Render;
use tower::ServiceExt;

use super::{Accepts, FILES, accepted, address, asset, content_type, from_disk};
use crate::app::Sent;
use crate::clock::Timestamp;
use crate::web::{Area, Page, View, harden};

/// Compressed bytes of one page's scripts, and of all styles (interface.md 11).
const SCRIPT_BYTES_MAX: usize = 6_000;
/// The same of the live room's page, which is long and stays open.
const ROOM_SCRIPT_BYTES_MAX: usize = 20_000;
const STYLE_BYTES_MAX: usize = 10_000;
/// Bytes of a signed-out visitor's first page with all that it asks for.
const FIRST_VISIT_BYTES_MAX: usize = 30_000;
const FIRST_VISIT_REQUESTS_MAX: usize = 5;

fn packed(name: &str) -> usize {
    asset(name, Accepts::Brotli).expect("the file is embedded").bytes.len()
}

fn text(name: &str) -> String {
    String::from_utf8(asset(name, Accepts::Plain).expect("the file is embedded").bytes.to_vec()).expect("UTF-8")
}

fn scripts() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| file.name).filter(|name| content_type(name) == Some("text/javascript; charset=utf-8"))
}

async fn get(path: &str, encodings: &str) -> Response<Body> {
    let request = Request::get(path).header(ACCEPT_ENCODING, encodings).body(Body::empty()).expect("a valid request");
    harden(Router::new(), Sent::default()).oneshot(request).await.expect("a router always answers")
}

#[test]
fn all_scripts_together_stay_within_the_budget_of_one_page() {
    const OF_ROOMS: [&str; 8] = [
        "seal.js",
        "js/room.js",
        "js/media.js",
        "js/own.js",
        "js/word.js",
        "js/beside.js",
        "js/devices.js",
        "js/equipment.js",
    ];
    let of_rooms = |name: &&str| OF_ROOMS.contains(name);
    let all: usize = scripts().filter(|name| *name != "sw.js").map(packed).sum();
    let rooms: usize = scripts().filter(of_rooms).map(packed).sum();
    assert!(all - rooms <= SCRIPT_BYTES_MAX, "{} bytes of script", all - rooms);
    assert!(all <= ROOM_SCRIPT_BYTES_MAX, "{all} bytes of script with those of live rooms");
}

#[test]
fn the_styles_stay_within_their_budget() {
    assert!(packed("site.css") <= STYLE_BYTES_MAX, "{} bytes of style", packed("site.css"));
}

#[test]
fn a_first_visit_is_small() {
    let view = View::public("/", Timestamp(0));
    let page = Page::new(&view, "title-parts").render().into_string();
    let folder = address("");
    let mut asked: Vec<&str> = page.split(['"', '#']).filter_map(|part| part.strip_prefix(&folder)).collect();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked, ["icons.svg", "js/app.js", "js/leave.js", "site.css"]);
    assert!(asked.len() < FIRST_VISIT_REQUESTS_MAX);
    let bytes = page.len() + asked.iter().map(|name| packed(name)).sum::<usize>();
    assert!(bytes <= FIRST_VISIT_BYTES_MAX / 2, "{bytes} bytes without a word of the page's own");
}

#[test]
fn a_page_asks_nobody_else_and_holds_nothing_inline() {
    let view = View::public("/", Timestamp(0)).in_area(Area::Member);
    let page = Page::new(&view, "title-parts").render().into_string();
    for never in ["http:", "https:", "src=\"//", "style=", "<style", "onclick", "javascript:"] {
        assert!(!page.contains(never), "{never}");
    }
    assert!(text("site.css").match_indices("url(").next().is_none());
}

#[test]
fn only_one_file_makes_policies_and_only_one_makes_markup() {
    for name in scripts() {
        let source = text(name);
        let makes = |what: &str| source.contains(what);
        assert_eq!(makes("createPolicy("), name == "js/trust.js", "{name}");
        assert_eq!(makes("innerHTML"), name == "js/morph.js", "{name}");
        for never in [
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "setAttribute(\"style",
            "setHTML",
        ] {
            assert!(!makes(never), "{name} uses {never}");
        }
    }
}

#[test]
fn a_browser_says_whether_it_takes_brotli() {
    let asked = |said: &str| {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, said.parse().expect("a header"));
        accepted(&headers)
    };
    for yes in ["br", "gzip, deflate, br, zstd", "gzip;q=0.8, br;q=1.0"] {
        assert_eq!(asked(yes), Accepts::Brotli, "{yes}");
    }
    for no in ["", "gzip", "br;q=0", "brotli"] {
        assert_eq!(asked(no), Accepts::Plain, "{no}");
    }
}

#[test]
fn what_is_packed_is_what_is_plain() {
    for file in FILES {
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*file.brotli, &mut plain).expect("valid brotli");
        assert_eq!(plain, file.plain, "{}", file.name);
    }
}

#[tokio::test]
async fn a_file_goes_out_with_its_type_and_another_folders_file_does_not() {
    let sent = get(&address("site.css"), "br").await;
    assert_eq!(sent.headers()[CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(get("/sw.js", "br").await.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
    for absent in
        ["/a/0123456789ab/site.css", &address("nothing.css"), &address("js/README.md"), &address("../Cargo.toml")]
    {
        assert_eq!(get(absent, "br").await.status(), 404, "{absent}");
    }
    let plain = asset("site.css", Accepts::Plain).map(|file| file.encoding);
    assert_eq!(plain, Some(None));
    assert_eq!(asset("site.css", Accepts::Brotli).and_then(|file| file.encoding), Some("br"));
    assert!(!sent.headers().contains_key(CONTENT_ENCODING), "debug builds send what is on disk");
}

#[test]
fn nothing_outside_the_folder_is_read_from_disk() {
    for path in ["../Cargo.toml", "js/../../Cargo.toml", "/etc/hostname", "css/40-parts.txt"] {
        assert!(from_disk(path).is_none(), "{path}");
    }
}
