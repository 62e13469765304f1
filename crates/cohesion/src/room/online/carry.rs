//! What came of it goes out: to pages, to the media, to those whose line is closed.

use ::floor::Seat;
use ::floor::hall::{Fact, Flow, LineId, Media, News, Output, Parting, Role, To, View as Sight};
use sfu::{Consent, Event, Refusal};

use super::entry::Counting;
use super::keeper::Keeper;
use super::line::Taken;
use super::stay::{Staying, keep, spoken};
use super::visit::{Face, Numbers};
use super::wire::{Once, Pictures, Slot, Told};
use crate::access::Actor;
use crate::room::engine::{WayIn, acts, arrival};
use crate::room::media::{Asked, Faulty};
use crate::room::pages::{Scene, Talking, online_log, online_regions, waiting_regions};
use crate::room::turn::relay;

impl Keeper {
    /// Does what the hall says.
    pub(super) async fn carry(&mut self, outputs: Vec<Output>) {
        for output in outputs {
            match output {
                Output::Tell(to, news) => self.tell(&to, &news),
                Output::Media(step) => self.step(step).await,
                Output::Close(line, parting) => self.part(line, parting),
            }
        }
    }

    fn tell(&mut self, to: &To, news: &News) {
        let said = match news {
            News::Welcome(_) if matches!(to, To::Seat(seat) if self.hall.has_media(*seat)) => Some(self.connect()),
            News::MutedByLeader(source) => Some(Told::Muted { source: Self::source_word(*source) }),
            _ => None,
        };
        for id in self.hall.lines_of(to) {
            let Some(line) = self.lines.get(&id) else { continue };
            if let Some(said) = &said {
                let _ = line.tell(said.clone());
            }
            if let Some((words, at)) = self.sentence(line.seat, &line.view, news) {
                let _ = line.tell(Told::Said { words, at });
            }
        }
    }

    /// Each time with a password of its own.
    fn connect(&self) -> Told {
        let relays =
            self.app.config().turn.as_ref().map(|turn| relay(turn, self.session.ends_at, self.app.clock().now()));
        Told::Connect { relays: relays.and_then(Result::ok).into_iter().collect() }
    }

    async fn step(&mut self, step: Media) {
        match step {
            Media::Close(seat) | Media::Cut(seat) => {
                self.hang_up(seat).await;
                if let Some(line) = self.hall.line_of(seat).and_then(|line| self.lines.get(&line)) {
                    let _ = line.tell(Told::HangUp);
                }
            }
            Media::Open(seat, _) => {
                if let Some(line) = self.hall.line_of(seat).and_then(|line| self.lines.get(&line)) {
                    let _ = line.tell(self.connect());
                }
            }
            other => {
                self.engine.grant(self.room, acts(other)).await;
            }
        }
    }

    pub(super) async fn hang_up(&mut self, seat: Seat) {
        self.connected.remove(&seat);
        if self.hall.is_barred(seat) {
            self.engine.bar(self.room, seat).await;
        } else {
            self.engine.remove(self.room, seat).await;
        }
    }

    fn part(&mut self, id: LineId, parting: Parting) {
        let Some(line) = self.lines.remove(&id) else { return };
        let (why, key) = match parting {
            Parting::TakenOver => ("taken-over", "room-bye-taken-over"),
            Parting::Left => ("left", "room-bye-left"),
            Parting::TurnedAway => ("turned-away", "room-bye-turned-away"),
            Parting::Removed => ("removed", "room-bye-removed"),
            Parting::NoConsent => ("no-consent", "room-bye-no-consent"),
            Parting::Ended => ("ended", "room-bye-ended"),
        };
        let _ = line.tell(Told::Bye { why, words: line.view.words.say(key, None).into_owned() });
    }

