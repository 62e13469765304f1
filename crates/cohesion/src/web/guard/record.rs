//! One line of the log for each answer: the route's pattern and never the path, which may hold an id or a link's secret.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};

/// An answer that is being worked on.
pub(super) struct Record {
    began: Instant,
    method: &'static str,
    route: Option<MatchedPath>,
}

impl Record {
    /// Begins as the request arrives.
    pub fn of(request: &Request) -> Self {
        Self { began: Instant::now(), method: name(request.method()), route: request.extensions().get().cloned() }
    }

    /// Writes the line. Probes ask every few seconds, so theirs are for the curious only.
    pub fn write(&self, status: StatusCode, request: &str) {
        let (method, status) = (self.method, status.as_u16());
        let route = self.route.as_ref().map_or("(none)", MatchedPath::as_str);
        let ms = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        if matches!(route, "/healthz" | "/readyz") {
            tracing::debug!(method, route, status, ms, request, "answered");
        } else {
            tracing::info!(method, route, status, ms, request, "answered");
        }
    }
}

/// The method, if it is one there is: a client may write anything there.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}
