//! What holds whatever is asked, by whom, and when.

use std::collections::BTreeSet;

use super::random::{SEATS, Step, asks, full, play, steps};
use super::scene::{MINUTE, SECOND, STARTS};
use floor::Seat;
use floor::hall::{Call, Fact, Hall, Lead, LineId, Output, View, Wish};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn inside(hall: &Hall, seat: Seat) -> Option<floor::hall::InsideView> {
    match hall.view_for(seat, 0) {
        View::Inside(view) => Some(*view),
        _ => None,
    }
}

fn restarted(hall: &Hall) -> Hall {
    serde_json::from_str(&serde_json::to_string(hall).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn one_seat_has_the_turn_or_nobody_and_everybody_sees_the_same(steps in steps()) {
        play(&mut full(), &steps, |_, hall, _, _| {
            let holders: BTreeSet<Option<Seat>> =
                SEATS.into_iter().filter_map(|seat| inside(hall, seat)).map(|view| view.floor.holder).collect();
            assert!(holders.len() <= 1, "{holders:?}");
            if let Some(Some(holder)) = holders.first() {
                assert!(hall.seated().any(|(seat, _)| seat == *holder), "whoever has the turn has a seat");
                assert!(hall.floor().round().is_none_or(|round| !round.ahead().contains(holder)));
            }
        });
    }

    #[test]
    fn no_seat_is_lost_over_a_reconnect(steps in steps(), place in 0..4_usize, away_ms in 0..30 * SECOND) {
        let mut hall = full();
        play(&mut hall, &steps, |_, _, _, _| {});
        let seat = super::random::MEMBERS[place];
        let now = STARTS + 60 * 5 * MINUTE;
        hall.poll(now);
        let Some(line) = inside(&hall, seat).and_then(|_| hall.line_of(seat)) else { return Ok(()) };
        let mut steady = hall.clone();
        hall.handle(Call::Fact(Fact::LineLost(line)), now).unwrap();
        hall = restarted(&hall);
        hall.handle(Call::Fact(Fact::Resume(LineId(1_000), seat)), now + away_ms).unwrap();
        steady.poll(now + away_ms);
        for viewer in SEATS {
            prop_assert_eq!(hall.view_for(viewer, 0), steady.view_for(viewer, 0));
        }
        prop_assert_eq!(hall.media(), steady.media());
        prop_assert_eq!(hall.line_of(seat), Some(LineId(1_000)));
    }

    #[test]
    fn only_going_or_being_taken_out_frees_a_seat_whose_line_is_there(steps in steps()) {
        play(&mut full(), &steps, |before, hall, step, _| {
            if hall.is_over() {
                return;
            }
            for (seat, role) in before.seated().filter(|(seat, _)| before.line_of(*seat).is_some()) {
                let asked = asks(before, &step.call);
                let goes = asked.as_ref().is_some_and(|(by, wish)| *by == seat && *wish == Wish::Leave);
                let taken_out = asked.is_some_and(|(_, wish)| {
                    [Wish::Lead(Lead::Remove(seat)), Wish::Lead(Lead::Gone(seat))].contains(&wish)
                });
                let elsewhere = matches!(&step.call, Call::Fact(Fact::Knock(_, guest)) if guest.seat == seat)
                    && before.sits_in_person(seat);
                let unconsented = matches!(step.call, Call::Fact(Fact::Supervision(_))) && !role.leads();
                let free = hall.seated().all(|(other, _)| other != seat);
                assert!(!free || goes || taken_out || elsewhere || unconsented, "{seat:?} by {:?}", step.call);
            }
        });
    }

    #[test]
    fn whoever_is_out_for_today_is_never_in_again(steps in steps(), revoked in super::random::seat(), at in 0..20_usize) {
        let mut steps = steps;
        let revoke = Step { call: Call::Fact(Fact::Revoke(revoked)), later_ms: 0, behind_ms: 0 };
        steps.insert(at.min(steps.len()), revoke);
        let mut out = BTreeSet::new();
        play(&mut full(), &steps, |before, hall, step, answer| {
            let taken_out = match (&step.call, asks(before, &step.call)) {
                (Call::Fact(Fact::Revoke(seat)), _) => Some(*seat),
                (_, Some((_, Wish::Lead(Lead::Remove(seat))))) => Some(seat),
                _ => None,
            };
            out.extend(taken_out.filter(|_| answer.is_ok()));
            let within = hall.seated().map(|(seat, _)| seat).chain(hall.waiting());
            assert!(within.into_iter().all(|seat| !out.contains(&seat)));
            assert!(out.iter().all(|seat| hall.line_of(*seat).is_none()));
            assert!(hall.media().seats.iter().all(|media| !out.contains(&media.seat)));
        });
    }

    #[test]
    fn a_refused_call_changes_nothing(steps in steps()) {
        play(&mut full(), &steps, |before, hall, _, answer| {
            assert!(answer.is_ok() || before == hall);
        });
    }

    #[test]
    fn it_makes_no_difference_how_often_anybody_looks(steps in steps()) {
        let steps: Vec<Step> = steps.into_iter().map(|step| Step { behind_ms: 0, ..step }).collect();
        let mut twin = full();
        let mut now = STARTS;
        play(&mut full(), &steps, |_, hall, step, _| {
            while let Some(due) = twin.due_ms().filter(|due| *due <= now + step.later_ms) {
                twin.poll(due);
            }
            now += step.later_ms;
            let _ = twin.handle(step.call.clone(), now);
            let (mut seldom, mut often) = (hall.clone(), twin.clone());
            seldom.poll(now);
            often.poll(now);
            assert_eq!(seldom, often);
        });
    }

    #[test]
    fn a_clock_that_runs_backward_is_taken_as_the_latest(steps in steps()) {
        let mut twin = full();
        let mut now = STARTS;
        let mut latest = STARTS;
        play(&mut full(), &steps, |_, hall, step, answer| {
            now += step.later_ms;
            let asked = (now - step.behind_ms).max(latest);
            assert_eq!(&twin.handle(step.call.clone(), asked), answer);
            if answer.is_ok() {
                latest = asked;
            }
            assert_eq!(&twin, hall);
        });
    }

    #[test]
    fn every_line_that_was_not_closed_is_on_the_roster_once(steps in steps()) {
        let mut lines: BTreeSet<LineId> = full().roster().collect();
        play(&mut full(), &steps, |_, hall, step, answer| {
            let Ok(outputs) = answer else { return };
            match step.call {
                Call::Fact(Fact::Knock(line, _) | Fact::Resume(line, _)) => {
                    lines.insert(line);
                }
                Call::Fact(Fact::LineLost(line)) => {
                    lines.remove(&line);
                }
                _ => {}
            }
            for output in outputs {
                if let Output::Close(line, _) = output {
                    assert!(lines.remove(line), "{line:?} was open");
                }
            }
            let roster: Vec<LineId> = hall.roster().collect();
            assert_eq!(roster.len(), lines.len(), "each once");
            assert_eq!(roster.into_iter().collect::<BTreeSet<_>>(), lines);
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_restart_at_any_point_changes_no_outcome(steps in steps()) {
        let mut twin = full();
        let mut now = STARTS;
        play(&mut full(), &steps, |_, hall, step, answer| {
            now += step.later_ms;
            twin = restarted(&twin);
            assert_eq!(&twin.handle(step.call.clone(), now - step.behind_ms), answer);
            assert_eq!(&twin, hall);
        });
    }
}

const HAPPENS: [&str; 25] = [
    "Private",
    "Moment",
    "BreakoutsOver",
    "BreakoutsEndSoon",
    "Revealed",
    "Removed",
    "TakenOver",
    "NoConsent",
    "Unled",
    "Led)",
    "NobodyHolds",
    "MutedByLeader",
    "Unmute",
    "TurnPutOff",
    "TimeUp",
    "Only(",
    "SeatInPerson",
    "Gone(",
    "Gathered(",
    "Member(",
    "Withdrawn",
    "Seen",
    "Ended",
    "Reaction",
    "Moved(Home(Breakout",
];

#[test]
fn what_is_random_comes_to_all_that_can_happen() {
    let mut missing: Vec<&str> = HAPPENS.to_vec();
    let mut runner = TestRunner::deterministic();
    for _ in 0..800 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        play(&mut full(), &steps, |_, _, step, answer| {
            let Ok(outputs) = answer else { return };
            let seen = format!("{:?} {outputs:?}", step.call);
            missing.retain(|wanted| !seen.contains(wanted));
        });
    }
    assert_eq!(missing, [""; 0], "never came about");
}
