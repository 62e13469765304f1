//! The socket of a live room: one browser's line, from its ticket to its end.
//!
//! Its login and its tie to the group are looked at anew each second and at every notice about them; whoever has lost either
//! gets no further frame. Frames are small and few: one that is too large ends the line, too many come to nothing.

use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::ws::{
    CloseFrame, Message, WebSocket, WebSocketUpgrade, close_code, rejection::WebSocketUpgradeRejection,
};
use axum::extract::{Extension, Path, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc;

use super::keeper::Post;
use super::line::FRAMES_MAX;
use super::look::{Standing, look, may_come};
use super::pace::{Pace, Step};
use super::visit::Face;
use super::wire::{FRAME_BYTES_MAX, Sent, Told, Unread, read};
use super::{Rooms, actor};
use crate::access::{Actor, Deed, SignedIn};
use crate::app::App;
use crate::groups::Session;
use crate::hub::{Change, Heard, Listener};
use crate::id::SessionId;
use crate::identity::{self, Who};
use crate::web::View;
use crate::{Error, Result};
use ::floor::hall::LineId;

/// How long a line may take to show its ticket, and to take a frame.
const PATIENCE: Duration = Duration::from_secs(5);
/// How soon an ended login or membership ends the line, even where no notice of it came through.
const LOOK: Duration = Duration::from_secs(1);
/// How many looks in a row may fail before nobody is sure any more.
const LOOKS_FAILED_MAX: u8 = 3;
/// How often a member in the room is noted as seen, so that their login does not lock in the middle. A login that reads the
/// records of others locks as it does elsewhere.
const SIGHT: Duration = Duration::from_mins(2);
/// How often a browser is asked for a sign of life, and how long it may give none.
const PING: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_secs(15);
/// What is read at once. Most frames are a wish of a hundred bytes; the usual 128 KiB would be most of what a seat takes, and be
/// cleared before each read.
const READ_BYTES: usize = 4 * 1_024;

/// Opens the socket, for a page of ours and somebody who may be in the room.
pub(in crate::room) async fn open(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
    headers: HeaderMap,
    upgrade: std::result::Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response> {
    let either = [Deed::TakePart, Deed::LeadFloor];
    let session = app.read(who.actor, async move |work| may_come(work, id, &either).await).await?;
    let Actor::Person(signed_in) = who.actor else { return Err(Error::SignInNeeded) };
    if !is_from_here(&headers) {
        return Ok(StatusCode::FORBIDDEN.into_response());
    }
    let upgrade = match upgrade {
        Ok(upgrade) => {
            upgrade.read_buffer_size(READ_BYTES).max_message_size(FRAME_BYTES_MAX).max_frame_size(FRAME_BYTES_MAX)
        }
        Err(rejection) => return Ok(rejection.into_response()),
    };
    let listener = app.hub().listen_for(who.person).ok_or(Error::TooMany { after_s: 30 })?;
    let visitor = Visitor { app, rooms, who: signed_in, session, view: who.view };
    Ok(upgrade.on_upgrade(move |socket| visitor.stay(socket, listener)))
}

/// Browsers say where a socket's page is from. Another site's page gets none (ATK-46).
fn is_from_here(headers: &HeaderMap) -> bool {
    let said = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let from = said(ORIGIN).and_then(|origin| origin.split_once("://"));
    from.zip(said(HOST)).is_some_and(|((_, from), host)| from.eq_ignore_ascii_case(host))
}

struct Visitor {
    app: App,
    rooms: Rooms,
    who: SignedIn,
    session: Session,
    view: View,
}

/// Why a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The browser closed it, or it broke.
    Lost,
    /// The room closed it.
    Closed,
    /// The login has ended.
    SignedOut,
    /// The person does not belong to the group any more.
    Departed,
    /// The browser does what none of our pages does.
    Misused,
}

impl Visitor {
    async fn stay(self, mut socket: WebSocket, listener: Listener) {
        let Some((ticket, resume)) = hello(&mut socket).await else {
            return close(socket, close_code::POLICY, "no ticket").await;
        };
        let Some(visit) = self.rooms.admit(&ticket, &self.who, self.session.id) else {
            let words = self.view.words.say("room-bye-ticket", None).into_owned();
            let _ = socket.send(Told::Bye { why: "ticket", words }.frame().into()).await;
            return close(socket, close_code::POLICY, "no ticket").await;
        };
        let face = visit.face;
        let Ok(mailbox) = self.rooms.mailbox(&visit).await else { return };
        let (line, (outbox, frames)) = (self.rooms.next_line(), mpsc::channel(FRAMES_MAX));
        if mailbox.send(Post::Knock(line, Box::new(visit), resume, outbox)).await.is_err() {
            return close(socket, close_code::AGAIN, "it is closing").await;
        }
        let (sink, stream) = socket.split();
        let mut sending = tokio::spawn(send_all(sink, frames));
        let end = tokio::select! {
            end = self.hear_all(stream, listener, (line, face), &mailbox) => end,
            end = &mut sending => end.unwrap_or(End::Lost),
        };
        // Whatever still waits to go out is for nobody.
        if matches!(end, End::SignedOut | End::Departed | End::Lost) {
            sending.abort();
        }
        let post = match end {
            End::SignedOut => Post::SignedOut(line),
            End::Departed => Post::Departed(line),
            End::Lost | End::Closed | End::Misused => Post::Lost(line),
        };
        let _ = mailbox.send(post).await;
    }

    /// Takes frames until there is a reason to end.
    async fn hear_all(
        &self,
        mut stream: SplitStream<WebSocket>,
        mut listener: Listener,
        (line, face): (LineId, Face),
        mailbox: &mpsc::Sender<Post>,
    ) -> End {
        let (mut looks, mut failed, ending) = (tokio::time::interval(LOOK), 0, self.app.life().ending());
        let mut sights = tokio::time::interval_at(tokio::time::Instant::now() + SIGHT, SIGHT);
        let (mut pace, mut sign) = (Pace::new(Instant::now()), Instant::now());
        loop {
            let must_look = tokio::select! {
                () = ending.cancelled() => return End::Closed,
                heard = listener.hear() => self.concerns_me(&heard),
                _ = looks.tick() => true,
                _ = sights.tick(), if face == Face::Member => {
                    self.is_seen().await;
                    false
                }
                frame = stream.next() => match self.frame(frame, &mut pace, line, mailbox).await {
                    Ok(()) => {
                        sign = Instant::now();
                        false
                    }
                    Err(end) => return end,
                },
            };
            if sign.elapsed() > SILENCE {
                return End::Lost;
            }
            if must_look {
                match look(&self.app, self.who, self.session.id, face).await {
                    Ok(Standing::Fine) => failed = 0,
                    Ok(Standing::SignedOut) => return End::SignedOut,
                    Ok(Standing::Departed) => return End::Departed,
                    Ok(Standing::SessionClosed) => drop(mailbox.send(Post::Closed).await),
                    // What cannot be read is no yes for long.
                    Err(cause) => {
                        tracing::error!(%cause, "a live room's line could not be looked at");
                        failed += 1;
                        if failed >= LOOKS_FAILED_MAX {
                            return End::SignedOut;
                        }
                    }
                }
            }
        }
    }

    async fn frame(
        &self,
        frame: Option<std::result::Result<Message, axum::Error>>,
        pace: &mut Pace,
        line: LineId,
        mailbox: &mpsc::Sender<Post>,
    ) -> std::result::Result<(), End> {
        let text = match frame {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {
                return if pace.step(Instant::now()) == Step::Flood { Err(End::Misused) } else { Ok(()) };
            }
            Some(Ok(Message::Binary(_))) => return Err(End::Misused),
            Some(Ok(Message::Close(_)) | Err(_)) | None => return Err(End::Lost),
        };
        match pace.step(Instant::now()) {
            Step::Taken => {}
            Step::TooFast => return Ok(()),
            Step::Flood => return Err(End::Misused),
        }
        let post = match read(&text) {
            Ok(Sent::Offer { sdp }) => Post::Offer(line, sdp),
            Ok(Sent::Wish(wished)) => Post::Wish(line, wished),
            Ok(Sent::Hello { .. }) | Err(Unread::Form | Unread::Version) => return Err(End::Misused),
        };
        mailbox.send(post).await.map_err(|_| End::Closed)
    }

    /// Whoever sits in the room uses their login.
    async fn is_seen(&self) {
        let who = self.who;
        let noting = self.app.write(actor(who), async move |work| identity::keep_seen(work, &who).await);
        if let Err(cause) = noting.await {
            tracing::warn!(%cause, "a live room's login was not noted as used");
        }
    }

    fn concerns_me(&self, heard: &Heard) -> bool {
        let mine = |change: &Change| match change {
            Change::LoginEnded(person) => *person == self.who.person,
            Change::Group(group) => *group == self.session.group,
            _ => false,
        };
        match heard {
            Heard::Gap => true,
            Heard::Notices(notices) => {
                notices.iter().any(|notice| notice.practice == self.who.practice && mine(&notice.what))
            }
        }
    }
}

/// The ticket, which must be the first thing and come soon.
async fn hello(socket: &mut WebSocket) -> Option<(String, String)> {
    let first = tokio::time::timeout(PATIENCE, socket.recv()).await.ok()??.ok()?;
    let Message::Text(text) = first else { return None };
    match read(&text) {
        Ok(Sent::Hello { ticket, resume }) => Some((ticket, resume)),
        _ => None,
    }
}

/// Sends frames until the room has no more, or the browser takes none; in between it asks for signs of life.
async fn send_all(mut sink: SplitSink<WebSocket, Message>, mut frames: mpsc::Receiver<Told>) -> End {
    let mut pings = tokio::time::interval(PING);
    loop {
        let message = tokio::select! {
            told = frames.recv() => match told {
                Some(told) => told.frame().into(),
                None => break,
            },
            _ = pings.tick() => Message::Ping(Bytes::new()),
        };
        let sent = tokio::time::timeout(PATIENCE, sink.send(message)).await;
        if !matches!(sent, Ok(Ok(()))) {
            return End::Lost;
        }
    }
    let bye = Message::Close(Some(CloseFrame { code: close_code::NORMAL, reason: "".into() }));
    let _ = tokio::time::timeout(PATIENCE, sink.send(bye)).await;
    End::Closed
}

async fn close(mut socket: WebSocket, code: u16, reason: &'static str) {
    let frame = Message::Close(Some(CloseFrame { code, reason: reason.into() }));
    let _ = tokio::time::timeout(PATIENCE, socket.send(frame)).await;
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    #[test]
    fn only_our_own_pages_open_a_socket() {
        let headers = |pairs: &[(HeaderName, &str)]| {
            pairs.iter().map(|(name, value)| (name.clone(), value.parse().expect("a value"))).collect::<HeaderMap>()
        };
        assert!(is_from_here(&headers(&[(ORIGIN, "https://group.example"), (HOST, "group.example")])));
        for refused in [
            &[(HOST, "group.example")][..],
            &[(ORIGIN, "null"), (HOST, "group.example")],
            &[(ORIGIN, "https://evil.example"), (HOST, "group.example")],
            &[(ORIGIN, "https://group.example.evil.example"), (HOST, "group.example")],
        ] {
            assert!(!is_from_here(&headers(refused)), "{refused:?}");
        }
    }
}
