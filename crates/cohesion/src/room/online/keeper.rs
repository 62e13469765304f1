//! One room under way: a task that takes what comes one after the other, asks the hall, and lets everybody see what came of it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use ::floor::Seat;
use ::floor::hall::{Call, Fact, Hall, Lead, LineId, Source, Supervision, Wish};
use sfu::{ConnectionId, RoomId};
use tokio::sync::mpsc;

use super::entry::Counting;
use super::held::Held;
use super::lay::Laid;
use super::lease::Kept;
use super::line::Line;
use super::own::{self, Sheet};
use super::stay::{Spoken, Stay, spoken};
use super::visit::{Face, Visit};
use super::wire::{Told, Wished};
use super::wishes;
use crate::access::SignedIn;
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
    /// A line sends so fast that some of it comes to nothing.
    TooFast(LineId),
    /// A line is gone.
    Lost(LineId),
    /// A login has ended: the line is gone, and sound and pictures with it at once.
    SignedOut(LineId),
    /// Somebody does not belong to the group any more.
    Departed(LineId),
    /// The session is closed.
    Closed,
    /// Not every member agrees any more that a supervisor listens.
    NoConsent,
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
    /// Those who belong to the group, by name, as they were when it began.
    pub(super) folk: Vec<(Seat, String)>,
    /// By which the page that has a seat takes it up again.
    pub(super) pages: BTreeMap<Seat, String>,
    /// How much of pictures a page has asked for, where it is not all of them.
    pub(super) views: BTreeMap<Seat, sfu::Pictures>,
    /// Whether only those who know today's word hear and see each other. No server knows the word.
    pub(super) is_sealed: bool,
    /// How long everybody was here.
    pub(super) stays: BTreeMap<Seat, Stay>,
    /// Whoever has a seat or waits, as they came.
    pub(super) guests: BTreeMap<Seat, (SignedIn, Face)>,
    /// How many members were here at most at one time.
    pub(super) heads: usize,
    /// Whether the group has its talk counted at all.
    pub(super) ways: Counting,
    /// Whether the talk of those who agreed is counted today.
    pub(super) counting: Counting,
    /// What the group takes with it, as those who lead put it down.
    pub(super) taken: String,
    /// A worksheet that somebody shows to the group and that everybody looks at.
    pub(super) sheet: Option<Sheet>,
    /// What was counted so far, as those who lead see it.
    pub(super) talk: Vec<(Seat, Spoken)>,
    talk_at: Timestamp,
    /// Whether anybody may have to be shown something.
    pub(super) stirred: bool,
    /// Seats whose sound and pictures are connected, and by which connection.
    pub(super) connected: BTreeMap<Seat, ConnectionId>,
    pub(super) events: mpsc::Sender<sfu::Told>,
    told: Option<mpsc::Receiver<sfu::Told>>,
    /// The lease on this room.
    pub(super) held: Held,
    /// What outlasts it, as it was last kept.
    kept: Option<Kept>,
    /// Its floor in the records.
    pub(super) laid: Laid,
}

impl Keeper {
    pub fn new(
        app: App,
        engine: Arc<Engine>,
        hall: Hall,
        (practice, session, counting): (PracticeId, Session, Counting),
        held: Held,
    ) -> Self {
        let (events, told) = mpsc::channel(EVENTS_MAX);
        Self {
            app,
            engine,
            practice,
            session,
            room: super::room_of(session.id),
            hall,
            lines: BTreeMap::new(),
            faces: Vec::new(),
            folk: Vec::new(),
            pages: BTreeMap::new(),
            views: BTreeMap::new(),
            is_sealed: false,
            stays: BTreeMap::new(),
            guests: BTreeMap::new(),
            heads: 0,
            ways: counting,
            counting,
            taken: String::new(),
            sheet: None,
            talk: Vec::new(),
            talk_at: Timestamp(0),
            stirred: false,
            connected: BTreeMap::new(),
            events,
            told: Some(told),
            held,
            kept: None,
            laid: Laid::default(),
        }
    }

    /// Runs until it is over, or nobody is there and nobody's seat is kept.
    pub async fn run(mut self, mut posts: mpsc::Receiver<Post>) {
        let Some(mut told) = self.told.take() else { return };
        let gone = self.held.gone.clone();
        self.kept = Some(self.outlasting());
        // Whatever waits for a database that hangs does not keep a room that another server may have.
        while let Some(ControlFlow::Continue(())) = gone.run_until_cancelled(self.go_on(&mut posts, &mut told)).await {}
        posts.close();
        self.end().await;
    }

