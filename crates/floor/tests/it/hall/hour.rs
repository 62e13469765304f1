//! An hour of eight: they come, lose their lines, step out, talk in breakouts and rounds, leave and come back.

use super::scene::{MINUTE, SECOND, STARTS, guest};
use floor::hall::{Call, Fact, Flow, Hall, Lead, LineId, Policy, Role, Setup, Source, View, Wish};
use floor::{Order, Plan, Purpose, Request, Seat, Timer};
use proptest::prelude::*;

const EIGHT: [Seat; 8] = [Seat(1), Seat(2), Seat(11), Seat(12), Seat(13), Seat(14), Seat(15), Seat(16)];

/// How somebody's connection is doing.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Out,
    In(LineId),
    Broken { since: u64 },
}

struct Hour {
    hall: Hall,
    now: u64,
    next_line: u64,
    states: [State; 8],
}

impl Hour {
    fn new() -> Self {
        let hall = Hall::new(Setup { policy: Policy::Expected, ..Setup::starting(STARTS) }).unwrap();
        Self { hall, now: STARTS, next_line: 0, states: [State::Out; 8] }
    }

    fn line(&mut self) -> LineId {
        self.next_line += 1;
        LineId(self.next_line)
    }

    fn try_call(&mut self, call: Call) -> bool {
        self.hall.handle(call, self.now).is_ok()
    }

    fn come(&mut self, who: usize) {
        let line = self.line();
        assert!(self.try_call(Call::Fact(Fact::Knock(line, guest(EIGHT[who])))));
        self.states[who] = State::In(line);
        self.try_call(Call::of(EIGHT[who], Wish::Unmute(Source::Microphone)));
    }

    fn come_back(&mut self, who: usize, since: u64) {
        let line = self.line();
        let resumed = self.try_call(Call::Fact(Fact::Resume(line, EIGHT[who])));
        assert_eq!(resumed, self.now < since + 30 * SECOND, "half a minute, and not longer");
        self.states[who] = State::In(line);
        if !resumed {
            self.states[who] = State::Out;
            self.come(who);
        }
    }

    /// One of eight does something.
    fn act(&mut self, who: usize, what: u8) {
        let seat = EIGHT[who];
        match (self.states[who], what % 8) {
            (State::Out, _) => self.come(who),
            (State::Broken { since }, 0..=3) => self.come_back(who, since),
            (State::In(line), 0 | 1) => {
                let waits = self.hall.waiting().any(|waiting| waiting == seat);
                assert!(self.try_call(Call::Fact(Fact::LineLost(line))));
                self.states[who] = if waits { State::Out } else { State::Broken { since: self.now } };
            }
            (State::In(line), 2) if who > 1 && what > 200 => {
                assert!(self.try_call(Call::over(line, Wish::Leave)));
                self.states[who] = State::Out;
            }
            (State::In(_), 3) => drop(self.try_call(Call::of(seat, Wish::Moment))),
            (State::In(_), 4) => drop(self.try_call(Call::of(seat, Wish::Return))),
            (State::In(_), 5) => drop(self.try_call(Call::Fact(Fact::Media(seat, Flow::Down)))),
            (State::In(_), 6) => drop(self.try_call(Call::of(seat, Wish::Floor(Request::Finish(seat))))),
            _ => drop(self.try_call(Call::of(seat, Wish::Floor(Request::Raise(seat))))),
        }
    }

    /// What the plan of the hour says.
    fn lead(&mut self, minute: u64) {
        let plan =
            |purpose| Plan { purpose, order: Order::Drawn(minute), turn_ms: Some(MINUTE), timer: Timer::Everybody };
        let pairs = vec![EIGHT[2..4].to_vec(), EIGHT[4..6].to_vec(), EIGHT[6..8].to_vec()];
        let lead = |lead| Call::of(EIGHT[0], Wish::Lead(lead));
        let call = match minute {
            2 => Call::of(EIGHT[0], Wish::Floor(Request::Begin(plan(Purpose::CheckIn)))),
            20 => lead(Lead::Prepare(pairs)),
            21 => lead(Lead::OpenBreakouts(12 * MINUTE)),
            36 => lead(Lead::Private(EIGHT[3])),
            50 => Call::of(EIGHT[0], Wish::Floor(Request::Begin(plan(Purpose::Closing)))),
            _ => return,
        };
        self.try_call(call);
    }

    /// Whoever was here or broke a line less than half a minute ago has the seat that they had; nobody else has one.
    fn check(&mut self) {
        let seated: Vec<Seat> = self.hall.seated().map(|(seat, _)| seat).collect();
        for (who, seat) in EIGHT.into_iter().enumerate() {
            let has = match self.states[who] {
                State::Out => false,
                State::In(line) => {
                    assert_eq!(self.hall.line_of(seat), Some(line));
                    self.hall.waiting().all(|waiting| waiting != seat)
                }
                State::Broken { since } => self.now < since + 30 * SECOND,
            };
            assert_eq!(seated.contains(&seat), has, "{seat:?} at {}", self.now);
        }
        let mut order: Vec<Seat> = seated.clone();
        order.dedup();
        assert_eq!(order.len(), seated.len(), "one seat each");
        if let Some(holder) = self.hall.floor().holder() {
            assert!(seated.contains(&holder));
        }
        for (seat, role) in self.hall.seated() {
            let View::Inside(view) = self.hall.view_for(seat, self.now) else { panic!("{seat:?} has a seat") };
            assert_eq!(view.people.len(), seated.len(), "nobody is invisible");
            assert_eq!(view.lead.is_some(), role != Role::Member);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn eight_people_keep_their_seats_for_an_hour(
        acts in prop::collection::vec((0..8_usize, any::<u8>()), 720),
    ) {
        let mut hour = Hour::new();
        for who in 0..8 {
            hour.come(who);
        }
        for (tick, (who, what)) in acts.into_iter().enumerate() {
            hour.now += 5 * SECOND;
            hour.hall.poll(hour.now);
            if tick % 12 == 0 {
                hour.lead(tick as u64 / 12);
            }
            hour.act(who, what);
            if hour.hall.is_over() {
                return Ok(());
            }
            hour.check();
        }
        prop_assert_eq!(hour.now, STARTS + 60 * MINUTE);
    }
}
