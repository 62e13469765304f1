//! The socket of a live room: one browser's line, from its ticket to its end.
//!
//! Its login and its tie to the group are looked at anew each second and at every notice about them, by the room's lookout;
//! whoever has lost either gets no further frame. Frames are small and few: one that is too large ends the line, too many come to nothing.

use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket, close_code};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::held::WayIn;
use super::keeper::Post;
use super::line::FRAMES_MAX;
use super::lookout::{Ear, Gone};
use super::pace::{Pace, Step};
use super::visit::{Face, Visit};
use super::wire::{FRAME_BYTES_MAX, Sent, Told, Unread, read};
use super::{Rooms, actor};
use crate::access::SignedIn;
use crate::app::App;
use crate::groups::Session;
use crate::hub::{Change, Heard, Listener};
use crate::identity;
use crate::web::View;
use ::floor::hall::LineId;

/// How long a line may take to show its ticket, or to take a frame.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long a browser that is sent away is heard out.
const FAREWELL: Duration = Duration::from_secs(1);
/// How often a member in the room is noted as seen, so that their login does not lock in the middle. A login that reads the
/// records of others locks as it does elsewhere.
const SIGHT: Duration = Duration::from_mins(2);
/// How often a browser is asked for a sign of life, and how long it may give none.
const PING: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_secs(15);
/// What is read at once. Most frames are a wish of a hundred bytes; the usual 128 KiB would be most of what a seat takes, and be
/// cleared before each read.
pub(super) const READ_BYTES: usize = 4 * 1_024;

/// Somebody whom a ticket has let in.
pub(super) struct Visitor {
    pub app: App,
    pub rooms: Rooms,
    pub who: SignedIn,
    pub session: Session,
    pub view: View,
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
    /// The browser does what none of our pages does; it is told what.
    Misused(Misuse),
}

/// What none of our pages does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Misuse {
    /// Something other than text, or no frame of ours.
    Unreadable,
    /// A frame that is too long.
    TooLong,
    /// A frame of another version: the page is an old one.
    OldPage,
    /// Hundreds of frames in a second.
    Flood,
}

impl Misuse {
    /// A word for it, and the key of the sentence.
    const fn said(self) -> (&'static str, &'static str) {
        match self {
            Self::Unreadable => ("unreadable", "room-bye-unreadable"),
            Self::TooLong => ("too-long", "room-bye-too-long"),
            Self::OldPage => ("old-page", "room-bye-ticket"),
            Self::Flood => ("flood", "room-bye-flood"),
        }
    }
}

impl Visitor {
    /// Stays until there is a reason to end.
    pub async fn stay(
        self,
        socket: WebSocket,
        listener: Listener,
        WayIn { mailbox, lookout }: WayIn,
        (visit, resume): (Visit, String),
    ) {
        let face = visit.face;
        let (line, (outbox, frames)) = (self.rooms.next_line(), mpsc::channel(FRAMES_MAX));
        let (mut watched, ear) = lookout.watch(line, self.who, face);
        let farewell = outbox.downgrade();
        if mailbox.send(Post::Knock(line, Box::new(visit), resume, outbox)).await.is_err() {
            return close(socket, close_code::AGAIN, "it is closing").await;
        }
        let (sink, mut stream) = socket.split();
        let mut sending = tokio::spawn(send_all(sink, frames));
        let end = tokio::select! {
            gone = watched.ends() => gone.into(),
            end = self.hear_all(&mut stream, (listener, ear), (line, face), (&mailbox, &farewell)) => end,
            end = &mut sending => end.unwrap_or(End::Lost),
        };
        // Whatever still waits to go out is for nobody.
        if matches!(end, End::SignedOut | End::Departed | End::Lost) {
            sending.abort();
        }
        if let (End::Misused(misuse), Some(outbox)) = (end, farewell.upgrade()) {
            let (why, key) = misuse.said();
            let _ = outbox.try_send(Told::Bye { why, words: self.view.words.say(key, None).into_owned() });
        }
        let post = match end {
            End::SignedOut => Post::SignedOut(line),
            End::Departed => Post::Departed(line),
            End::Lost | End::Closed | End::Misused(_) => Post::Lost(line),
        };
        let _ = mailbox.send(post).await;
        if matches!(end, End::Misused(_)) {
            part_in_peace(stream, sending).await;
        }
    }

