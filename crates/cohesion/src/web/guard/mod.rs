//! Guards every route: who may send a form, which headers go with each answer, and one shape for what went wrong.

mod finish;
mod record;
mod sending;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::uri::{Authority, PathAndQuery};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, from_fn_with_state};
use axum::response::Response;

use self::finish::finish;
use self::record::Record;
use self::sending::answer;
use super::errors::{refuse, say_errors, show_offline};
use super::{Next, View, assets};
use crate::app::Sent;
use crate::clock::Clock;
use crate::error::{Error, Result};

/// Nothing from anywhere else, nothing inline, no markup from script but through the policies of `trust.js`.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; \
    media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types region service-worker";

/// What goes with every answer (security.md 3.5).
const HEADERS: [(HeaderName, &str); 10] = [
    (CONTENT_SECURITY_POLICY, CSP),
    (STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), browsing-topics=()",
    ),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
    (HeaderName::from_static("origin-agent-cluster"), "?1"),
];

/// The policy for a page that may open sockets at these addresses too, each `https://host` or `http://host`.
pub(crate) fn policy_with_sockets(addresses: &[String]) -> Result<HeaderValue> {
    let mut sockets: Vec<String> = addresses.iter().filter_map(|address| socket_at(address)).collect();
    sockets.sort();
    sockets.dedup();
    sockets.insert(0, "connect-src 'self'".to_owned());
    let policy = CSP.replace("connect-src 'self'", &sockets.join(" "));
    HeaderValue::from_str(&policy).map_err(|cause| Error::bug(cause.to_string()))
}

/// The same address for sockets. What is more than a scheme and a host stands in no policy.
fn socket_at(address: &str) -> Option<String> {
    let (scheme, host) = address.split_once("://")?;
    let scheme = match scheme {
        "https" => "wss",
        "http" => "ws",
        _ => return None,
    };
    crate::config::is_host(host).then(|| format!("{scheme}://{host}"))
}

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The request's id, for layers inside that make a [`View`].
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Puts the guard around all routes, and the assets beside them. What no route answers is [`Error::NotFound`].
pub fn harden(routes: Router, sent: Sent) -> Router {
    let assets = Router::new()
        .route("/a/{folder}/{*name}", axum::routing::get(assets::serve))
        .route("/sw.js", axum::routing::get(assets::serve_worker))
        .route("/offline", axum::routing::get(show_offline));
    #[cfg(debug_assertions)]
    let assets = assets.route("/dev/parts", axum::routing::get(super::story::show));
    routes.merge(assets).fallback(|| async { Error::NotFound }).layer(from_fn_with_state(sent, guard))
}

async fn guard(State(sent): State<Sent>, mut request: Request, next: middleware::Next) -> Response {
    let record = Record::of(&request);
    let id = crate::id::random().map(crate::id::to_text).unwrap_or_default();
    let view = View { reference: id.clone(), ..View::public(request.uri().path(), Clock::machine().now()) };
    let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    let again = (request.method() == Method::GET).then(|| Next::read(path));
    let mut response = if may_act(&request) {
        request.extensions_mut().insert(RequestId(id.clone()));
        say_errors(&view, again.as_ref(), finish(answer(sent, view.clone(), request, next)).await)
    } else {
        refuse(&view, StatusCode::FORBIDDEN, "refused-from-elsewhere")
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID, value);
    }
    record.write(response.status(), &id);
    response
}

/// Whether a request may change something: it must come from one of our own pages. Browsers say so in `Sec-Fetch-Site`,
/// older ones in `Origin`; what says neither is refused (ATK-46).
fn may_act(request: &Request) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return true;
    }
    let said = |name: HeaderName| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = said(SEC_FETCH_SITE) {
        return site == "same-origin";
    }
    // HTTP/2 names the host in the address, HTTP/1.1 in a header.
    let host = request.uri().authority().map(Authority::as_str).or(said(HOST));
    let from = said(ORIGIN).and_then(|origin| origin.split_once("://"));
    from.zip(host).is_some_and(|((_, from), host)| from.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests;
