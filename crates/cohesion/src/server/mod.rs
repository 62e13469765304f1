//! The server's door: an accept loop with caps and clocks of its own, and a stop that lets answers finish.
//!
//! `axum::serve` sets no timer, so a client that never ends its headers would hold a connection for ever; here each
//! connection has a first-byte and a header clock, and each address has a share.

mod crowd;

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::identity::Peer;
use crowd::Crowd;

/// How long a connection may stay silent before its first byte.
const FIRST_BYTE: Duration = Duration::from_secs(5);
/// How long the headers may take.
const HEADERS: Duration = Duration::from_secs(10);
/// How long a stop waits for answers that are under way.
const FAREWELL: Duration = Duration::from_secs(10);
/// Requests that one HTTP/2 connection may have under way.
const STREAMS_MAX: u32 = 100;
/// Bytes of headers.
const HEADER_BYTES_MAX: u32 = 16 * 1_024;

/// Serves until `stop` is ready, then lets answers that are under way finish.
pub async fn serve(router: Router, listener: TcpListener, stop: impl Future<Output = ()>) {
    let (graceful, crowd) = (GracefulShutdown::new(), Crowd::default());
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, from) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(connection) => connection,
                Err(cause) => {
                    tracing::warn!(%cause, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        if let Some(place) = crowd.enter(from.ip()) {
            let connection = connection(stream, from, router.clone(), graceful.watcher());
            tokio::spawn(async move {
                connection.await;
                drop(place);
            });
        }
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, graceful.shutdown()).await.is_err() {
        tracing::warn!("some answers were still under way when the server stopped");
    }
}

async fn connection(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    watcher: hyper_util::server::graceful::Watcher,
) {
    if !matches!(tokio::time::timeout(FIRST_BYTE, stream.readable()).await, Ok(Ok(()))) {
        return;
    }
    let service = hyper::service::service_fn(move |request: Request<Incoming>| answer(router.clone(), from, request));
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS).max_headers(100);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS_MAX)
        .max_header_list_size(HEADER_BYTES_MAX)
        .keep_alive_interval(Some(Duration::from_secs(20)));
    let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
    if let Err(cause) = watcher.watch(connection).await {
        tracing::debug!(%cause, "a connection ended early");
    }
}

async fn answer(router: Router, from: SocketAddr, request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(Peer(from.ip()));
    router.oneshot(request).await
}