    /// An offer is answered for whoever has a seat that carries anything.
    pub(super) async fn offer(&mut self, id: LineId, offer: String) {
        let Some((seat, consent)) = self.lines.get(&id).map(|line| (line.seat, line.consent)) else { return };
        if !self.hall.has_media(seat) || self.hall.line_of(seat) != Some(id) {
            return self.say_no(id, "not-in", "room-refused-not-in");
        }
        if let Err(faulty) = self.engine.open(self.room, self.events.clone()).await {
            return self.refuse_offer(id, faulty);
        }
        let consent = if self.counting == Counting::Agreed { consent } else { Consent::Refused };
        let mut arrival = arrival(&self.hall.media(), seat);
        arrival.push(self.sight(seat));
        match self.engine.ticket(self.room, seat, Asked { offer, consent }, arrival).await {
            Ok(way_in) => {
                let told = match way_in {
                    WayIn::Answer(joined) => {
                        self.connected.insert(seat, joined.connection);
                        Told::Answer { sdp: joined.answer }
                    }
                    #[cfg(feature = "livekit")]
                    WayIn::Join(livekit::WayIn { url, token }) => {
                        self.connected.insert(seat, livekit::CONNECTION);
                        Told::Join { url, token }
                    }
                };
                if let Some(line) = self.lines.get(&id) {
                    let _ = line.tell(told);
                }
            }
            Err(faulty) => self.refuse_offer(id, faulty),
        }
    }

    fn refuse_offer(&self, id: LineId, faulty: Faulty) {
        match faulty {
            Faulty::Refused(Refusal::TooManyOffers) => self.say_no(id, "offer", "room-refused-fast"),
            Faulty::Refused(refusal) => {
                tracing::debug!(%refusal, "an offer was refused");
                self.say_no(id, "offer", "room-refused-offer");
            }
            Faulty::Gone => self.say_no(id, "media", "room-refused-media"),
        }
    }

    /// Something happened to a connection. What is told of one that is not the seat's own any more is out of date.
    pub(super) async fn learn(&mut self, told: sfu::Told) {
        if self.connected.get(&told.seat) != Some(&told.connection) {
            return;
        }
        self.stirred = true;
        let (seat, line) = (told.seat, self.hall.line_of(told.seat));
        let frame = match told.event {
            Event::Connected => {
                self.fact(Fact::Media(seat, Flow::Up)).await;
                None
            }
            Event::Broken => {
                self.fact(Fact::Media(seat, Flow::Down)).await;
                None
            }
            Event::Lost(_) => {
                self.connected.remove(&seat);
                self.fact(Fact::Media(seat, Flow::Down)).await;
                Some(Told::Again)
            }
            Event::Slots(slots) => Some(Told::Slots { slots: self.slots(slots) }),
            // Whoever wants no pictures misses none.
            Event::AudioOnly | Event::PicturesBack if self.pictures(seat) == sfu::Pictures::None => None,
            Event::AudioOnly => Some(Told::Line { pictures: Pictures::None }),
            Event::PicturesBack => Some(Told::Line { pictures: Pictures::All }),
        };
        if let (Some(frame), Some(line)) = (frame, line.and_then(|line| self.lines.get(&line))) {
            let _ = line.tell(frame);
        }
    }

    fn slots(&self, slots: Vec<sfu::Slot>) -> Vec<Slot> {
        let slot = |slot: sfu::Slot| Slot {
            mid: slot.mid,
            kind: slot.kind.to_string(),
            seat: slot.seat.and_then(|seat| self.number(seat)),
        };
        slots.into_iter().map(slot).collect()
    }

    /// Shows everybody what is different for them. A line that takes nothing is closed; the others do not wait for it.
    pub(super) async fn show(&mut self) {
        let now = self.app.clock().now();
        let mut stuck = Vec::new();
        for (id, line) in &mut self.lines {
            line.view.now = now;
            let sight = self.hall.view_for(line.seat, crate::room::table::ms(now));
            let taken = match &sight {
                Sight::Inside(inside) => {
                    let talk = (line.numbers == Numbers::Shown)
                        .then_some(Talking { counting: self.counting, talk: &self.talk });
                    let scene = Scene {
                        view: &line.view,
                        inside,
                        faces: &self.faces,
                        folk: &self.folk,
                        meets: self.hall.setup().meets,
                        session: &self.session,
                        counting: self.counting,
                        talk: talk.filter(|_| self.ways == Counting::Agreed),
                        taken: &self.taken,
                        sheet: self.sheet.as_ref(),
                        pictures: self.views.get(&line.seat).copied().unwrap_or_default(),
                        is_sealed: self.is_sealed,
                    };
                    let (regions, log) = (online_regions(&scene), online_log(&scene));
                    line.show(regions, Some(&log))
                }
                Sight::Waiting { heads, is_led } => {
                    let key = if *is_led { "room-waiting-led" } else { "room-waiting-unled" };
                    let regions = waiting_regions(&line.view, *heads, key);
                    line.show(regions, None)
                }
                Sight::Outside | Sight::Over(_) => Taken::Yes,
            };
            if taken == Taken::No {
                stuck.push(*id);
            }
        }
        for id in stuck {
            self.lose(id).await;
        }
    }

