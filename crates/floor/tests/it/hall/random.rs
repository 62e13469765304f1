//! Whatever may come to a hall, in any order and at any time.

use super::scene::{ANA, BEN, CLEO, COE, LEA, MINUTE, SECOND, STARTS, SUE, guest};
use floor::hall::{
    Answer, Asking, Call, Channel, Expected, Fact, Flow, Guest, Hall, Heard, Lead, LineId, Meets, Output, Policy,
    Privacy, Reaction, Refused, SeatKind, Setup, Signal, Source, Supervision, Voice, Wish,
};
use floor::{Floor, Input, Order, Plan, Purpose, Request, Seat, Timer};
use proptest::prelude::*;

pub const DAN: Seat = Seat(14);
pub const SEATS: [Seat; 7] = [LEA, COE, ANA, BEN, CLEO, DAN, SUE];
pub const MEMBERS: [Seat; 4] = [ANA, BEN, CLEO, DAN];

/// A call, and how much later than the last it comes; the caller's clock may be behind.
#[derive(Clone, Debug)]
pub struct Step {
    pub call: Call,
    pub later_ms: u64,
    pub behind_ms: u64,
}

pub fn seat() -> impl Strategy<Value = Seat> {
    prop::sample::select(&SEATS[..])
}

fn member() -> impl Strategy<Value = Seat> {
    prop::sample::select(&MEMBERS[..])
}

fn leader() -> impl Strategy<Value = Seat> {
    prop_oneof![4 => Just(LEA), 1 => Just(COE)]
}

/// A line that may well be there.
fn line() -> impl Strategy<Value = LineId> {
    prop_oneof![2 => 0..7_u64, 1 => 7..40_u64].prop_map(LineId)
}

/// A line that is mostly new.
fn new_line() -> impl Strategy<Value = LineId> {
    (5..40_u64).prop_map(LineId)
}

fn source() -> impl Strategy<Value = Source> {
    prop::sample::select(&Source::ALL[..])
}

fn kind() -> impl Strategy<Value = SeatKind> {
    prop_oneof![
        6 => Just(SeatKind::Video),
        1 => Just(SeatKind::AudioOnly),
        1 => Just(SeatKind::TextOnly),
        1 => Just(SeatKind::InPerson),
    ]
}

fn signal() -> impl Strategy<Value = Signal> {
    prop::sample::select(vec![Signal::Unsafe, Signal::TalkAfter, Signal::Help])
}

fn knocking() -> impl Strategy<Value = Guest> {
    let expected = prop_oneof![5 => Just(Expected::Yes), 1 => Just(Expected::No)];
    let privacy = prop_oneof![9 => Just(Privacy::Alone), 1 => Just(Privacy::Overheard)];
    (seat(), kind(), expected, privacy).prop_map(|(seat, kind, expected, privacy)| {
        let mut guest = Guest { kind, expected, ..guest(seat) };
        guest.entry.privacy = privacy;
        guest
    })
}

fn plan() -> impl Strategy<Value = Vec<Vec<Seat>>> {
    Just(SEATS[1..6].to_vec()).prop_shuffle().prop_map(|seats| vec![seats[..2].to_vec(), seats[2..4].to_vec()])
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        8 => (new_line(), knocking()).prop_map(|(line, guest)| Fact::Knock(line, guest)),
        6 => (new_line(), seat()).prop_map(|(line, seat)| Fact::Resume(line, seat)),
        6 => line().prop_map(Fact::LineLost),
        1 => (seat(), prop_oneof![Just(Flow::Up), Just(Flow::Down)]).prop_map(|(seat, flow)| Fact::Media(seat, flow)),
        1 => prop_oneof![Just(Supervision::Closed), Just(Supervision::Consented)].prop_map(Fact::Supervision),
        1 => plan().prop_map(Fact::Prepare),
        1 => any::<bool>().prop_map(|is_round| Fact::Gathered(meeting(is_round))),
    ]
}

