//! One browser's line into a live room, as the room's script opens it: a ticket, a socket, a hello; then frames and wishes.

use super::super::Result;
use super::super::browser::{Browser, Login};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use http::StatusCode;
use http::header::{COOKIE, ORIGIN};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

type Socket = WebSocketStream<TcpStream>;

/// After which a line is given up that says nothing.
const LOST_AFTER: Duration = Duration::from_secs(30);
/// Bytes that are read at once: thousands of lines share this process.
const READ_BYTES: usize = 8 * 1_024;

/// Something that came over a line.
pub struct Heard {
    /// By whose: the place in the room.
    pub place: usize,
    /// When.
    pub at: Instant,
    /// What; nothing once the line has ended.
    pub frame: Option<Utf8Bytes>,
}

/// Where a line goes, and as whom.
pub struct Way<'a> {
    /// The server.
    pub address: SocketAddr,
    /// The session.
    pub session: &'a str,
    /// `me` or `care`.
    pub area: &'static str,
    /// Whose login.
    pub login: &'a Login,
    /// What the same page was welcomed with before; empty where it was not.
    pub resume: &'a str,
}

/// An open line. What it hears goes to the room; dropping it breaks it off without a word.
pub struct Line {
    /// The number by which every page of the room knows this seat.
    pub seat: u64,
    /// By which the same page comes back.
    pub resume: String,
    sink: SplitSink<Socket, Message>,
    hearing: JoinHandle<()>,
}

impl Line {
    /// Opens it and waits until it is welcomed. All that comes goes to `tell`, as heard at `place`.
    pub async fn open(way: &Way<'_>, place: usize, tell: &UnboundedSender<Heard>) -> Result<Self> {
        let ticket = ticket(way).await?;
        let (mut sink, mut stream) = connect(way).await?.split();
        let hello = json!({ "v": 1, "t": "hello", "ticket": ticket, "resume": way.resume });
        sink.send(Message::text(hello.to_string())).await?;
        let welcome = tokio::time::timeout(LOST_AFTER, next(&mut stream)).await?.ok_or("the line was not welcomed")?;
        let welcome: Value = serde_json::from_str(&welcome)?;
        let (seat, resume) = welcomed(&welcome).ok_or_else(|| format!("in place of a welcome came {welcome}"))?;
        let tell = tell.clone();
        let hearing = tokio::spawn(async move {
            loop {
                let frame = next(&mut stream).await;
                let is_over = frame.is_none();
                if tell.send(Heard { place, at: Instant::now(), frame }).is_err() || is_over {
                    break;
                }
            }
        });
        Ok(Self { seat, resume, sink, hearing })
    }

    /// Asks the room for something.
    pub async fn wish(&mut self, mut wish: Value) -> Result<()> {
        (wish["v"], wish["t"]) = (1.into(), "wish".into());
        Ok(self.sink.send(Message::text(wish.to_string())).await?)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.hearing.abort();
    }
}

/// The text of the next frame that has one.
async fn next(stream: &mut SplitStream<Socket>) -> Option<Utf8Bytes> {
    loop {
        match stream.next().await?.ok()? {
            Message::Text(text) => return Some(text),
            Message::Close(_) => return None,
            _ => {}
        }
    }
}

async fn ticket(way: &Way<'_>) -> Result<String> {
    let path = format!("/{}/sessions/{}/room/ticket", way.area, way.session);
    let answer = Browser::open(way.address).await?.post(&path, Some(way.login), String::new()).await?;
    Ok(String::from_utf8(answer.expecting(StatusCode::OK, &path)?.body.to_vec())?)
}

async fn connect(way: &Way<'_>) -> Result<Socket> {
    let mut request = format!("ws://{}/room/{}/socket", way.address, way.session).into_client_request()?;
    request.headers_mut().insert(COOKIE, way.login.parse()?);
    request.headers_mut().insert(ORIGIN, format!("http://{}", way.address).parse()?);
    let stream = TcpStream::connect(way.address).await?;
    stream.set_nodelay(true)?;
    let config = WebSocketConfig::default().read_buffer_size(READ_BYTES).write_buffer_size(0);
    Ok(client_async_with_config(request, stream, Some(config)).await?.0)
}

fn welcomed(frame: &Value) -> Option<(u64, String)> {
    (frame["t"] == "welcome").then_some(())?;
    Some((frame["seat"].as_u64()?, frame["resume"].as_str()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_welcome_gives_a_seat() {
        let welcome = json!({ "v": 1, "t": "welcome", "seat": 3, "media": "no", "resume": "abc" });
        assert_eq!(welcomed(&welcome), Some((3, "abc".to_owned())));
        for other in [json!({ "v": 1, "t": "bye", "why": "ticket" }), json!({ "t": "welcome" }), json!([])] {
            assert_eq!(welcomed(&other), None, "{other}");
        }
    }
}
