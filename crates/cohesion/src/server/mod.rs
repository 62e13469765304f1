//! The server's door: an accept loop with caps and clocks of its own, and a stop that lets answers finish.
//!
//! `axum::serve` sets no timer, so a client that never ends its headers would hold a connection for ever. Here each step of
//! a connection has a clock, headers and connections have a bound, and each address has a share.

mod crowd;
mod even;
mod given;
mod line;
mod owed;
mod patience;
#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::identity::Peer;
use crowd::Crowd;
use given::Given;
use line::Line;
use owed::Owed;

pub use patience::Patience;

/// Requests that one HTTP/2 connection may have under way.
const STREAMS_MAX: u32 = 100;
/// Fields of one request's headers.
const HEADERS_MAX: usize = 100;
/// Bytes of one request's headers.
const HEADER_BYTES_MAX: u32 = 16 * 1_024;

/// Serves until `stop` is ready, then lets answers that are under way finish. Each address has a share of the connections, but
/// for those of `proxies`, which bring many visitors.
pub async fn serve(
    router: Router,
    listener: TcpListener,
    proxies: &[IpAddr],
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let (graceful, crowd) = (GracefulShutdown::new(), Crowd::without_shares_for(proxies));
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
            let connection = connection(stream, from, router.clone(), patience, graceful.watcher());
            tokio::spawn(async move {
                connection.await;
                drop(place);
            });
        }
    }
    drop(listener);
    if tokio::time::timeout(patience.farewell, graceful.shutdown()).await.is_err() {
        tracing::warn!("some answers were still under way when the server stopped");
    }
}

async fn connection(mut stream: TcpStream, from: SocketAddr, router: Router, patience: Patience, watcher: Watcher) {
    // A page that leaves in two pieces must not wait for word that the first one came: that takes 40 ms.
    if let Err(cause) = stream.set_nodelay(true) {
        tracing::debug!(%cause, "a connection may send in larger pieces");
    }
    let beginning = tokio::time::timeout(patience.beginning, line::read_beginning(&mut stream)).await;
    let Ok(Ok(beginning)) = beginning else { return };
    let owed = Owed::nothing();
    let line = TokioIo::new(Line::new(stream, beginning, owed.clone()));
    let measured = owed.clone();
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let (router, owed) = (router.clone(), measured.clone());
        async move {
            let request = request.map(|body| Body::new(Given::new(body, patience.piece)));
            let came = Instant::now();
            let answer = answer(router, from, request).await;
            Ok::<_, Infallible>(owed.measure(even::hold(answer, came, patience.beat).await))
        }
    });
    let connection = builder(patience).serve_connection_with_upgrades(line, service).into_owned();
    tokio::select! {
        ended = watcher.watch(connection) => {
            if let Err(cause) = ended {
                tracing::debug!(%cause, "a connection ended early");
            }
        }
        () = owed.overdue(patience.taking) => tracing::debug!("a client did not take its answer"),
    }
}

fn builder(patience: Patience) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.headers)
        .max_headers(HEADERS_MAX)
        .max_buf_size(HEADER_BYTES_MAX as usize);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS_MAX)
        .max_header_list_size(HEADER_BYTES_MAX)
        .keep_alive_interval(Some(Duration::from_secs(20)));
    builder
}

async fn answer(router: Router, from: SocketAddr, mut request: Request<Body>) -> Response<Body> {
    request.extensions_mut().insert(Peer(from.ip()));
    match router.oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    }
}