/// A floor at which some have met without a line.
fn meeting(is_round: bool) -> Floor {
    let mut floor = Floor::new();
    for seat in [DAN, BEN, ANA] {
        floor.handle(Input::leader(Request::Arrive(seat)), STARTS).unwrap();
    }
    if is_round {
        let (purpose, order, timer) = (Purpose::Sharing, Order::Seats, Timer::Everybody);
        let plan = Plan { purpose, order, turn_ms: Some(20 * SECOND), timer };
        floor.handle(Input::leader(Request::Begin(plan)), STARTS).unwrap();
    }
    floor
}

fn request() -> impl Strategy<Value = Request> {
    let plan = (any::<u64>(), prop_oneof![Just(None), Just(Some(20 * SECOND))]).prop_map(|(seed, turn_ms)| Plan {
        purpose: Purpose::Sharing,
        order: Order::Drawn(seed),
        turn_ms,
        timer: if seed % 2 == 0 { Timer::Everybody } else { Timer::Leaders },
    });
    prop_oneof![
        3 => plan.prop_map(Request::Begin),
        1 => Just(Request::Discuss(Some(MINUTE), Timer::Leaders)),
        1 => Just(Request::Rest),
        2 => member().prop_map(Request::Give),
        2 => Just(Request::Next),
        1 => Just(Request::TakeBack),
        1 => member().prop_map(Request::Skip),
        1 => Just(Request::Pause),
        1 => Just(Request::Resume),
        1 => Just(Request::End),
    ]
}

fn own_request() -> impl Strategy<Value = (Seat, Request)> {
    let ask: Vec<fn(Seat) -> Request> =
        vec![Request::Raise, Request::Lower, Request::Finish, Request::Pass, Request::NotReady, Request::Leave];
    (member(), prop::sample::select(ask)).prop_map(|(seat, ask)| (seat, ask(seat)))
}

/// Words by which one can tell where they were written.
pub fn mark(seat: Seat, channel: Channel) -> String {
    match channel {
        Channel::All => format!("ALL:{}.", seat.0),
        Channel::Leaders => format!("LEADERS:{}.", seat.0),
        Channel::Member(to) => format!("MEMBER:{}.", to.0),
        Channel::Breakouts => "BREAKOUTS.".to_owned(),
    }
}

fn write() -> impl Strategy<Value = (Seat, Wish)> {
    let channel = prop_oneof![
        2 => Just(Channel::All),
        2 => Just(Channel::Leaders),
        2 => member().prop_map(Channel::Member),
        1 => Just(Channel::Breakouts),
    ];
    (seat(), channel).prop_map(|(seat, channel)| (seat, Wish::Write(channel, mark(seat, channel))))
}

fn answer() -> impl Strategy<Value = (Seat, Wish)> {
    (member(), 0..4_usize, 0..12_u8).prop_map(|(seat, kind, number)| {
        let answer = match kind {
            0 => Answer::Rating(number),
            1 | 2 => Answer::Words(format!("WORDS{number}.")),
            _ => Answer::Vote(usize::from(number % 3)),
        };
        (seat, Wish::Answer(answer))
    })
}

fn own() -> impl Strategy<Value = (Seat, Wish)> {
    prop_oneof![
        2 => seat().prop_map(|seat| (seat, Wish::Leave)),
        1 => (seat(), kind()).prop_map(|(seat, kind)| (seat, Wish::TakeKind(kind))),
        1 => seat().prop_map(|seat| (seat, Wish::SayPlace(Privacy::Alone))),
        1 => seat().prop_map(|seat| (seat, Wish::SayPlace(Privacy::Overheard))),
        2 => (seat(), source()).prop_map(|(seat, source)| (seat, Wish::Mute(source))),
        8 => (seat(), source()).prop_map(|(seat, source)| (seat, Wish::Unmute(source))),
        6 => own_request().prop_map(|(seat, request)| (seat, Wish::Floor(request))),
        1 => seat().prop_map(|seat| (seat, Wish::React(Reaction::Thanks))),
        6 => write(),
        3 => seat().prop_map(|seat| (seat, Wish::Moment)),
        3 => seat().prop_map(|seat| (seat, Wish::Return)),
        3 => (member(), signal()).prop_map(|(seat, signal)| (seat, Wish::Signal(signal))),
        1 => (member(), signal()).prop_map(|(seat, signal)| (seat, Wish::Withdraw(signal))),
        10 => answer(),
    ]
}

