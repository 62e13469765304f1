//! Who could see what, worked out by hand.

use super::*;
use crate::testing::START;

const MARA: PersonId = PersonId([1; 16]);
const SAM: PersonId = PersonId([2; 16]);
const NOOR: PersonId = PersonId([3; 16]);
const GROUP: GroupId = GroupId([9; 16]);

fn day(count: i64) -> Timestamp {
    START + Span::days(count)
}

fn period(from: i64, until: i64) -> Period {
    Period::new(day(from), day(until), day(365)).expect("it is one")
}

const fn spell(person: PersonId, tie: Tie, since: Timestamp, until: Option<Timestamp>) -> Spell {
    Spell { person, tie, since, until }
}

fn touch(actor: Option<PersonId>, deed: Deed, outcome: &str, at: Timestamp) -> Touch {
    Touch { at, actor, deed: deed.code().to_owned(), outcome: outcome.to_owned(), object: None }
}

fn known<'a>(spells: &'a [Spell], beside: &'a [Beside]) -> Known<'a> {
    Known { group: GROUP, spells, beside }
}

#[test]
fn a_part_counts_within_the_period_and_no_longer() {
    let spells = [
        spell(MARA, Tie::Leader, day(0), Some(day(10))),
        spell(MARA, Tie::Leader, day(10), None),
        spell(NOOR, Tie::CoLeader, day(1), Some(day(4))),
        spell(SAM, Tie::Seated, day(30), None),
    ];
    let found = within(&spells, period(5, 20));
    assert_eq!(found, [spell(MARA, Tie::Leader, day(5), Some(day(20)))], "and two that touch are one");
    let found = within(&spells, period(2, 3));
    assert_eq!(found.iter().map(|spell| spell.person).collect::<Vec<_>>(), [MARA, NOOR]);
}

#[test]
fn what_a_part_opens_is_what_the_table_and_the_charter_say() {
    let (therapy, support) = (Charter::therapy(), Charter::support());
    assert!(reach(Tie::Leader, &therapy).contains(&Deed::ReadNotes));
    assert!(!reach(Tie::Facilitator, &support).contains(&Deed::ReadNotes));
    assert!(!reach(Tie::Scheduler, &therapy).contains(&Deed::ReadNotes));
    assert_eq!(reach(Tie::Administrator, &therapy), [Deed::SeeBreach]);
    assert!(reach(Tie::Seated, &support).contains(&Deed::TakePartInThreads));
    for (deed, _) in READINGS {
        let parts = [Tie::Leader, Tie::CoLeader, Tie::Supervisor, Tie::Facilitator, Tie::Seated, Tie::Scheduler];
        assert!(parts.iter().any(|tie| deed.who_may().contains(tie)), "{}: nobody could", deed.code());
    }
}

#[test]
fn openings_are_counted_by_who_what_and_by_which_right() {
    let spells = [spell(MARA, Tie::Leader, day(0), None), spell(SAM, Tie::Seated, day(0), None)];
    let touches = [
        touch(Some(MARA), Deed::ReadNotes, "leader", day(3)),
        touch(Some(MARA), Deed::ReadNotes, "leader", day(1)),
        touch(Some(NOOR), Deed::ReadNotes, "refused", day(2)),
        touch(Some(SAM), Deed::SeeFellows, "seated", day(4)),
        touch(Some(SAM), Deed::SeeGoals, "oneself", day(5)),
        touch(None, Deed::SendMail, "system", day(6)),
    ];
    let counted = counted(&touches, known(&spells, &[]));
    let said: Vec<_> =
        counted.iter().map(|one| (one.actor, one.deed.as_str(), one.outcome.as_str(), one.count)).collect();
    assert_eq!(
        said,
        [
            (None, "notices.send-mail", "system", 1),
            (None, "groups.fellows", "seated", 1),
            (Some(MARA), "notes.read", "leader", 2),
            (Some(NOOR), "notes.read", "refused", 1),
        ],
        "members are not told apart, and a look at one's own is left out"
    );
    assert_eq!((counted[2].first, counted[2].last), (day(1), day(3)));
}

#[test]
fn whoever_leads_another_group_of_the_same_person_is_not_named() {
    let spells = [spell(MARA, Tie::Leader, day(0), None), spell(NOOR, Tie::Leader, day(0), Some(day(2)))];
    let touches =
        [touch(Some(NOOR), Deed::ReadNotes, "leader", day(3)), touch(Some(SAM), Deed::SeeFellows, "seated", day(3))];
    assert_eq!(
        counted(&touches, known(&spells, &[])),
        [],
        "Noor led until the day before, and Sam sits in another group"
    );
    let in_time = [touch(Some(NOOR), Deed::ReadNotes, "leader", day(2))];
    assert_eq!(counted(&in_time, known(&spells, &[])).len(), 1);
}

#[test]
fn whoever_was_asked_to_sign_is_counted_with_what_they_were_asked_about_and_with_nothing_else() {
    let (note, other) = ([7; 16], [8; 16]);
    let asked = [Beside { person: NOOR, about: SAM, thing: note, since: day(2), until: Some(day(4)) }];
    let by_noor = |object, at| Touch { object, ..touch(Some(NOOR), Deed::ReadNotes, "supervisor", day(at)) };
    let count = |touch: Touch| counted(&[touch], known(&[], &asked)).len();
    assert_eq!(count(by_noor(Some(note), 3)), 1);
    assert_eq!(count(by_noor(Some(note), 9)), 1, "the log says what it was");
    assert_eq!(count(by_noor(Some(other), 3)), 0, "a note of another group");
    assert_eq!(count(by_noor(Some(GROUP.0), 9)), 1, "a summary that was sent back");
    assert_eq!((count(by_noor(None, 3)), count(by_noor(None, 9))), (1, 0), "a queue, while it stood there");
    let mara = Touch { actor: Some(MARA), ..by_noor(Some(note), 3) };
    assert_eq!(count(mara), 0, "nobody asked Mara");
}

#[test]
fn whoever_has_a_part_that_opens_it_is_not_listed_twice() {
    let charter = Charter::therapy();
    let asked = |person, until| Beside { person, about: SAM, thing: [7; 16], since: day(6), until };
    let parts = within(&[spell(MARA, Tie::Supervisor, day(0), None)], period(5, 20));
    let beside = [asked(MARA, None), asked(NOOR, Some(day(9))), asked(NOOR, None)];
    let found = only_beside(&beside, (Deed::ReadNotes, &charter), &parts, period(5, 20));
    assert_eq!(found, [spell(NOOR, Tie::Supervisor, day(6), Some(day(20)))]);
}

#[test]
fn a_period_is_in_order_over_and_a_year_at_most() {
    let now = day(0);
    let fault = |from, until| Period::new(day(from), day(until), now);
    assert_eq!(fault(-3, 1), Err(Error::invalid("until", "breaches-fault-ahead")));
    assert_eq!(fault(-3, -3), Err(Error::invalid("until", "breaches-fault-order")));
    assert_eq!(fault(-401, 0), Err(Error::invalid("from", "breaches-fault-long")));
    assert!(fault(-400, 0).is_ok());
}
