//! Values worked out from sheets, held against nights and numbers worked out by hand.

use techniques::figure::Unit;
use techniques::{Catalogue, Form, Outcome};

use crate::sample::{draft, form};

/// What came out of one rule, without a row.
#[track_caller]
fn outcome(form: &Form, entries: &[(&str, &str)], id: &str) -> Outcome {
    let figures = form.figures_of(&draft(form, entries));
    figures.into_iter().find(|figure| figure.id == id).unwrap().outcome
}

/// Time in bed, time asleep and efficiency of one night.
fn night(times: [&str; 4], latency: &str, awake: &str) -> [Outcome; 3] {
    let diary = Catalogue::built_in().form("sleep-diary").unwrap();
    let names = ["to_bed", "lights_out", "final_wake", "out_of_bed"];
    let mut entries: Vec<(&str, &str)> = names.into_iter().zip(times).collect();
    entries.extend([("latency", latency), ("awake", awake)]);
    ["time_in_bed", "total_sleep", "sleep_efficiency"].map(|id| outcome(diary, &entries, id))
}

/// Minutes, minutes and per cent.
fn values(numbers: [f64; 3]) -> [Outcome; 3] {
    numbers.map(Outcome::Value)
}

#[test]
fn a_night_over_midnight_is_worked_out() {
    // In bed 22:30 to 07:00 is 8 h 30 = 510. Asleep: 23:00 to 06:30 is 450, less 30 and 45, is 375. 375 / 510 = 73.53 %.
    assert_eq!(night(["22:30", "23:00", "06:30", "07:00"], "30", "45"), values([510.0, 375.0, 73.5]));
}

#[test]
fn a_night_after_midnight_is_worked_out() {
    // In bed 01:15 to 08:45 is 450. Asleep: 01:30 to 08:30 is 420, less 15, is 405. 405 / 450 = 90 %.
    assert_eq!(night(["01:15", "01:30", "08:30", "08:45"], "15", "0"), values([450.0, 405.0, 90.0]));
}

#[test]
fn a_day_slept_after_a_night_shift_is_worked_out() {
    // In bed 08:00 to 15:20 is 440. Asleep: 08:20 to 15:00 is 400, less 10 and 60, is 330. 330 / 440 = 75 %.
    assert_eq!(night(["08:00", "08:20", "15:00", "15:20"], "10", "60"), values([440.0, 330.0, 75.0]));
}

#[test]
fn midnight_itself_is_a_time_like_others() {
    // In bed 00:00 to 08:00 is 480, all of it asleep.
    assert_eq!(night(["00:00", "00:00", "08:00", "08:00"], "0", "0"), values([480.0, 480.0, 100.0]));
    // In bed 23:59 to 00:01 is 2, asleep for 1.
    assert_eq!(night(["23:59", "23:59", "00:01", "00:01"], "1", "0"), values([2.0, 1.0, 50.0]));
}

#[test]
fn more_time_awake_than_in_bed_is_a_contradiction_and_no_negative_sleep() {
    let [in_bed, asleep, efficiency] = night(["23:00", "23:00", "05:00", "05:00"], "60", "400");
    assert_eq!(in_bed, Outcome::Value(360.0));
    assert_eq!((asleep, efficiency), (Outcome::Contradiction, Outcome::Contradiction));
}

#[test]
fn no_time_in_bed_has_no_efficiency() {
    let [in_bed, asleep, efficiency] = night(["23:00", "23:00", "23:00", "23:00"], "0", "0");
    assert_eq!((in_bed, asleep), (Outcome::Value(0.0), Outcome::Value(0.0)));
    assert_eq!(efficiency, Outcome::Contradiction);
}

#[test]
fn an_open_answer_is_named_and_not_guessed() {
    let diary = Catalogue::built_in().form("sleep-diary").unwrap();
    let half = [("to_bed", "22:30"), ("lights_out", "23:00"), ("awake", "5"), ("out_of_bed", "07:00")];
    assert_eq!(outcome(diary, &half, "time_in_bed"), Outcome::Value(510.0));
    let open = Outcome::Open(vec!["final_wake".into(), "latency".into()]);
    assert_eq!(outcome(diary, &half, "total_sleep"), open);
    assert_eq!(outcome(diary, &half, "sleep_efficiency"), open);
}

#[test]
fn columns_are_added_up_averaged_and_counted() {
    let form = form();
    let entries = [
        ("week.mon-08.joy", "40"),
        ("week.tue-09.joy", "25"),
        ("week.tue-10.what", "Tea"),
        ("people.0.close", "4"),
        ("people.1.close", "1"),
        ("people.2.who", "Ada"),
        ("urges.sleep.strength", "2"),
        ("urges.eat.strength", "3"),
    ];
    for (id, value) in [("joy_sum", 65.0), ("closeness", 2.5), ("how_many", 3.0), ("strongest", 3.0)] {
        assert_eq!(outcome(&form, &entries, id), Outcome::Value(value), "{id}");
    }
    assert_eq!(outcome(&form, &[], "joy_sum"), Outcome::Open(vec!["week".into()]));
    assert_eq!(outcome(&form, &[], "how_many"), Outcome::Value(0.0));
}

#[test]
fn the_gap_between_importance_and_consistency_has_a_value_for_each_part_of_life() {
    let values = Catalogue::built_in().form("values").unwrap();
    let answers = draft(
        values,
        &[
            ("domains.family.importance", "9"),
            ("domains.family.consistency", "4"),
            ("domains.work.importance", "3"),
            ("domains.work.consistency", "6"),
            ("domains.body.importance", "8"),
        ],
    );
    let gaps: Vec<(Option<String>, Outcome)> =
        values.figures_of(&answers).into_iter().map(|figure| (figure.row, figure.outcome)).collect();
    let gap = |row: &str, value| (Some(row.to_owned()), Outcome::Value(value));
    assert_eq!(gaps, [gap("family", 5.0), gap("work", -3.0)], "a half-answered row has none");
}

#[test]
fn belief_and_strongest_feeling_are_compared_before_and_after() {
    let record = Catalogue::built_in().form("thought-record").unwrap();
    let entries = [
        ("thoughts.0.belief", "60"),
        ("thoughts.1.belief", "90"),
        ("belief_now", "35"),
        ("emotions.0.strength", "80"),
        ("emotions.1.strength", "50"),
        ("outcome_emotions.0.strength", "45"),
    ];
    for (id, value) in
        [("belief_before", 90.0), ("belief_change", -55.0), ("strength_before", 80.0), ("strength_after", 45.0)]
    {
        assert_eq!(outcome(record, &entries, id), Outcome::Value(value), "{id}");
    }
}

#[test]
fn a_third_is_rounded_to_a_tenth() {
    let form = form();
    let entries = [("bed", "22:00"), ("up", "22:45"), ("amount", "30")];
    assert_eq!(outcome(&form, &entries, "slept_share"), Outcome::Value(33.3), "15 of 45 minutes");
    assert_eq!(form.figures[2].unit, Unit::Percent);
}
