//! Scenarios: what the guard lets through, what it refuses, and what goes with every answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, StatusCode};
use axum::routing::{get, post};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{HEADERS, harden, policy_with_sockets};
use crate::app::Sent;
use crate::error::{Error, Fault};
use crate::web::{Form, go};

fn app() -> Router {
    app_with(Router::new())
}

fn app_with(more: Router) -> Router {
    harden(
        more.route("/act", post(|| async { go("/done") }))
            .route("/echo", post(|form: Form| async move { form.value("name").to_owned() }))
            .route("/secret", get(|| async { Err::<(), _>(Error::NotFound) }))
            .route("/broken", get(|| async { Err::<(), _>(Error::bug("the disk says <no>")) }))
            .route("/bare", get(|| async { Err::<(), _>(Error::Invalid(vec![Fault::new("name", "fault-empty")])) }))
            .route("/often", get(|| async { Err::<(), _>(Error::TooMany { after_s: 90 }) })),
        Sent::default(),
    )
}

async fn ask(request: Request<Body>) -> Response<Body> {
    app().oneshot(request).await.expect("a router always answers")
}

async fn post_with(headers: &[(&str, &str)]) -> StatusCode {
    let mut request = Request::post("/act");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(request.body(Body::empty()).expect("a valid request")).await.status()
}

async fn get_page(path: &str) -> (StatusCode, String) {
    let response = ask(Request::get(path).body(Body::empty()).expect("a valid request")).await;
    let status = response.status();
    let body = response.into_body().collect().await.expect("a whole body").to_bytes();
    (status, String::from_utf8(body.to_vec()).expect("UTF-8"))
}

async fn send(body: impl Into<Body>, media: &str) -> Response<Body> {
    let request = Request::post("/echo").header("sec-fetch-site", "same-origin").header("content-type", media);
    ask(request.body(body.into()).expect("a valid request")).await
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_form_from_our_own_page_is_taken() {
    assert_eq!(post_with(&[("sec-fetch-site", "same-origin")]).await, StatusCode::SEE_OTHER);
    assert_eq!(
        post_with(&[("origin", "https://group.example"), ("host", "group.example")]).await,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        post_with(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]).await,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_form_from_anywhere_else_is_refused() {
    let refused: &[&[(&str, &str)]] = &[
        &[],
        &[("host", "group.example")],
        &[("sec-fetch-site", "cross-site"), ("origin", "https://group.example"), ("host", "group.example")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "")],
        &[("origin", "null"), ("host", "group.example")],
        &[("origin", "https://evil.example"), ("host", "group.example")],
        &[("origin", "https://group.example.evil.example"), ("host", "group.example")],
        &[("origin", "https://group.example:8443"), ("host", "group.example")],
        &[("origin", "https://group.example")],
    ];
    for headers in refused {
        assert_eq!(post_with(headers).await, StatusCode::FORBIDDEN, "{headers:?}");
    }
}

#[tokio::test]
async fn every_answer_carries_every_header() {
    for path in ["/secret", "/nowhere", "/broken", "/act", "/a/dev/site.css"] {
        let response = ask(Request::get(path).body(Body::empty()).expect("a valid request")).await;
        for (name, value) in HEADERS {
            assert_eq!(
                response.headers().get(&name).map(HeaderValue::as_bytes),
                Some(value.as_bytes()),
                "{name} on {path}"
            );
        }
        assert_eq!(response.headers()["cache-control"], "no-store", "on {path}");
        assert_eq!(response.headers()["x-request-id"].len(), 26, "on {path}");
    }
}

#[tokio::test]
async fn the_policy_allows_nothing_inline_and_nothing_from_elsewhere() {
    let policy = super::CSP;
    for never in ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"] {
        assert!(!policy.contains(never), "{never}");
    }
    assert!(policy.starts_with("default-src 'none';"));
}

#[tokio::test]
async fn what_may_not_be_seen_looks_like_what_is_not_there() {
    assert_eq!(get_page("/secret").await, get_page("/care/groups/aaaa").await);
    assert_eq!(get_page("/secret").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_bug_is_said_without_its_cause() {
    let (status, page) = get_page("/broken").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!page.contains("disk"));
    assert!(page.contains("give us this number"));
}

#[tokio::test]
async fn an_unmended_form_and_a_pause_are_said_in_words() {
    let (status, page) = get_page("/bare").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Fill this in"));
    let (status, page) = get_page("/often").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.contains("Try again in 2 minutes."));
}

