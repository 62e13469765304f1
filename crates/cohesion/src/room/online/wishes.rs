//! From a page's words to a wish of the hall's, and from the hall's no to a sentence.

use std::num::TryFromIntError;

use ::floor::hall::{
    Answer, Asking, Channel, Heard, Lead, Policy, Privacy, Reaction, Refused, SeatKind, Signal, Source, Wish,
};
use ::floor::{Order, Plan, Purpose, Request, Seat, Timer};

use super::wire::Wished;

/// Milliseconds of a minute.
const MINUTE_MS: u64 = 60_000;

/// Reads a wish of whoever sits at `me`; nothing where no page of ours would send it.
pub(super) fn read(wished: &Wished, me: Seat, named: impl Fn(u16) -> Option<Seat>) -> Option<Wish> {
    let about = || wished.seat.and_then(&named);
    own(wished, me).or_else(|| spoken(wished, &about)).or_else(|| lead(wished, &about).map(Wish::Lead))
}

/// What is about oneself.
fn own(wished: &Wished, me: Seat) -> Option<Wish> {
    Some(match wished.what.as_str() {
        "leave" => Wish::Leave,
        "mic-on" => Wish::Unmute(Source::Microphone),
        "mic-off" => Wish::Mute(Source::Microphone),
        "cam-on" => Wish::Unmute(Source::Camera),
        "cam-off" => Wish::Mute(Source::Camera),
        "take-video" => Wish::TakeKind(SeatKind::Video),
        "take-sound" => Wish::TakeKind(SeatKind::AudioOnly),
        "take-text" => Wish::TakeKind(SeatKind::TextOnly),
        "overheard" => Wish::SayPlace(Privacy::Overheard),
        "alone" => Wish::SayPlace(Privacy::Alone),
        "raise" => Wish::Floor(Request::Raise(me)),
        "lower" => Wish::Floor(Request::Lower(me)),
        "finish" => Wish::Floor(Request::Finish(me)),
        "pass" => Wish::Floor(Request::Pass(me)),
        "not-ready" => Wish::Floor(Request::NotReady(me)),
        "moment" => Wish::Moment,
        "return" => Wish::Return,
        "unsafe" => Wish::Signal(Signal::Unsafe),
        "talk-after" => Wish::Signal(Signal::TalkAfter),
        "help" => Wish::Signal(Signal::Help),
        "not-unsafe" => Wish::Withdraw(Signal::Unsafe),
        "not-talk-after" => Wish::Withdraw(Signal::TalkAfter),
        "not-help" => Wish::Withdraw(Signal::Help),
        _ => return None,
    })
}

/// What is said, written or answered.
fn spoken(wished: &Wished, about: &impl Fn() -> Option<Seat>) -> Option<Wish> {
    Some(match wished.what.as_str() {
        "react" => Wish::React(reaction(&wished.choice)?),
        "write" => Wish::Write(channel(&wished.choice, about)?, wished.words.clone()),
        "rate" => Wish::Answer(Answer::Rating(wished.number?.try_into().ok()?)),
        "say" => Wish::Answer(Answer::Words(wished.words.clone())),
        "vote" => Wish::Answer(Answer::Vote(wished.number?.try_into().ok()?)),
        "give" => Wish::Floor(Request::Give(about()?)),
        "next" => Wish::Floor(Request::Next),
        "take-back" => Wish::Floor(Request::TakeBack),
        "skip" => Wish::Floor(Request::Skip(about()?)),
        "first" => Wish::Floor(Request::Move(about()?, 0)),
        "add" => Wish::Floor(Request::Add(MINUTE_MS)),
        "pause" => Wish::Floor(Request::Pause),
        "resume" => Wish::Floor(Request::Resume),
        "rest" => Wish::Floor(Request::Rest),
        "discuss" => Wish::Floor(Request::Discuss(None, Timer::Leaders)),
        "begin" => Wish::Floor(Request::Begin(plan(wished, Order::Seats)?)),
        "begin-drawn" => Wish::Floor(Request::Begin(plan(wished, Order::Drawn(seed()?))?)),
        _ => return None,
    })
}

