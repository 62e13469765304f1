//! Brings every request to an answer: within its time, after a panic, and when the client has gone.

use std::future::Future;
use std::time::Duration;

use axum::response::{IntoResponse, Response};

use crate::error::Error;

/// How long an answer may take, the reading of the form included; a stream only until it begins.
const ANSWER: Duration = Duration::from_secs(15);

/// Runs `work` in a task of its own: a client that leaves does not stop an act half way.
pub(super) async fn finish(work: impl Future<Output = Response> + Send + 'static) -> Response {
    finish_within(ANSWER, work).await
}

async fn finish_within(limit: Duration, work: impl Future<Output = Response> + Send + 'static) -> Response {
    let error = match tokio::spawn(tokio::time::timeout(limit, work)).await {
        Ok(Ok(response)) => return response,
        Ok(Err(_)) => Error::Unavailable("an answer took too long".to_owned()),
        Err(_) => Error::bug("a page ended in the middle"),
    };
    error.into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    #[tokio::test]
    async fn an_answer_that_takes_too_long_says_so() {
        let answer = finish_within(Duration::from_millis(1), std::future::pending()).await;
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    }

    #[tokio::test]
    async fn a_page_that_panics_takes_nobody_else_down() {
        assert_eq!(finish(async { panic!("ada@example.org") }).await.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[tokio::test]
    async fn what_was_begun_is_finished_without_the_client() {
        let (done, mut finished) = tokio::sync::mpsc::channel(1);
        let (begun, started) = tokio::sync::oneshot::channel();
        let asked = tokio::spawn(finish(async move {
            let _ = begun.send(());
            tokio::time::sleep(Duration::from_millis(20)).await;
            let _ = done.send(()).await;
            StatusCode::OK.into_response()
        }));
        started.await.expect("the work began");
        asked.abort();
        assert_eq!(finished.recv().await, Some(()));
    }
}