#[tokio::test]
async fn a_form_that_is_too_large_or_none_at_all_is_refused_with_a_page() {
    assert_eq!(send("name=Zo%C3%AB+Q", FORM).await.status(), StatusCode::OK);
    assert_eq!(send("name=x", "application/x-www-form-urlencoded; charset=utf-8").await.status(), StatusCode::OK);
    assert_eq!(send("name=x", "text/plain").await.status(), StatusCode::BAD_REQUEST);
    assert_eq!(send("{}", "application/json").await.status(), StatusCode::BAD_REQUEST);
    assert_eq!(send("x".repeat(crate::limits::FORM_BYTES_MAX + 1), FORM).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(send("a=&".repeat(401), FORM).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

/// A form with a key, sent by somebody whose login is in a cookie.
fn keyed(path: &str, body: &'static str) -> Request<Body> {
    let request = Request::post(path).header("sec-fetch-site", "same-origin").header("content-type", FORM);
    request.header("cookie", "login=abc").body(Body::from(body)).expect("a valid request")
}

#[tokio::test]
async fn the_same_form_sent_twice_at_one_moment_is_one_act() {
    let acts = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&acts);
    let act = move || async move {
        tokio::time::sleep(Duration::from_millis(20)).await;
        go(&format!("/made/{}", counted.fetch_add(1, Ordering::SeqCst)))
    };
    let app = app_with(Router::new().route("/make", post(act)));
    let send = |body| app.clone().oneshot(keyed("/make", body));
    let (first, second, other) = tokio::join!(send("once=a&name=x"), send("once=a&name=x"), send("once=b&name=x"));
    let led = |answer: Result<Response<Body>, _>| answer.expect("an answer").headers()["location"].clone();
    assert_eq!(led(first), led(second));
    drop(led(other));
    assert_eq!(acts.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_form_that_needed_mending_can_be_sent_again() {
    let faulty = || async { (StatusCode::UNPROCESSABLE_ENTITY, "again") };
    let app = app_with(Router::new().route("/make", post(faulty)));
    for _ in 0..2 {
        let answer = app.clone().oneshot(keyed("/make", "once=a")).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn what_was_typed_waits_on_the_page_for_a_proof() {
    let stale = || async { Err::<(), _>(Error::StepUpNeeded) };
    let locked = || async { go("/sign-in/again") };
    let app = app_with(Router::new().route("/stale", post(stale)).route("/locked", post(locked)));
    for path in ["/stale", "/locked"] {
        let answer = app.clone().oneshot(keyed(path, "once=a&words=a+%3Clong%3E+letter")).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
        let page = answer.into_body().collect().await.expect("a whole body").to_bytes();
        let page = String::from_utf8(page.to_vec()).expect("UTF-8");
        assert!(page.contains(r#"name="words" value="a &lt;long&gt; letter""#), "{page}");
        assert!(page.contains(&format!(r#"action="{path}""#)) && page.contains("/sign-in/again"), "{page}");
    }
    let secret = app.oneshot(keyed("/locked", "passphrase=seven+quiet+herons")).await.expect("an answer");
    assert_eq!(secret.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_page_may_open_sockets_at_named_servers_and_nowhere_else() {
    let named = ["https://b.example", "http://127.0.0.1:8081", "https://b.example"].map(str::to_owned);
    let policy = policy_with_sockets(&named).expect("a policy");
    let policy = policy.to_str().expect("it is text");
    assert!(policy.contains("connect-src 'self' ws://127.0.0.1:8081 wss://b.example;"), "{policy}");
    assert!(policy.starts_with("default-src 'none';"));
    for odd in ["", "*", "https://", "https://*", "https://b.example; script-src *", "javascript://b.example"] {
        let policy = policy_with_sockets(&[odd.to_owned()]).expect("a policy");
        assert!(!policy.to_str().expect("it is text").contains('*'), "{odd}");
    }
}
