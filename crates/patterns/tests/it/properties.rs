//! What holds for any data: silence below the minimum, figures for every word, and nobody else's data.

use measures::Direction;
use measures::change::Yardstick;
use patterns::activity::{self, Activity};
use patterns::attendance::{self, Arrival, Visit};
use patterns::avoidance::{self, PutOff};
use patterns::climate::{self, Ratings};
use patterns::daily;
use patterns::exposure::{self, Exposure, Outcome};
use patterns::homework::{self, State, Task};
use patterns::participation::{self, Speaking};
use patterns::risk::{self, Sign};
use patterns::skills::{self, Practice};
use patterns::thoughts::{self, Record};
use patterns::trend::{self, Total};
use patterns::{Day, Pattern, Scale, Statement};
use proptest::prelude::*;

/// One entry of a member's records, from which each pattern takes what it needs.
#[derive(Debug, Clone, Copy)]
struct Row {
    day: i32,
    one: u8,
    two: u8,
    three: u8,
}

fn any_rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let row = (-40..40_i32, 0..=100_u8, 0..=100_u8, 0..=100_u8).prop_map(|(day, one, two, three)| Row {
        day,
        one,
        two,
        three,
    });
    prop::collection::vec(row, 0..=most)
}

fn scale<const MAX: u8>(value: u8) -> Scale<MAX> {
    Scale::new(if MAX == u8::MAX { value } else { value % (MAX + 1) }).unwrap()
}

fn given<const MAX: u8>(value: u8) -> Option<Scale<MAX>> {
    (!value.is_multiple_of(5)).then(|| scale(value))
}

fn word(value: u8) -> String {
    ["time", "sleep", "shame", "noise"][usize::from(value % 4)].to_owned()
}

fn yardstick() -> Yardstick {
    Yardstick { direction: Direction::HigherIsWorse, reliable: None, clinical: None }
}

/// Everything that one member's rows say.
fn statements(rows: &[Row]) -> Vec<Statement> {
    let by_row = [of_series(rows), of_forms(rows), of_sessions(rows)];
    by_row.into_iter().flatten().flatten().collect()
}

fn of_series(rows: &[Row]) -> Vec<Option<Statement>> {
    let totals: Vec<_> = rows.iter().map(|row| Total { day: Day(row.day), points: f64::from(row.one) }).collect();
    let entries = rows.iter().map(|row| daily::Entry { day: Day(row.day), value: f64::from(row.two % 6) }).collect();
    let diary = daily::Diary { what: "Mood".to_owned(), entries };
    let practice = |row: &Row| if row.one.is_multiple_of(2) { Practice::Used } else { Practice::NotUsed };
    let entries = rows.iter().map(|row| skills::Entry {
        day: Day(row.day),
        mood: f64::from(row.two % 6),
        practice: practice(row),
    });
    let skill = skills::Diary { skill: "a skill".to_owned(), mood: "a mood".to_owned(), entries: entries.collect() };
    vec![
        trend::totals(&yardstick(), &totals),
        daily::level(&diary),
        daily::weekday(&diary),
        skills::same_day(&skill),
        skills::next_day(&skill),
    ]
}

fn of_forms(rows: &[Row]) -> Vec<Option<Statement>> {
    let state = |row: &Row| {
        [State::Done(Day(row.day + i32::from(row.two % 9))), State::Partly, State::NotDone][usize::from(row.one % 3)]
    };
    let task = |row: &Row| Task {
        given: Day(row.day),
        state: state(row),
        difficulty: given(row.two),
        obstacle: Some(word(row.three)),
    };
    let tasks: Vec<_> = rows.iter().map(task).collect();
    let record = |row: &Row| Record {
        day: Day(row.day),
        before: given(row.one),
        after: given(row.two),
        habits: vec![word(row.three)],
    };
    let records: Vec<_> = rows.iter().map(record).collect();
    let activity = |row: &Row| Activity {
        day: Day(row.day),
        kind: word(row.three),
        mastery: given(row.one),
        pleasure: given(row.two),
    };
    let activities: Vec<_> = rows.iter().map(activity).collect();
    let outcome = |row: &Row| [None, Some(Outcome::Happened), Some(Outcome::DidNotHappen)][usize::from(row.two % 3)];
    let distress = |row: &Row| (!row.one.is_multiple_of(4)).then(|| [row.one, row.two, row.three].map(scale));
    let exposure = |row: &Row| Exposure {
        day: Day(row.day),
        step: word(row.three),
        expected: given(row.one),
        outcome: outcome(row),
        distress: distress(row),
    };
    let exposures: Vec<_> = rows.iter().map(exposure).collect();
    let what = |row: &Row| {
        [avoidance::What::Exposure, avoidance::What::NotToday, avoidance::What::Item][usize::from(row.one % 3)]
    };
    let put_off: Vec<_> = rows.iter().map(|row| PutOff { day: Day(row.day), what: what(row) }).collect();
    vec![
        homework::done(&tasks),
        homework::obstacle(&tasks),
        homework::latency(&tasks),
        homework::difficulty(&tasks),
        thoughts::belief(&records),
        thoughts::habit(&records),
        activity::pleasure(&activities),
        activity::mastery(&activities),
        exposure::outcome(&exposures),
        exposure::within(&exposures),
        exposure::between(&exposures),
        avoidance::question(&put_off),
    ]
}

