//! One socket's end in its room: what it was shown last, and what waits to go out.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use ::floor::Seat;
use maud::Render;
use sfu::Consent;
use tokio::sync::mpsc;

use super::visit::Numbers;
use super::wire::{Added, Told};
use crate::room::pages::Log;
use crate::web::{Region, View};

/// Frames that wait for a slow line; one that takes none of them is closed (security.md 3.6).
pub(super) const FRAMES_MAX: usize = 64;

/// A socket on the roster.
pub(super) struct Line {
    pub seat: Seat,
    pub view: View,
    pub consent: Consent,
    /// Whether they may see how much each speaks.
    pub numbers: Numbers,
    outbox: mpsc::Sender<Told>,
    shown: HashMap<&'static str, String>,
    /// The lines of the chat that its page has; nothing where it shows no chat.
    log: Option<Vec<Mark>>,
    rev: u64,
}

/// A line of the chat as it was drawn: its id, and a digest of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark(String, u64);

impl Mark {
    fn of((id, drawn): &(String, String)) -> Self {
        let mut digest = DefaultHasher::new();
        drawn.hash(&mut digest);
        Self(id.clone(), digest.finish())
    }
}

/// How many of these lines a page has already that was shown those; nothing where it has to be shown all of them anew. Lines
/// go at the beginning and come at the end.
fn known(before: &[Mark], now: &[Mark]) -> Option<usize> {
    let gone = before.iter().position(|mark| Some(mark) == now.first())?;
    let stays = &before[gone..];
    now.starts_with(stays).then_some(stays.len())
}

/// Whether a line still takes what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// It does.
    Yes,
    /// It is closed, or does not drain.
    No,
}

impl Line {
    pub fn new(seat: Seat, view: View, consent: Consent, numbers: Numbers, outbox: mpsc::Sender<Told>) -> Self {
        Self { seat, view, consent, numbers, outbox, shown: HashMap::new(), log: None, rev: 0 }
    }

    /// Sends a frame.
    pub fn tell(&self, told: Told) -> Taken {
        match self.outbox.try_send(told) {
            Ok(()) => Taken::Yes,
            Err(_) => Taken::No,
        }
    }

    /// Sends those of these pieces that look different from what was sent before, and of the chat what came since.
    pub fn show(&mut self, regions: Vec<(&'static str, Region)>, log: Option<&Log>) -> Taken {
        let mut html = Vec::new();
        for (name, region) in regions {
            let drawn = region.render().into_string();
            if self.shown.get(name) != Some(&drawn) {
                html.push(drawn.clone());
                self.shown.insert(name, drawn);
            }
        }
        let added = self.written(log, &mut html);
        if html.is_empty() && added.is_none() {
            return Taken::Yes;
        }
        self.rev += 1;
        self.tell(Told::Regions { rev: self.rev, html, log: added })
    }

    /// What was written since; what a page cannot put behind what it has is one more piece.
    fn written(&mut self, log: Option<&Log>, html: &mut Vec<String>) -> Option<Added> {
        let now: Option<Vec<Mark>> = log.map(|log| log.lines.iter().map(Mark::of).collect());
        let before = std::mem::replace(&mut self.log, now);
        let (log, now) = (log?, self.log.as_ref()?);
        if before.as_ref() == Some(now) {
            return None;
        }
        let Some(known) = before.and_then(|before| known(&before, now)) else {
            html.push(log.whole());
            return None;
        };
        let added = log.lines[known..].iter().map(|(_, drawn)| drawn.clone()).collect();
        Some(Added { first: now.first()?.0.clone(), html: added })
    }
}

#[cfg(test)]
mod rules {
    use std::collections::BTreeSet;

    use ::floor::hall::{
        Call, Channel, Entry, Expected, Fact, Guest, Hall, LineId, Meets, Policy, Privacy, Role, SeatKind, Setup,
        View as Sight, WRITTEN_WITHIN_MS, Wish,
    };

    use super::*;
    use crate::clock::{Span, Timestamp};
    use crate::groups::{Session, SessionState};
    use crate::id::{GroupId, SessionId};
    use crate::room::Counting;
    use crate::room::pages::{Scene, online_log, online_regions};

    const HEADS: u128 = 10;

    /// A room of ten, in which everybody is.
    struct Ten(Hall, u64);

    impl Ten {
        fn gathered() -> Self {
            let setup = Setup { policy: Policy::Expected, questions: BTreeSet::new(), ..Setup::starting(0) };
            let mut hall = Hall::new(setup).expect("it can be");
            for number in 1..=HEADS {
                let role = if number == 1 { Role::Leader } else { Role::Member };
                let entry = Entry { given: BTreeSet::new(), privacy: Privacy::Alone };
                let (seat, kind, expected) = (Seat(number), SeatKind::TextOnly, Expected::Yes);
                let knock = Fact::Knock(line_of(seat), Guest { seat, role, kind, entry, expected });
                hall.handle(Call::Fact(knock), 0).expect("they come in");
            }
            Self(hall, 0)
        }

