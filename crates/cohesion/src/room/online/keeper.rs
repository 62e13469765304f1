//! One room under way: a task that takes what comes one after the other, asks the hall, and lets everybody see what came of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use ::floor::Seat;
use ::floor::hall::{Call, Fact, Hall, LineId, Source};
use sfu::RoomId;
use tokio::sync::mpsc;

use super::entry::Counting;
use super::line::Line;
use super::stay::{Spoken, Stay, spoken};
use super::visit::Visit;
use super::wire::{Told, Wished};
use super::wishes;
use crate::app::App;
use crate::clock::{Span, Timestamp};
use crate::groups::Session;
use crate::id::PracticeId;
use crate::room::engine::Engine;
use crate::room::table::ms;

/// What may wait for a room: all its sockets, several times over.
pub(super) const POSTS_MAX: usize = 256;
/// Events of the media that may wait.
const EVENTS_MAX: usize = 256;
/// Posts that are taken before everybody is shown what came of them.
const IN_ONE_GO: usize = 32;
/// How often those who lead see numbers anew.
const TALK_EVERY: Span = Span::seconds(5);
/// The longest nap: times of the hall are by a clock that can be moved.
const NAP: Duration = Duration::from_secs(1);

/// Something that comes to a room.
pub(super) enum Post {
    /// Somebody with a ticket, what their page was welcomed with before, and the way to them.
    Knock(LineId, Box<Visit>, String, mpsc::Sender<Told>),
    /// An offer for sound and pictures.
    Offer(LineId, String),
    /// A wish.
    Wish(LineId, Wished),
    /// A line is gone.
    Lost(LineId),
    /// A login has ended: the line is gone, and sound and pictures with it at once.
    SignedOut(LineId),
    /// Somebody does not belong to the group any more.
    Departed(LineId),
    /// The session is closed.
    Closed,
}

pub(super) struct Keeper {
    pub(super) app: App,
    pub(super) engine: Arc<Engine>,
    pub(super) practice: PracticeId,
    pub(super) session: Session,
    pub(super) room: RoomId,
    pub(super) hall: Hall,
    pub(super) lines: BTreeMap<LineId, Line>,
    /// Everybody who has been at the door, by the number that pages know them by, and what they are called.
    pub(super) faces: Vec<(Seat, String)>,
    /// By which the page that has a seat takes it up again.
    pages: BTreeMap<Seat, String>,
    /// How long everybody was here.
    pub(super) stays: BTreeMap<Seat, Stay>,
    /// Whether the talk of those who agreed is counted today.
    pub(super) counting: Counting,
    /// What was counted so far, as those who lead see it.
    pub(super) talk: Vec<(Seat, Spoken)>,
    talk_at: Timestamp,
    /// Seats whose sound and pictures are connected.
    pub(super) connected: BTreeSet<Seat>,
    pub(super) events: mpsc::Sender<sfu::Told>,
    told: Option<mpsc::Receiver<sfu::Told>>,
}

impl Keeper {
    pub fn new(app: App, engine: Arc<Engine>, hall: Hall, (practice, session): (PracticeId, Session)) -> Self {
        let (events, told) = mpsc::channel(EVENTS_MAX);
        Self {
            app,
            engine,
            practice,
            session,
            room: RoomId(u128::from_be_bytes(session.id.0)),
            hall,
            lines: BTreeMap::new(),
            faces: Vec::new(),
            pages: BTreeMap::new(),
            stays: BTreeMap::new(),
            counting: Counting::Refused,
            talk: Vec::new(),
            talk_at: Timestamp(0),
            connected: BTreeSet::new(),
            events,
            told: Some(told),
        }
    }

    /// Runs until it is over, or nobody is there and nobody's seat is kept.
    pub async fn run(mut self, mut posts: mpsc::Receiver<Post>) {
        let Some(mut told) = self.told.take() else { return };
        let ending = self.app.life().ending();
        loop {
            tokio::select! {
                () = ending.cancelled() => break,
                post = posts.recv() => match post {
                    Some(post) => {
                        self.take(post).await;
                        for _ in 0..IN_ONE_GO {
                            let Ok(post) = posts.try_recv() else { break };
                            self.take(post).await;
                        }
                    }
                    None => break,
                },
                Some(event) = told.recv() => self.learn(event).await,
                () = tokio::time::sleep(self.nap()) => self.look().await,
            }
            self.note_stays();
            self.show().await;
            if self.is_done() {
                break;
            }
        }
        posts.close();
        self.end().await;
    }

    /// A room that nobody is in, and to which nobody is expected back, is no room.
    fn is_done(&self) -> bool {
        self.hall.is_over() || (self.lines.is_empty() && self.hall.seated().next().is_none())
    }

    pub(super) fn now_ms(&self) -> u64 {
        ms(self.app.clock().now())
    }

    fn nap(&self) -> Duration {
        let due = self.hall.due_ms().map_or(u64::MAX, |due| due.saturating_sub(self.now_ms()));
        Duration::from_millis(due).min(NAP)
    }

