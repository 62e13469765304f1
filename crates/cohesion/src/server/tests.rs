//! Clients that begin and stall, give slowly, or do not take what they asked for; and those that are only slow.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::{sleep, timeout};

use super::{Patience, serve};

/// Short enough for a test, and long enough for a machine that is busy with others.
const SHORT: Duration = Duration::from_millis(400);
/// What no test waits for.
const LONG: Duration = Duration::from_secs(20);
/// More than the sockets of both sides hold.
const LARGE: usize = 24 << 20;

const PATIENT: Patience =
    Patience { beginning: LONG, headers: LONG, piece: LONG, taking: LONG, beat: Duration::ZERO, farewell: SHORT };

/// Serves until the test's runtime ends.
async fn open(patience: Patience) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    let large = Bytes::from(vec![b'x'; LARGE]);
    let ticks = async || {
        let ticks = futures_util::stream::unfold((), async |()| {
            sleep(SHORT / 8).await;
            Some((Ok::<_, std::io::Error>(":\n\n"), ()))
        });
        ([("content-type", "text/event-stream")], Body::from_stream(ticks)).into_response()
    };
    let router = Router::new()
        .route("/", get(async || "here"))
        .route("/large", get(async move || large.clone()))
        .route("/count", post(async |given: Bytes| given.len().to_string()))
        .route("/ticks", get(ticks));
    tokio::spawn(async move { serve(router, listener, &[], patience, std::future::pending()).await });
    address
}

/// What comes back after `sent`, until the connection ends.
async fn say(address: SocketAddr, sent: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.expect("the server listens");
    stream.write_all(sent).await.expect("it is sent");
    let mut answer = Vec::new();
    let _ = timeout(LONG / 2, stream.read_to_end(&mut answer)).await.expect("the connection ends");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_client_that_begins_and_stalls_is_let_go() {
    let address = open(Patience { beginning: SHORT, ..PATIENT }).await;
    for begun in ["", "P", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r"] {
        assert_eq!(say(address, begun.as_bytes()).await, "", "{begun:?}");
    }
    assert!(say(address, b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n").await.ends_with("here"));
    assert!(
        say(address, b"POST /count HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc").await.ends_with('3'),
        "P is no preface"
    );
}

#[tokio::test]
async fn headers_that_do_not_end_are_not_waited_for() {
    let address = open(Patience { headers: SHORT, ..PATIENT }).await;
    say(address, b"GET / HTTP/1.1\r\nHost: here\r\nX-On: and on").await;
    assert!(say(address, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n").await.ends_with("here"), "nor is a next request");
}

#[tokio::test]
async fn a_body_whose_next_piece_does_not_come_is_given_up() {
    let address = open(Patience { piece: SHORT, ..PATIENT }).await;
    let head = "POST /count HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\nConnection: close\r\n\r\n";
    assert!(say(address, format!("{head}abc").as_bytes()).await.starts_with("HTTP/1.1 400"));
    let mut slow = TcpStream::connect(address).await.expect("the server listens");
    slow.write_all(head.as_bytes()).await.expect("it is sent");
    for _ in 0..10 {
        sleep(SHORT / 4).await;
        slow.write_all(b"x").await.expect("it is sent");
    }
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.expect("it is answered");
    assert!(answer.ends_with("10"), "slow is not silent: {answer}");
}

/// A client that asks, with a small window for what comes back.
async fn ask(address: SocketAddr, sent: &[u8]) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(32 * 1_024).expect("a small window");
    let mut stream = socket.connect(address).await.expect("the server listens");
    stream.write_all(sent).await.expect("it is sent");
    stream
}

const GET_LARGE: &[u8] = b"GET /large HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";

#[tokio::test]
async fn a_client_that_does_not_take_its_answer_is_let_go() {
    let address = open(Patience { taking: SHORT, ..PATIENT }).await;
    let mut stream = ask(address, GET_LARGE).await;
    sleep(SHORT * 4).await;
    let mut taken = Vec::new();
    let _ = timeout(LONG / 2, stream.read_to_end(&mut taken)).await.expect("the connection ends");
    assert!(taken.len() < LARGE, "all of it came");
}

#[tokio::test]
async fn a_client_that_takes_its_answer_slowly_gets_all_of_it() {
    let address = open(Patience { taking: SHORT, ..PATIENT }).await;
    let (mut stream, mut taken, mut piece) = (ask(address, GET_LARGE).await, 0, vec![0; LARGE / 8]);
    loop {
        match stream.read(&mut piece).await.expect("it goes on") {
            0 => break,
            length => taken += length,
        }
        if taken < LARGE / 100 {
            sleep(SHORT / 8).await;
        }
    }
    assert!(taken > LARGE);
}

/// HTTP/2 by hand: settings with a window of nothing, then `GET /large`.
#[tokio::test]
async fn a_window_that_stays_shut_does_not_hold_an_answer_for_ever() {
    let address = open(Patience { taking: SHORT, ..PATIENT }).await;
    let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    let settings = [0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0];
    let fields = [&[0x82, 0x86, 0x04, 6][..], b"/large", &[0x41, 4], b"here"].concat();
    let length = u8::try_from(fields.len()).expect("a short head");
    let head = [&[0, 0, length, 1, 5, 0, 0, 0, 1][..], &fields].concat();
    let mut stream = TcpStream::connect(address).await.expect("the server listens");
    stream.write_all(&[&preface[..], &settings, &head].concat()).await.expect("it is sent");
    let mut answer = Vec::new();
    let _ = timeout(LONG / 2, stream.read_to_end(&mut answer)).await.expect("the connection ends");
    assert!(answer.windows(4).any(|bytes| bytes == [1, 4, 0, 0]), "the answer had begun: {answer:?}");
}

#[tokio::test]
async fn a_stream_of_events_goes_on_however_long_it_takes() {
    let address = open(Patience { taking: SHORT, ..PATIENT }).await;
    let mut stream = ask(address, b"GET /ticks HTTP/1.1\r\nHost: here\r\n\r\n").await;
    sleep(SHORT * 4).await;
    let mut taken = [0; 4_096];
    for _ in 0..8 {
        assert!(stream.read(&mut taken).await.expect("it goes on") > 0);
    }
}