        /// Somebody writes, each in turn.
        fn write(&mut self, number: u128) {
            self.1 += WRITTEN_WITHIN_MS;
            let seat = Seat(1 + number % HEADS);
            let words = format!("{number}. {}", "I know that, and it was a long way for me too. ".repeat(2));
            self.0.handle(Call::over(line_of(seat), Wish::Write(Channel::All, words)), self.1).expect("it is taken");
        }

        /// What the page of the second seat is drawn from; the answer is what it costs to draw all of the chat anew.
        fn show(&self, line: &mut Line) -> usize {
            let Sight::Inside(inside) = self.0.view_for(Seat(2), self.1) else { panic!("they are in") };
            let faces: Vec<(Seat, String)> =
                (1..=HEADS).map(|number| (Seat(number), format!("Member {number}"))).collect();
            let (starts_at, ends_at) = (Timestamp(0), Timestamp(0) + Span::minutes(90));
            let (id, group, state) = (SessionId([1; 16]), GroupId([2; 16]), SessionState::Open);
            let session = Session { id, group, number: 1, starts_at, ends_at, state };
            let view = View::public("/", Timestamp(0));
            let scene = Scene {
                view: &view,
                inside: &inside,
                faces: &faces,
                folk: &faces,
                meets: Meets::Online,
                session: &session,
                counting: Counting::Refused,
                talk: None,
                taken: "",
                sheet: None,
                pictures: sfu::Pictures::All,
                is_sealed: false,
            };
            let log = online_log(&scene);
            assert_eq!(line.show(online_regions(&scene), Some(&log)), Taken::Yes);
            Told::Regions { rev: 1, html: vec![log.whole()], log: None }.frame().len()
        }
    }

    fn line_of(seat: Seat) -> LineId {
        LineId(u64::try_from(seat.0).expect("a small number"))
    }

    fn line() -> (Line, mpsc::Receiver<Told>) {
        let (outbox, taken) = mpsc::channel(FRAMES_MAX);
        let view = View::public("/", Timestamp(0));
        (Line::new(Seat(2), view, Consent::Refused, Numbers::Hidden, outbox), taken)
    }

    #[test]
    fn a_line_that_takes_nothing_is_known_when_its_box_is_full_and_what_looks_the_same_is_not_sent() {
        let (mut line, mut taken) = line();
        let piece = || vec![("room-now", Region::new("room-now", maud::html! { p { "Now" } }))];
        assert_eq!((line.show(piece(), None), line.show(piece(), None)), (Taken::Yes, Taken::Yes));
        assert!(taken.try_recv().is_ok() && taken.try_recv().is_err());
        assert!((0..FRAMES_MAX).all(|_| line.tell(Told::HangUp) == Taken::Yes));
        assert_eq!(line.tell(Told::HangUp), Taken::No);
    }

    #[test]
    fn what_is_written_costs_a_page_that_line_alone_however_much_was_written_before() {
        let (mut ten, (mut page, mut taken)) = (Ten::gathered(), line());
        (1..=100).for_each(|number| ten.write(number));
        ten.show(&mut page);
        taken.try_recv().expect("the whole page");
        ten.write(101);
        let anew = ten.show(&mut page);
        let frame = taken.try_recv().expect("one more line").frame();
        assert!(frame.contains(r#""html":[],"log":{"first":"said-"#) && frame.contains("101. "), "{frame}");
        assert!(!frame.contains("100. ") && frame.len() < 600, "{} bytes", frame.len());
        assert!(anew > 20_000, "all of it would be {anew} bytes");
    }

    #[test]
    fn a_page_that_comes_back_is_shown_all_that_was_written() {
        let (mut ten, (mut page, mut taken)) = (Ten::gathered(), line());
        ten.show(&mut page);
        assert!(taken.try_recv().expect("the page").frame().contains("room-log"));
        (1..=3).for_each(|number| ten.write(number));
        ten.show(&mut page);
        drop((page, taken));
        let (mut again, mut taken) = line();
        ten.show(&mut again);
        let frame = taken.try_recv().expect("the whole page").frame();
        assert!((1..=3).all(|number| frame.contains(&format!("{number}. I know"))), "{frame}");
    }

    #[test]
    fn lines_go_at_the_beginning_and_come_at_the_end_and_anything_else_is_drawn_anew() {
        let marks = |ids: &str| ids.chars().map(|id| Mark(id.to_string(), 0)).collect::<Vec<_>>();
        let kept = |before: &str, now: &str| known(&marks(before), &marks(now));
        assert_eq!(kept("abc", "abcd"), Some(3));
        assert_eq!(kept("abc", "bcde"), Some(2), "the oldest has gone");
        assert_eq!(kept("abc", "bc"), Some(2));
        for (before, now) in [("", "a"), ("abc", ""), ("abc", "xyz"), ("abc", "acd"), ("abc", "ab"), ("abc", "zabc")] {
            assert_eq!(kept(before, now), None, "{before} and then {now}");
        }
        assert_eq!(known(&[Mark("a".to_owned(), 0)], &[Mark("a".to_owned(), 1)]), None, "a name has changed");
    }
}