/// What only those who lead may ask for; the hall says who that is.
fn lead(wished: &Wished, about: &impl Fn() -> Option<Seat>) -> Option<Lead> {
    Some(match wished.what.as_str() {
        "admit" => Lead::Admit(about()?),
        "admit-all" => Lead::AdmitAll,
        "turn-away" => Lead::TurnAway(about()?),
        "let-expected-in" => Lead::Door(Policy::Expected),
        "let-each-in" => Lead::Door(Policy::Each),
        "late" => Lead::LateLimit(wished.number.map(|minutes| minutes.saturating_mul(MINUTE_MS))),
        "lock" => Lead::Lock,
        "unlock" => Lead::Unlock,
        "remove" => Lead::Remove(about()?),
        "gone" => Lead::Gone(about()?),
        "mute" => Lead::Mute(about()?, Source::Microphone),
        "mute-camera" => Lead::Mute(about()?, Source::Camera),
        "mute-all" => Lead::MuteAll,
        "spotlight" => Lead::Spotlight(Some(about()?)),
        "no-spotlight" => Lead::Spotlight(None),
        "hear-in-turn" => Lead::Hear(Heard::InTurn),
        "hear-all" => Lead::Hear(Heard::Everybody),
        "private" => Lead::Private(about()?),
        "seen" => Lead::Seen(about()?, signal(&wished.choice)?),
        "ask-ratings" => Lead::Gather(Asking::CheckIn, wished.words.clone()),
        "ask-words" => Lead::Gather(Asking::Words, wished.words.clone()),
        "ask-poll" => poll(&wished.words)?,
        "reveal" => Lead::Reveal,
        "put-away" => Lead::PutAway,
        "open-breakouts" => Lead::OpenBreakouts(wished.number?.saturating_mul(MINUTE_MS)),
        "extend-breakouts" => Lead::ExtendBreakouts(wished.number?.saturating_mul(MINUTE_MS)),
        "assign" => Lead::Assign(about()?, place(wished.number).ok()?),
        "visit" => Lead::Visit(place(wished.number).ok()?),
        "back-to-all" => Lead::BackToAll,
        "end" => Lead::End,
        _ => return None,
    })
}

/// The breakout that a page calls by its number, from 1; 0 or none is with all.
fn place(number: Option<u64>) -> Result<Option<u8>, TryFromIntError> {
    number.filter(|number| *number > 0).map(|number| u8::try_from(number - 1)).transpose()
}

/// The question in the first line, and an option in each line after it.
fn poll(words: &str) -> Option<Lead> {
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let prompt = lines.next()?.to_owned();
    Some(Lead::Gather(Asking::Poll(lines.map(str::to_owned).collect()), prompt))
}

/// By which a lot is drawn.
fn seed() -> Option<u64> {
    let random = crate::id::random().ok()?;
    random.first_chunk().map(|first| u64::from_be_bytes(*first))
}

fn plan(wished: &Wished, order: Order) -> Option<Plan> {
    let purpose = match wished.choice.as_str() {
        "check-in" => Purpose::CheckIn,
        "sharing" => Purpose::Sharing,
        "closing" => Purpose::Closing,
        _ => return None,
    };
    let turn_ms = wished.number.filter(|minutes| *minutes > 0).map(|minutes| minutes.saturating_mul(MINUTE_MS));
    Some(Plan { purpose, order, turn_ms, timer: Timer::Leaders })
}

fn channel(choice: &str, about: &impl Fn() -> Option<Seat>) -> Option<Channel> {
    Some(match choice {
        "all" => Channel::All,
        "leaders" => Channel::Leaders,
        "breakouts" => Channel::Breakouts,
        "member" => Channel::Member(about()?),
        _ => return None,
    })
}

fn reaction(choice: &str) -> Option<Reaction> {
    Some(match choice {
        "with-you" => Reaction::WithYou,
        "thanks" => Reaction::Thanks,
        "know-that" => Reaction::KnowThat,
        "take-your-time" => Reaction::TakeYourTime,
        _ => return None,
    })
}

fn signal(choice: &str) -> Option<Signal> {
    Some(match choice {
        "unsafe" => Signal::Unsafe,
        "talk-after" => Signal::TalkAfter,
        "help" => Signal::Help,
        _ => return None,
    })
}