    /// Takes frames until there is a reason to end.
    async fn hear_all(
        &self,
        stream: &mut SplitStream<WebSocket>,
        (mut listener, ear): (Listener, Ear),
        (line, face): (LineId, Face),
        (mailbox, outbox): (&mpsc::Sender<Post>, &mpsc::WeakSender<Told>),
    ) -> End {
        let ending = self.app.life().ending();
        let mut sights = tokio::time::interval_at(tokio::time::Instant::now() + SIGHT, SIGHT);
        let (mut pace, mut sign) = (Pace::new(Instant::now()), tokio::time::Instant::now());
        loop {
            tokio::select! {
                () = ending.cancelled() => return End::Closed,
                () = tokio::time::sleep_until(sign + SILENCE) => return End::Lost,
                heard = listener.hear() => if self.concerns_me(&heard) {
                    ear.look_now();
                },
                _ = sights.tick(), if face == Face::Member => self.is_seen(),
                frame = stream.next() => match self.frame(frame, &mut pace, line, (mailbox, outbox)).await {
                    Ok(()) => sign = tokio::time::Instant::now(),
                    Err(end) => return end,
                },
            }
        }
    }

    async fn frame(
        &self,
        frame: Option<Result<Message, axum::Error>>,
        pace: &mut Pace,
        line: LineId,
        (mailbox, outbox): (&mpsc::Sender<Post>, &mpsc::WeakSender<Told>),
    ) -> Result<(), End> {
        let text = match frame {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {
                return if pace.step(Instant::now()) == Step::Flood { Err(Misuse::Flood.into()) } else { Ok(()) };
            }
            Some(Ok(Message::Binary(_))) => return Err(Misuse::Unreadable.into()),
            Some(Ok(Message::Close(_)) | Err(_)) | None => return Err(End::Lost),
        };
        match pace.step(Instant::now()) {
            Step::Taken => {}
            // Whoever waits for an answer hears that there will be none; once, or it would be a flood the other way.
            Step::FirstTooFast => {
                let _ = mailbox.try_send(Post::TooFast(line));
                return Ok(());
            }
            Step::TooFast => return Ok(()),
            Step::Flood => return Err(Misuse::Flood.into()),
        }
        if text.len() > FRAME_BYTES_MAX {
            return Err(Misuse::TooLong.into());
        }
        let post = match read(&text) {
            Ok(Sent::Offer { sdp }) => Post::Offer(line, sdp),
            Ok(Sent::Wish(wished)) => {
                // Here and not in the room, which may be gone by the time it would take the wish.
                if wished.what == "unsafe" {
                    self.call_for_help(outbox.clone());
                }
                Post::Wish(line, wished)
            }
            Err(Unread::Version) => return Err(Misuse::OldPage.into()),
            Ok(Sent::Hello { .. }) | Err(Unread::Form) => return Err(Misuse::Unreadable.into()),
        };
        mailbox.send(post).await.map_err(|_| End::Closed)
    }

    /// Whoever sits in the room uses their login. Noted beside the line, on which a call for help waits for no records.
    fn is_seen(&self) {
        let (app, who) = (self.app.clone(), self.who);
        tokio::spawn(async move {
            let noting = app.write(actor(who), async move |work| identity::keep_seen(work, &who).await);
            if let Err(cause) = noting.await {
                tracing::warn!(%cause, "a live room's login was not noted as used");
            }
        });
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

impl From<Gone> for End {
    fn from(gone: Gone) -> Self {
        match gone {
            Gone::SignedOut => Self::SignedOut,
            Gone::Departed => Self::Departed,
        }
    }
}

impl From<Misuse> for End {
    fn from(misuse: Misuse) -> Self {
        Self::Misused(misuse)
    }
}

/// Takes what still comes, for nobody, until whoever is told has heard why. A socket that closes on something unread takes its
/// last words with it.
async fn part_in_peace(mut stream: SplitStream<WebSocket>, sending: JoinHandle<End>) {
    let hearing_out = async {
        let _ = sending.await;
        while let Some(Ok(_)) = stream.next().await {}
    };
    let _ = tokio::time::timeout(FAREWELL, hearing_out).await;
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

pub(super) async fn close(mut socket: WebSocket, code: u16, reason: &'static str) {
    let frame = Message::Close(Some(CloseFrame { code, reason: reason.into() }));
    let _ = tokio::time::timeout(PATIENCE, socket.send(frame)).await;
}