fn of_sessions(rows: &[Row]) -> Vec<Option<Statement>> {
    let rated = Speaking::Rated(rows.iter().map(|row| (Day(row.day), scale(row.one))).collect());
    let turns = Speaking::Turns(rows.iter().map(|row| (Day(row.day), u32::from(row.two))).collect());
    let arrival = |row: &Row| {
        if row.one.is_multiple_of(3) { Arrival::Away } else { Arrival::Came { late_min: u16::from(row.two) } }
    };
    let visits: Vec<_> = rows.iter().map(|row| Visit { day: Day(row.day), arrival: arrival(row) }).collect();
    let values = |row: &Row| vec![f64::from(row.two % 11); usize::from(row.one % 7)];
    let ratings: Vec<_> = rows.iter().map(|row| Ratings { day: Day(row.day), values: values(row) }).collect();
    let what = |row: &Row| [risk::What::SuicideUrge(scale(row.two)), risk::What::Answer][usize::from(row.one % 2)];
    let signs: Vec<_> = rows.iter().map(|row| Sign { day: Day(row.day), what: what(row) }).collect();
    vec![
        participation::little(&rated),
        participation::little(&turns),
        participation::level(&rated),
        participation::level(&turns),
        attendance::rate(&visits),
        attendance::away(&visits),
        attendance::later(&visits),
        climate::latest(&ratings),
        risk::task(&signs),
    ]
}

proptest! {
    #[test]
    fn below_the_minimum_nothing_is_said(rows in any_rows(16)) {
        for statement in statements(&rows) {
            prop_assert!(rows.len() >= statement.pattern.minimum(), "{:?} of {} rows", statement, rows.len());
            prop_assert!(statement.n >= statement.pattern.minimum() && statement.n <= rows.len());
        }
    }

    #[test]
    fn a_row_less_than_the_minimum_is_silence(rows in any_rows(40)) {
        for pattern in Pattern::ALL {
            let few = &rows[..rows.len().min(pattern.minimum() - 1)];
            prop_assert!(statements(few).iter().all(|statement| statement.pattern != pattern));
        }
    }

    #[test]
    fn every_figure_has_its_place_and_every_place_its_figure(rows in any_rows(60)) {
        for statement in statements(&rows) {
            let template = format!("{} {}", statement.say.sentence(), statement.say.how());
            let named = template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
            for name in named.filter(|name| *name != "n") {
                prop_assert!(statement.figures.iter().any(|(known, _)| *known == name), "{} in {:?}", name, statement);
            }
            let said = format!("{} {}", statement.english(), statement.how_english());
            let is_whole = !said.contains(['{', '}']) && !said.contains("NaN") && !said.contains("inf");
            prop_assert!(is_whole, "{}", said);
            prop_assert_eq!(statement.audience, statement.pattern.audience());
            prop_assert!(statement.period.from <= statement.period.to);
        }
    }

    /// The rows of two members lie in one store; a member's statements come from their own.
    #[test]
    fn another_members_rows_change_nothing(own in any_rows(40), other in any_rows(40), seed in any::<u64>()) {
        let mut store: Vec<(u8, Row)> = own.iter().map(|row| (1, *row)).collect();
        for (place, row) in other.into_iter().enumerate() {
            let at = usize::try_from(seed.rotate_left(u32::try_from(place).unwrap()) % 97).unwrap() % (store.len() + 1);
            store.insert(at, (2, row));
        }
        let mine: Vec<Row> = store.into_iter().filter(|(member, _)| *member == 1).map(|(_, row)| row).collect();
        prop_assert_eq!(statements(&mine), statements(&own));
    }

    #[test]
    fn the_order_of_days_does_not_matter(rows in any_rows(40)) {
        let mut days: Vec<Row> = rows;
        days.sort_by_key(|row| row.day);
        days.dedup_by_key(|row| row.day);
        let forward = statements(&days);
        days.reverse();
        let back = statements(&days);
        prop_assert_eq!(forward.len(), back.len());
        for (one, other) in forward.iter().zip(&back) {
            prop_assert_eq!((one.say, one.n, one.english()), (other.say, other.n, other.english()));
        }
    }
}