    /// Takes what comes next, and shows what came of it. Breaks once it is over.
    async fn go_on(
        &mut self,
        posts: &mut mpsc::Receiver<Post>,
        told: &mut mpsc::Receiver<sfu::Told>,
    ) -> ControlFlow<()> {
        let (ending, nap) = (self.app.life().ending(), self.nap());
        tokio::select! {
            () = ending.cancelled() => return ControlFlow::Break(()),
            post = posts.recv() => match post {
                Some(post) => {
                    self.take(post).await;
                    for _ in 0..IN_ONE_GO {
                        let Ok(post) = posts.try_recv() else { break };
                        self.take(post).await;
                    }
                }
                None => return ControlFlow::Break(()),
            },
            Some(event) = told.recv() => self.learn(event).await,
            before = self.laid.done() => self.take_in(before).await,
            () = tokio::time::sleep(nap) => self.look().await,
        }
        self.name_those_here();
        self.note_stays();
        self.keep_outlasting();
        self.lay_floor();
        if std::mem::take(&mut self.stirred) {
            self.show().await;
        }
        if self.is_done() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// A room that nobody is in, and to which nobody is expected back, is no room.
    fn is_done(&self) -> bool {
        self.hall.is_over() || (self.lines.is_empty() && self.hall.seated().next().is_none())
    }

    pub(super) fn outlasting(&self) -> Kept {
        let hall = self.hall.outlasting();
        // The next meeting of the day begins as the group has it.
        if self.hall.is_over() {
            return Kept { hall, counting: self.ways, is_sealed: false, is_supervised: false };
        }
        let is_supervised = self.listeners().next().is_some();
        Kept { hall, counting: self.counting, is_sealed: self.is_sealed, is_supervised }
    }

    /// Should this program be gone, whoever was in comes back to their seat.
    fn keep_outlasting(&mut self) {
        let now = self.outlasting();
        if self.kept.as_ref() == Some(&now) {
            return;
        }
        let was_barred = self.kept.as_ref().map_or(0, |kept| kept.hall.barred().len());
        let was_supervised = self.kept.as_ref().is_some_and(|kept| kept.is_supervised);
        if now.hall.barred().len() > was_barred || now.is_supervised != was_supervised {
            self.held.keep_at_once(now.clone());
        } else {
            self.held.keep(now.clone());
        }
        self.kept = Some(now);
    }

    pub(super) fn now_ms(&self) -> u64 {
        ms(self.app.clock().now())
    }

    fn nap(&self) -> Duration {
        let due = self.hall.due_ms().map_or(u64::MAX, |due| due.saturating_sub(self.now_ms()));
        Duration::from_millis(due).min(NAP)
    }

    async fn look(&mut self) {
        self.laid.look();
        let outputs = self.hall.poll(self.now_ms());
        self.stirred |= !outputs.is_empty();
        self.carry(outputs).await;
        self.look_after_the_lost().await;
        let now = self.app.clock().now();
        if now - self.talk_at < TALK_EVERY {
            return;
        }
        self.talk_at = now;
        self.look_at_sheet().await;
        if self.counting == Counting::Agreed {
            self.talk = self.engine.talk(self.room).await.map(|talk| spoken(&talk)).unwrap_or_default();
            self.stirred = true;
        }
    }

    async fn take(&mut self, post: Post) {
        self.stirred = true;
        match post {
            Post::Knock(line, visit, resume, outbox) => self.knock(line, *visit, &resume, outbox).await,
            Post::Offer(line, sdp) => self.offer(line, sdp).await,
            Post::Wish(line, wished) => self.wish(line, &wished).await,
            Post::TooFast(line) => self.say_no(line, "too-fast", "room-refused-fast"),
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
            Post::NoConsent => self.fact(Fact::Supervision(Supervision::Closed)).await,
        }
    }

    async fn wish(&mut self, id: LineId, wished: &Wished) {
        let Some(seat) = self.hall.seat_of(id) else { return };
        if let Some(pictures) = own::pictures(wished) {
            return self.look_at(seat, pictures).await;
        }
        if let Some(own) = own::read(wished) {
            if self.hall.seated().any(|(other, role)| other == seat && role.leads()) {
                return self.do_own(id, own).await;
            }
            return self.say_no(id, "refused", "room-refused-not-yours");
        }
        let named = |number: u16| self.faces.get(usize::from(number)).map(|(seat, _)| *seat);
        let Some(wish) = wishes::read(wished, seat, named) else {
            return self.say_no(id, "wish", "room-refused-unknown");
        };
        let removed = if let Wish::Lead(Lead::Remove(seat)) = &wish { Some(*seat) } else { None };
        match self.hall.handle(Call::over(id, wish), self.now_ms()) {
            Ok(outputs) => {
                if let Some(stay) = removed.and_then(|seat| self.stays.get_mut(&seat)) {
                    stay.was_removed = true;
                }
                self.carry(outputs).await;
            }
            Err(refused) => self.say_no(id, "refused", wishes::refused(refused)),
        }
    }

    pub(super) fn say_no(&self, id: LineId, code: &'static str, key: &'static str) {
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

    /// The word for a source.
    pub(super) const fn source_word(source: Source) -> &'static str {
        match source {
            Source::Microphone => "microphone",
            Source::Camera => "camera",
        }
    }
}