/// Without words, which tell whose they are.
fn over_line() -> impl Strategy<Value = Wish> {
    let unsaid = |(_, wish): &(Seat, Wish)| !matches!(wish, Wish::Write(..));
    own().prop_filter("words", unsaid).prop_map(|(_, wish)| wish)
}

fn lead() -> impl Strategy<Value = Lead> {
    let door = prop_oneof![
        3 => member().prop_map(Lead::Admit),
        2 => Just(Lead::AdmitAll),
        1 => member().prop_map(Lead::TurnAway),
        1 => Just(Lead::Door(Policy::Each)),
        1 => Just(Lead::Door(Policy::Expected)),
        1 => Just(Lead::Lock),
        2 => Just(Lead::Unlock),
        1 => member().prop_map(Lead::Remove),
        2 => member().prop_map(Lead::SeatInPerson),
        1 => member().prop_map(Lead::Gone),
        1 => Just(Lead::LateLimit(Some(30 * MINUTE))),
    ];
    let group = prop_oneof![
        2 => (seat(), source()).prop_map(|(seat, source)| Lead::Mute(seat, source)),
        1 => Just(Lead::MuteAll),
        1 => prop::option::of(seat()).prop_map(Lead::Spotlight),
        1 => Just(Lead::Hear(Heard::InTurn)),
        1 => Just(Lead::Hear(Heard::Everybody)),
        1 => Just(Lead::TakePart),
        1 => Just(Lead::StandBeside),
        4 => member().prop_map(Lead::Private),
        1 => (member(), signal()).prop_map(|(seat, signal)| Lead::Seen(seat, signal)),
    ];
    let asking = prop_oneof![
        1 => Just(Asking::CheckIn),
        2 => Just(Asking::Words),
        1 => Just(Asking::Poll(vec!["one".to_owned(), "two".to_owned()])),
    ];
    let gather = prop_oneof![
        3 => asking.prop_map(|asking| Lead::Gather(asking, "how is it".to_owned())),
        3 => Just(Lead::Reveal),
        1 => Just(Lead::PutAway),
    ];
    let breakouts = prop_oneof![
        2 => plan().prop_map(Lead::Prepare),
        3 => Just(Lead::OpenBreakouts(3 * MINUTE)),
        1 => Just(Lead::ExtendBreakouts(MINUTE)),
        1 => (seat(), prop::option::of(0..3_u8)).prop_map(|(seat, place)| Lead::Assign(seat, place)),
        1 => prop::option::of(0..3_u8).prop_map(Lead::Visit),
        1 => Just(Lead::BackToAll),
    ];
    prop_oneof![4 => door, 4 => group, 4 => gather, 3 => breakouts]
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        10 => fact().prop_map(Call::Fact),
        14 => own().prop_map(|(seat, wish)| Call::of(seat, wish)),
        1 => (line(), over_line()).prop_map(|(line, wish)| Call::over(line, wish)),
        12 => (leader(), lead()).prop_map(|(seat, lead)| Call::lead(seat, lead)),
        1 => (member(), lead()).prop_map(|(seat, lead)| Call::lead(seat, lead)),
        5 => (leader(), request()).prop_map(|(seat, request)| Call::of(seat, Wish::Floor(request))),
    ]
}

