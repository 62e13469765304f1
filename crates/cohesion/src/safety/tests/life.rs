//! The rules of an alert's life, under every order of entries that chance can think of.

use proptest::prelude::*;

use crate::clock::{Span, Timestamp};
use crate::id::PersonId;
use crate::safety::{Action, Entry, Event, Level, Mark, Path, Stage, State, Terms, Written};

const START: Timestamp = crate::testing::START;

fn written() -> Written {
    Written::new("words", "We have talked.").expect("it says something")
}

fn people() -> impl Strategy<Value = PersonId> {
    (1_u8..4).prop_map(|number| PersonId([number; 16]))
}

fn event() -> impl Strategy<Value = Event> {
    let level = prop::sample::select(Level::ALL);
    let action = prop::sample::select(Action::ALL);
    let mark = prop_oneof![4 => Just(Mark::Done), 4 => Just(Mark::NotNeeded), 1 => Just(Mark::Open)];
    prop_oneof![
        1 => prop::collection::vec(people(), 0..3).prop_map(Event::Told),
        1 => Just(Event::Reminded),
        1 => prop::collection::vec(people(), 0..3).prop_map(Event::Overdue),
        1 => Just(Event::Seen),
        3 => Just(Event::Taken),
        1 => people().prop_map(|to| Event::HandedOver { to, words: written() }),
        3 => level.prop_map(|level| Event::Decided { level, outcomes: None, rationale: written() }),
        12 => (action, mark).prop_map(|(action, mark)| Event::Marked(action, mark)),
        3 => Just(Event::Reviewed(written())),
        4 => Just(Event::Closed(written())),
        1 => Just(Event::Added(written())),
    ]
}

/// Mostly by people, at times that also run backwards.
fn entry() -> impl Strategy<Value = Entry> {
    (prop::option::weighted(0.9, people()), -100_000_000_i64..100_000_000, event())
        .prop_map(|(author, at, event)| Entry { author, at: START + Span(at), event })
}

fn raised(path: Path) -> State {
    State::raised(Terms {
        path,
        raised_at: START,
        acknowledge_within: Span::minutes(30),
        decide_by: START + Span::hours(24),
    })
}

/// All states that a random life goes through, and the entries that were taken.
fn live(path: Path, entries: Vec<Entry>) -> Vec<(State, Option<Entry>)> {
    let mut states = vec![(raised(path), None)];
    for entry in entries {
        let last = &states[states.len() - 1].0;
        if let Ok(next) = last.after(&entry) {
            states.push((next, Some(entry)));
        }
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_closes_without_author_level_and_words(entries in prop::collection::vec(entry(), 0..80)) {
        let lived = live(Path::Clinical, entries);
        for pair in lived.windows(2) {
            let (before, (after, entry)) = (&pair[0].0, &pair[1]);
            if before.stage != Stage::Closed && after.stage == Stage::Closed {
                let entry = entry.as_ref().expect("it closed by an entry");
                prop_assert!(matches!(entry.event, Event::Closed(_)));
                prop_assert!(entry.author.is_some() && entry.author == before.owner);
                let level = after.level.expect("a level was set");
                prop_assert!(level.actions().iter().all(|action| after.mark_of(*action).is_some()));
                prop_assert!(after.reviews >= level.reviews_before_closing());
            }
        }
    }

    #[test]
    fn a_closed_alert_takes_words_and_nothing_else(entries in prop::collection::vec(entry(), 0..80), late in entry()) {
        for (state, _) in live(Path::Clinical, entries).iter().filter(|(state, _)| state.stage == Stage::Closed) {
            match state.after(&late) {
                Ok(next) => {
                    prop_assert!(matches!(late.event, Event::Added(_) | Event::Seen));
                    let mut same = state.clone();
                    same.seen_at = next.seen_at;
                    prop_assert_eq!(next, same);
                }
                Err(_) => prop_assert!(!matches!(late.event, Event::Added(_) | Event::Seen)),
            }
        }
    }

    #[test]
    fn an_open_alert_always_has_a_deadline_or_a_level_that_asks_for_none(
        entries in prop::collection::vec(entry(), 0..80),
    ) {
        for (state, _) in live(Path::Clinical, entries) {
            let is_quiet = state.stage == Stage::Closed || state.level == Some(Level::Noted);
            prop_assert_eq!(state.deadline().is_none(), is_quiet);
        }
    }

    #[test]
    fn a_clock_never_runs_backwards_and_every_wait_has_one(entries in prop::collection::vec(entry(), 0..80)) {
        for pair in live(Path::Clinical, entries).windows(2) {
            let (before, after) = (&pair[0].0, &pair[1].0);
            prop_assert!(after.clock >= before.clock);
            let waits_anew = before.stage == Stage::Taken && after.stage == Stage::Waiting;
            prop_assert!(!waits_anew || after.clock > before.clock);
        }
    }

    #[test]
    fn a_support_group_never_comes_to_a_level(entries in prop::collection::vec(entry(), 0..80)) {
        for (state, _) in live(Path::DutyContact, entries) {
            prop_assert_eq!(state.level, None);
            prop_assert!(state.marks.is_empty());
        }
    }
}

#[test]
fn words_that_say_nothing_are_refused() {
    assert!(Written::new("words", " \n\t ").is_err());
    assert!(Written::new("words", &"a".repeat(crate::limits::TEXT_CHARS_MAX + 1)).is_err());
}