    /// It is over, or goes on elsewhere: connections are closed, and whatever was said is gone with this task. Whoever has a line
    /// still is not sent away; their page comes back by itself, once somebody else can have the room.
    pub(super) async fn end(mut self) {
        // Pages of a room that was lost come to the one that there is now; nothing of theirs waits for this one's records.
        if self.held.gone.is_cancelled() {
            self.lines.clear();
        }
        let talk = self.engine.close(self.room).await.filter(|_| self.counting == Counting::Agreed);
        let talk = talk.map(|talk| spoken(&talk)).unwrap_or_default();
        self.held.let_go(&self.app, self.practice, self.after()).await;
        self.lines.clear();
        let now = self.app.clock().now();
        self.stays.values_mut().for_each(|stay| stay.gone(now));
        let (id, heads) = (self.session.id, u32::try_from(self.heads).unwrap_or(u32::MAX));
        let staying = Staying { stays: self.stays.into_iter().collect(), heads, talk, taken: self.taken };
        let keeping = self.app.write(Actor::System(self.practice), async move |work| keep(work, id, &staying).await);
        if let Err(cause) = keeping.await {
            tracing::error!(%cause, "what stays of a live room was not put down");
        }
    }

    /// What is said aloud of it to somebody; most of what happens is seen on the page, and not said.
    fn sentence(&self, me: Seat, view: &crate::web::View, news: &News) -> Option<(String, Once)> {
        let words = view.words;
        let plain = |key: &'static str| Some((words.say(key, None).into_owned(), Once::Politely));
        let named = |seat: &Seat, key: &str| {
            let name = self.called(*seat);
            (*seat != me).then(|| (crate::room::pages::named(view, key, name), Once::Politely))
        };
        match news {
            News::Knocked(seat) => named(seat, "room-said-knocked"),
            News::Welcome(_) if self.listeners().any(|seat| seat != me) => plain("room-supervised"),
            News::Came(seat, Role::Supervisor) => named(seat, "room-said-listens"),
            News::Left(seat) if self.guests.get(seat).is_some_and(|(_, face)| *face == Face::Supervisor) => {
                named(seat, "room-said-listens-no-more")
            }
            News::Came(seat, _) => named(seat, "room-said-came"),
            News::Left(seat) => named(seat, "room-said-left"),
            News::Moment(seat) => named(seat, "room-said-moment"),
            News::Unled(_) => plain("room-said-unled"),
            News::Led => plain("room-said-led"),
            News::Moved(whither) => plain(crate::room::pages::moved_key(*whither)),
            News::BreakoutsEndSoon => plain("room-said-breakouts-soon"),
            News::Seen(_) => plain("room-said-seen"),
            News::HeardInTurn => plain("room-heard-in-turn"),
            News::HeardAll => plain("room-said-heard-all"),
            News::MutedByLeader(_) => plain("room-muted-by-leader"),
            News::Signal(seat, _) => {
                let words = crate::room::pages::named(view, "room-said-signal", self.called(*seat));
                Some((words, Once::Now))
            }
            News::Floor(::floor::Output::TurnBegan(seat)) if *seat == me => {
                Some((words.say("room-your-turn", None).into_owned(), Once::Now))
            }
            _ => None,
        }
    }

    pub(super) fn called(&self, seat: Seat) -> &str {
        let known = self.faces.iter().chain(&self.folk).find(|(other, _)| *other == seat);
        known.map_or("", |(_, called)| called)
    }
}
