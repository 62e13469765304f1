//! Forms: what a browser sent, checked into types that cannot be wrong, and shown again with every word kept.
//!
//! The way of a form: [`Form`] reads it, [`Check`] turns it into a value or into faults, [`mend`] shows the page again with
//! [`Fields`] that hold what was typed. Nothing that a person wrote is lost because of a mistake elsewhere.

mod check;
mod choices;
mod field;
mod fields;
mod signs;
#[cfg(test)]
mod tests;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};

pub use check::Check;
pub use choices::{Choice, Choices, Pick};
pub use field::Field;
pub use fields::Fields;

use super::errors::refuse;
use super::{Page, View};
use crate::error::{Error, Fault};
use crate::limits::{FORM_BYTES_MAX, FORM_FIELDS_MAX};

/// What a browser sent: names and values, in their order, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `name=value&…`, as it stands in a body or after the question mark of an address.
    pub fn parse(text: &str) -> Self {
        Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
    }

    /// A form that is already filled in, for a page that changes something.
    pub fn of<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// The first value of `name`; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values(name).next().unwrap_or_default()
    }

    /// All values of `name`, in their order.
    pub fn values<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether the box `name` is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    /// All names and values, in their order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Shows a form again where `error` says which fields to mend (422), or that the world has moved on (409); any other error
/// goes on as it is.
pub fn mend(error: Error, page: impl FnOnce(Vec<Fault>) -> Page) -> Result<Response, Error> {
    match error {
        Error::Invalid(faults) => Ok(page(faults).status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
        Error::Conflict(words) => {
            let of_no_field = vec![Fault::new("", words)];
            Ok(page(of_no_field).status(StatusCode::CONFLICT).into_response())
        }
        other => Err(other),
    }
}

/// Whether what was sent says that it is a form.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    media.split(';').next() == Some("application/x-www-form-urlencoded")
}

/// The whole body of a form, or the page that says why it was not taken.
pub(super) async fn read_body(view: &View, body: Body) -> Result<Bytes, Response> {
    match Limited::new(body, FORM_BYTES_MAX).collect().await {
        Ok(read) => Ok(read.to_bytes()),
        Err(cause) if cause.is::<LengthLimitError>() => {
            Err(refuse(view, StatusCode::PAYLOAD_TOO_LARGE, "refused-too-large"))
        }
        Err(_) => Err(refuse(view, StatusCode::BAD_REQUEST, "refused-cut-off")),
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(view) = View::from_request_parts(&mut parts, state).await;
        if !is_form(&parts.headers) {
            return Err(refuse(&view, StatusCode::BAD_REQUEST, "refused-not-a-form"));
        }
        let bytes = read_body(&view, body).await?;
        let form = std::str::from_utf8(&bytes).map(Self::parse).unwrap_or_default();
        if form.0.len() > FORM_FIELDS_MAX {
            return Err(refuse(&view, StatusCode::PAYLOAD_TOO_LARGE, "refused-too-large"));
        }
        Ok(form)
    }
}