    async fn look(&mut self) {
        let outputs = self.hall.poll(self.now_ms());
        self.carry(outputs).await;
        let now = self.app.clock().now();
        if self.counting == Counting::Agreed && now - self.talk_at >= TALK_EVERY {
            self.talk_at = now;
            self.talk = self.engine.talk(self.room).await.map(|talk| spoken(&talk)).unwrap_or_default();
        }
    }

    async fn take(&mut self, post: Post) {
        match post {
            Post::Knock(line, visit, resume, outbox) => self.knock(line, *visit, &resume, outbox).await,
            Post::Offer(line, sdp) => self.offer(line, sdp).await,
            Post::Wish(line, wished) => self.wish(line, &wished).await,
            Post::Lost(line) => self.lose(line).await,
            Post::SignedOut(line) => {
                if let Some(seat) = self.hall.seat_of(line) {
                    self.hang_up(seat).await;
                }
                self.lose(line).await;
            }
            Post::Departed(line) => {
                if let Some(seat) = self.lines.get(&line).map(|line| line.seat) {
                    self.fact(Fact::Revoke(seat)).await;
                }
                self.lose(line).await;
            }
            Post::Closed => self.fact(Fact::End).await,
        }
    }

    /// The same page of somebody whose seat is taken goes on where it was; any other comes in by the door.
    async fn knock(&mut self, id: LineId, visit: Visit, resume: &str, outbox: mpsc::Sender<Told>) {
        let (seat, number) = (visit.seat, self.face(visit.seat, &visit.called));
        let is_same_page = self.pages.get(&seat).is_some_and(|page| page == resume);
        let is_seated = self.hall.seated().any(|(other, _)| other == seat);
        let fact = if is_same_page && is_seated { Fact::Resume(id, seat) } else { Fact::Knock(id, visit.guest()) };
        let Ok(page) = crate::id::random().map(crate::id::to_text) else { return };
        let line = Line::new(seat, visit.view, visit.consent, outbox);
        let _ = line.tell(Told::Welcome { seat: number, media: self.engine.carried(), resume: page.clone() });
        self.lines.insert(id, line);
        self.pages.insert(seat, page);
        match self.hall.handle(Call::Fact(fact), self.now_ms()) {
            Ok(outputs) => self.carry(outputs).await,
            Err(refused) => {
                if let Some(line) = self.lines.remove(&id) {
                    let (why, key) = wishes::at_the_door(refused);
                    let _ = line.tell(Told::Bye { why, words: line.view.words.say(key, None).into_owned() });
                }
            }
        }
    }

    /// The number by which pages know a seat.
    fn face(&mut self, seat: Seat, called: &str) -> u16 {
        let known = self.faces.iter().position(|(other, _)| *other == seat);
        let place = known.unwrap_or(self.faces.len());
        match known {
            Some(place) => called.clone_into(&mut self.faces[place].1),
            None => self.faces.push((seat, called.to_owned())),
        }
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    async fn wish(&mut self, id: LineId, wished: &Wished) {
        let Some(seat) = self.hall.seat_of(id) else { return };
        if let Some(size) = wishes::group_size(wished) {
            return self.divide(id, size, wished.number.unwrap_or_default()).await;
        }
        if let Some(counting) = wishes::counting(wished) {
            if self.hall.seated().any(|(other, role)| other == seat && role.leads()) {
                return self.count(counting).await;
            }
            return self.refuse(id, "refused", "room-refused-not-yours");
        }
        let named = |number: u16| self.faces.get(usize::from(number)).map(|(seat, _)| *seat);
        let Some(wish) = wishes::read(wished, seat, named) else {
            return self.refuse(id, "wish", "room-refused-unknown");
        };
        match self.hall.handle(Call::over(id, wish), self.now_ms()) {
            Ok(outputs) => self.carry(outputs).await,
            Err(refused) => self.refuse(id, "refused", wishes::refused(refused)),
        }
    }

    pub(super) fn refuse(&self, id: LineId, code: &'static str, key: &'static str) {
        if let Some(line) = self.lines.get(&id) {
            let _ = line.tell(Told::Error { code, words: line.view.words.say(key, None).into_owned() });
        }
    }

    pub(super) async fn lose(&mut self, id: LineId) {
        self.lines.remove(&id);
        self.fact(Fact::LineLost(id)).await;
    }

    pub(super) async fn fact(&mut self, fact: Fact) {
        match self.hall.handle(Call::Fact(fact), self.now_ms()) {
            Ok(outputs) => self.carry(outputs).await,
            Err(refused) => tracing::debug!(%refused, "a live room was told something that it has no use for"),
        }
    }

    /// The number by which pages know a seat that has been here.
    pub(super) fn number(&self, seat: Seat) -> Option<u16> {
        let place = self.faces.iter().position(|(other, _)| *other == seat)?;
        u16::try_from(place).ok()
    }

    /// The word for a source.
    pub(super) const fn source_word(source: Source) -> &'static str {
        match source {
            Source::Microphone => "microphone",
            Source::Camera => "camera",
        }
    }
}
