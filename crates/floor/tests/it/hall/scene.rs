//! A hall with people in it, and short ways to ask.

use floor::Seat;
use floor::hall::{
    Call, Entry, Expected, Fact, Guest, Hall, InsideView, Lead, LeadView, LineId, Media, Meets, News, Output, Policy,
    Privacy, Question, Refused, Role, SeatKind, Setup, To, View, Wish,
};

pub const LEA: Seat = Seat(1);
pub const COE: Seat = Seat(2);
pub const ANA: Seat = Seat(11);
pub const BEN: Seat = Seat(12);
pub const CLEO: Seat = Seat(13);
pub const SUE: Seat = Seat(21);

pub const SECOND: u64 = 1_000;
pub const MINUTE: u64 = 60_000;
/// When it is to begin.
pub const STARTS: u64 = 10 * MINUTE;

pub type Answered = Result<Vec<Output>, Refused>;

pub struct Scene {
    pub hall: Hall,
    pub now: u64,
    next_line: u64,
}

pub fn guest(seat: Seat) -> Guest {
    let role = match seat {
        LEA => Role::Leader,
        COE => Role::CoLeader,
        SUE => Role::Supervisor,
        _ => Role::Member,
    };
    let given = [Question::Identity, Question::Agreement, Question::Place].into();
    let entry = Entry { given, privacy: Privacy::Alone };
    Guest { seat, role, kind: SeatKind::Video, entry, expected: Expected::Yes }
}

impl Scene {
    pub fn of(setup: Setup) -> Self {
        Self { hall: Hall::new(Setup { meets: Meets::InPerson, ..setup }).unwrap(), now: STARTS, next_line: 100 }
    }

    pub fn empty() -> Self {
        Self::of(Setup::starting(STARTS))
    }

    /// Everybody who is expected comes in by themselves.
    pub fn open() -> Self {
        Self::of(Setup { policy: Policy::Expected, ..Setup::starting(STARTS) })
    }

    /// One who leads and three members.
    pub fn group() -> Self {
        let mut scene = Self::open();
        for seat in [LEA, ANA, BEN, CLEO] {
            scene.knock(seat).unwrap();
        }
        scene
    }

    /// Two who lead and three members.
    pub fn co_led() -> Self {
        let mut scene = Self::group();
        scene.knock(COE).unwrap();
        scene
    }

    pub fn call(&mut self, call: Call) -> Answered {
        self.hall.handle(call, self.now)
    }

    pub fn fact(&mut self, fact: Fact) -> Answered {
        self.call(Call::Fact(fact))
    }

    pub fn line(&mut self) -> LineId {
        self.next_line += 1;
        LineId(self.next_line)
    }

    pub fn knock(&mut self, seat: Seat) -> Answered {
        self.knock_as(guest(seat))
    }

    pub fn knock_as(&mut self, guest: Guest) -> Answered {
        let line = self.line();
        self.fact(Fact::Knock(line, guest))
    }

    pub fn resume(&mut self, seat: Seat) -> Answered {
        let line = self.line();
        self.fact(Fact::Resume(line, seat))
    }

    /// The line of this seat breaks.
    pub fn lose(&mut self, seat: Seat) -> Vec<Output> {
        let line = self.hall.line_of(seat).unwrap();
        self.fact(Fact::LineLost(line)).unwrap()
    }

    pub fn own(&mut self, seat: Seat, wish: Wish) -> Answered {
        self.call(Call::of(seat, wish))
    }

    pub fn lead(&mut self, lead: Lead) -> Answered {
        self.call(Call::lead(LEA, lead))
    }

    pub fn wait(&mut self, ms: u64) -> Vec<Output> {
        self.now += ms;
        self.hall.poll(self.now)
    }

    pub fn seated(&self) -> Vec<Seat> {
        self.hall.seated().map(|(seat, _)| seat).collect()
    }

    pub fn waiting(&self) -> Vec<Seat> {
        self.hall.waiting().collect()
    }

    pub fn view(&self, seat: Seat) -> InsideView {
        match self.hall.view_for(seat, self.now) {
            View::Inside(view) => *view,
            other => panic!("{seat:?} is not inside: {other:?}"),
        }
    }

    pub fn lead_view(&self) -> LeadView {
        self.view(LEA).lead.unwrap()
    }

    pub fn hears(&self, listener: Seat, speaker: Seat) -> bool {
        self.hall.media().hears(listener, speaker)
    }
}

/// What is told, and to whom.
pub fn told(outputs: &[Output]) -> Vec<(&To, &News)> {
    outputs.iter().filter_map(tell).collect()
}

pub fn is_told(outputs: &[Output], to: To, news: News) -> bool {
    outputs.contains(&Output::Tell(to, news))
}

const fn tell(output: &Output) -> Option<(&To, &News)> {
    match output {
        Output::Tell(to, news) => Some((to, news)),
        _ => None,
    }
}

/// What the media do.
pub fn media(outputs: &[Output]) -> Vec<Media> {
    let step = |output: &Output| match output {
        Output::Media(step) => Some(step.clone()),
        _ => None,
    };
    outputs.iter().filter_map(step).collect()
}