/// Why a door stays shut: a word for the page, and the sentence's key.
pub(super) const fn at_the_door(refused: Refused) -> (&'static str, &'static str) {
    match refused {
        Refused::Barred => ("removed", "room-bye-removed"),
        Refused::Locked => ("locked", "room-bye-locked"),
        Refused::TooLate => ("late", "room-bye-late"),
        Refused::Full => ("full", "room-bye-full"),
        Refused::Over => ("ended", "room-bye-ended"),
        Refused::NoConsent => ("no-consent", "room-bye-no-consent"),
        Refused::Unanswered(_) | Refused::Overheard | Refused::Online => ("door", "room-bye-door"),
        _ => ("refused", "room-bye-refused"),
    }
}

/// The key of the sentence for a wish that came to nothing.
pub(super) const fn refused(refused: Refused) -> &'static str {
    match refused {
        Refused::Leaders | Refused::Members | Refused::NoPrivateChat => "room-refused-not-yours",
        Refused::StillWaiting | Refused::NoSeat => "room-refused-not-in",
        Refused::Nobody | Refused::NotWaiting | Refused::Lost | Refused::Apart | Refused::NotApart => {
            "room-refused-gone"
        }
        Refused::Locked | Refused::LockedAlready => "room-refused-locked",
        Refused::Full => "room-bye-full",
        Refused::TooFast => "room-refused-fast",
        Refused::Words => "room-refused-words",
        Refused::TooFew => "room-refused-few",
        Refused::NobodyHolds => "room-refused-nobody-holds",
        Refused::Plan => "room-refused-plan",
        Refused::TimerHidden => "room-fault-timer",
        Refused::Overheard => "room-fault-overheard",
        Refused::AnsweredAlready => "room-refused-answered",
        Refused::Unled => "room-refused-unled",
        Refused::Taken => "room-refused-taken",
        Refused::NotInPerson => "room-refused-not-in-person",
        Refused::TooLate => "room-refused-late",
        Refused::Online => "room-fault-in-person",
        Refused::Unsafe => "room-refused-unseen",
        _ => "room-refused-now",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: Seat = Seat(1);

    fn wish(what: &str, seat: Option<u16>, number: Option<u64>, choice: &str) -> Option<Wish> {
        let (what, choice) = (what.to_owned(), choice.to_owned());
        let wished = Wished { what, seat, number, choice, words: "Hello".to_owned() };
        read(&wished, ME, |number| (number < 3).then_some(Seat(u128::from(number) + 10)))
    }

    #[test]
    fn a_wish_about_oneself_is_about_nobody_else() {
        assert_eq!(wish("raise", Some(2), None, ""), Some(Wish::Floor(Request::Raise(ME))));
        assert_eq!(wish("mic-on", Some(2), None, ""), Some(Wish::Unmute(Source::Microphone)));
    }

    #[test]
    fn a_wish_about_somebody_names_a_seat_that_there_is() {
        assert_eq!(wish("admit", Some(2), None, ""), Some(Wish::Lead(Lead::Admit(Seat(12)))));
        for unknown in [Some(3), None] {
            assert_eq!(wish("admit", unknown, None, ""), None);
        }
    }

    #[test]
    fn what_no_page_sends_is_no_wish() {
        assert_eq!(wish("shout", None, None, ""), None);
        assert_eq!(wish("write", None, None, "everybody"), None);
        assert_eq!(wish("write", None, None, "all"), Some(Wish::Write(Channel::All, "Hello".to_owned())));
        assert_eq!(wish("rate", None, Some(300), ""), None);
        assert_eq!(wish("visit", None, Some(0), ""), Some(Wish::Lead(Lead::Visit(None))));
        assert_eq!(wish("visit", None, Some(2), ""), Some(Wish::Lead(Lead::Visit(Some(1)))));
        assert_eq!(wish("visit", None, Some(900), ""), None);
    }

    #[test]
    fn a_poll_is_a_question_and_its_options() {
        let asked = poll("Which day?\n\n Monday \nFriday\n");
        let options = vec!["Monday".to_owned(), "Friday".to_owned()];
        assert_eq!(asked, Some(Lead::Gather(Asking::Poll(options), "Which day?".to_owned())));
        assert_eq!(poll(" \n"), None);
    }
}