/// Something gathered to its end, which single calls seldom come to.
fn gathered() -> impl Strategy<Value = Vec<Call>> {
    let kinds = [Asking::CheckIn, Asking::Words, Asking::Poll(vec!["one".to_owned(), "two".to_owned()])];
    (prop::sample::select(kinds.to_vec()), 0..3_u8).prop_map(|(asking, number)| {
        let answer = match &asking {
            Asking::CheckIn => Answer::Rating(number),
            Asking::Words => Answer::Words(format!("WORDS{number}.")),
            Asking::Poll(_) => Answer::Vote(usize::from(number % 2)),
        };
        let answers = MEMBERS.map(|seat| Call::of(seat, Wish::Answer(answer.clone())));
        let ask = Call::lead(LEA, Lead::Gather(asking, "how is it".to_owned()));
        [vec![Call::lead(LEA, Lead::PutAway), ask], answers.to_vec(), vec![Call::lead(LEA, Lead::Reveal)]].concat()
    })
}

/// Those who lead drop and one is back; a signal is given, and taken back or seen: pairs that single calls seldom make.
fn pairs() -> impl Strategy<Value = Vec<Call>> {
    let drop = |number| Call::Fact(Fact::LineLost(LineId(number)));
    let led = new_line().prop_map(move |line| vec![drop(0), drop(1), Call::Fact(Fact::Resume(line, LEA))]);
    let given = |seat, signal| Call::of(seat, Wish::Signal(signal));
    let withdrawn = (member(), signal())
        .prop_map(move |(seat, signal)| vec![given(seat, signal), Call::of(seat, Wish::Withdraw(signal))]);
    let seen = (member(), signal())
        .prop_map(move |(seat, signal)| vec![given(seat, signal), Call::lead(LEA, Lead::Seen(seat, signal))]);
    prop_oneof![led, withdrawn, seen]
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let end = Just(vec![Call::Fact(Fact::End)]);
    let calls = prop_oneof![240 => call().prop_map(|call| vec![call]), 8 => gathered(), 6 => pairs(), 1 => end];
    let later = prop_oneof![6 => 0..5 * SECOND, 2 => 5 * SECOND..70 * SECOND, 1 => MINUTE..4 * MINUTE];
    let behind = prop_oneof![9 => Just(0), 1 => 0..2 * MINUTE];
    let few = (calls, later, behind).prop_map(|(calls, later_ms, behind_ms)| {
        let step = |(place, call)| Step { call, later_ms: if place == 0 { later_ms } else { 0 }, behind_ms };
        calls.into_iter().enumerate().map(step).collect::<Vec<Step>>()
    });
    prop::collection::vec(few, 1..40).prop_map(|steps| steps.concat())
}

/// Everybody in, so that what is random has somebody to happen to.
pub fn full() -> Hall {
    let mut hall =
        Hall::new(Setup { policy: Policy::Expected, meets: Meets::InPerson, ..Setup::starting(STARTS) }).unwrap();
    hall.handle(Call::Fact(Fact::Supervision(Supervision::Consented)), 0).unwrap();
    for (seat, number) in SEATS.into_iter().zip(0..) {
        hall.handle(Call::Fact(Fact::Knock(LineId(number), guest(seat))), STARTS).unwrap();
    }
    hall
}

/// What each step has come to; the clock starts with the hall.
pub fn play(hall: &mut Hall, steps: &[Step], mut see: impl FnMut(&Hall, &Hall, &Step, &Result<Vec<Output>, Refused>)) {
    let mut now = STARTS;
    for step in steps {
        now += step.later_ms;
        let before = hall.clone();
        let answer = hall.handle(step.call.clone(), now - step.behind_ms);
        see(&before, hall, step, &answer);
    }
}

/// Whose own act it would be.
pub fn asks(hall: &Hall, call: &Call) -> Option<(Seat, Wish)> {
    match call {
        Call::Wish(Voice::Seat(seat), wish) => Some((*seat, wish.clone())),
        Call::Wish(Voice::Line(line), wish) => hall.seat_of(*line).map(|seat| (seat, wish.clone())),
        Call::Fact(_) => None,
    }
}
