//! What entries come to, one after the other.

use super::*;
use crate::breaches::{Assessment, Cause, Step, Telling, Weight};
use crate::clock::Span;
use crate::testing::START;

const MARA: PersonId = PersonId([1; 16]);
const ADA: PersonId = PersonId([2; 16]);

fn mark(by: PersonId, hours: i64) -> Mark {
    Mark { by, at: START + Span::hours(hours) }
}

fn facts(laws: &[Law]) -> Entry {
    let happened = "A list lay on a table.".to_owned();
    Entry::Facts(Facts { happened, cause: Cause::Staff, discovered: START, laws: laws.to_vec() })
}

fn decided(tells: Tells) -> Entry {
    let assessment =
        Assessment { nature: Weight::Some, recipient: Weight::Little, seen: Weight::Little, left: Weight::Little };
    Entry::Decided(Decision { tells, assessment, reasons: "It came back unread.".to_owned() })
}

fn told(telling: Telling, hours: i64) -> Entry {
    Entry::Told(Told { telling, at: START + Span::hours(hours), words: "By telephone.".to_owned() })
}

fn contained() -> Entry {
    Entry::Contained(Contained { step: Step::AskedBack, words: "We have it back.".to_owned(), at: START })
}

fn affected(others: u32) -> Entry {
    Entry::Affected(Affected { people: vec![PersonId([3; 16])], others, what: "A first name.".to_owned() })
}

fn dossier(entries: &[(Entry, PersonId)]) -> Dossier {
    Dossier::of(entries.iter().zip(1..).map(|((entry, by), hours)| (entry, mark(*by, hours))))
}

#[test]
fn the_first_clock_that_runs_is_the_next_one_and_stops_when_somebody_is_told() {
    let zone = TimeZone::UTC;
    let mut case = dossier(&[(facts(&[Law::Gdpr]), MARA), (affected(0), MARA)]);
    assert_eq!(case.next_due(&zone), Some(START + Span::hours(72)));
    case.take(told(Telling::GdprAuthority, 3), mark(MARA, 4));
    case.take(told(Telling::GdprPeople, 5), mark(MARA, 6));
    assert_eq!(case.next_due(&zone), None);
    assert_eq!(
        case.open_stages(&zone),
        [Stage::Contain, Stage::Decide, Stage::Tell, Stage::Learn],
        "it is not decided"
    );
}

#[test]
fn nobody_is_left_untold_by_one_person_alone() {
    let zone = TimeZone::UTC;
    for tells in [Tells::Nobody, Tells::Authorities] {
        let mut case = dossier(&[(facts(&[Law::Gdpr]), MARA), (affected(0), MARA), (decided(tells), MARA)]);
        assert_eq!(case.clocks(&zone).iter().filter(|clock| case.runs(clock)).count(), 2, "all clocks run until then");
        assert_eq!(case.may_follow(&Entry::Agreed, MARA, &zone), Err(Error::Conflict("breaches-conflict-second")));
        assert_eq!(case.may_follow(&Entry::Agreed, ADA, &zone), Ok(()));
        case.take(Entry::Agreed, mark(ADA, 9));
        let left = case.clocks(&zone).iter().filter(|clock| case.runs(clock)).count();
        assert_eq!(left, usize::from(tells == Tells::Authorities));
        assert_eq!(case.may_follow(&Entry::Agreed, ADA, &zone), Err(Error::Conflict("breaches-conflict-stands")));
    }
}

#[test]
fn whoever_objects_has_it_decided_anew() {
    let zone = TimeZone::UTC;
    let mut case = dossier(&[(facts(&[]), MARA), (affected(0), MARA), (decided(Tells::Nobody), MARA)]);
    case.take(Entry::Objected("She would want to know.".to_owned()), mark(ADA, 5));
    assert!(case.decided.is_none());
    assert_eq!(case.may_follow(&Entry::Agreed, ADA, &zone), Err(Error::Conflict("breaches-conflict-undecided")));
}

#[test]
fn what_is_found_out_later_undoes_a_no_and_leaves_a_yes() {
    let no =
        dossier(&[(facts(&[]), MARA), (decided(Tells::Nobody), MARA), (Entry::Agreed, ADA), (affected(600), MARA)]);
    assert!(no.decided.is_none());
    let yes = dossier(&[(facts(&[]), MARA), (decided(Tells::Everybody), MARA), (affected(600), MARA)]);
    assert!(yes.decided.is_some_and(|decided| decided.stands()));
}

#[test]
fn a_case_closes_only_when_each_step_is_answered() {
    let zone = TimeZone::UTC;
    let all = [
        (facts(&[Law::Gdpr]), MARA),
        (affected(0), MARA),
        (contained(), MARA),
        (decided(Tells::Everybody), MARA),
        (told(Telling::GdprAuthority, 4), MARA),
        (told(Telling::GdprPeople, 4), MARA),
        (Entry::Learned("Lists stay in the drawer.".to_owned()), ADA),
    ];
    assert_eq!(dossier(&all).may_follow(&Entry::Closed, MARA, &zone), Ok(()));
    for left_out in 0..all.len() {
        let mut some = all.to_vec();
        some.remove(left_out);
        let closing = dossier(&some).may_follow(&Entry::Closed, MARA, &zone);
        assert_eq!(closing, Err(Error::Conflict("breaches-conflict-open")), "without {left_out}");
    }
    let mut closed = dossier(&all);
    closed.take(Entry::Closed, mark(MARA, 30));
    assert_eq!(closed.may_follow(&contained(), MARA, &zone), Err(Error::Conflict("breaches-conflict-closed")));
    assert_eq!(closed.next_due(&zone), None);
}

#[test]
fn what_comes_to_light_later_opens_a_closed_case_and_undoes_a_no() {
    let zone = TimeZone::UTC;
    let more = || Entry::Reopened("A second list was found.".to_owned());
    let mut case = dossier(&[
        (facts(&[Law::Gdpr]), MARA),
        (affected(1), MARA),
        (contained(), MARA),
        (decided(Tells::Nobody), MARA),
        (Entry::Agreed, ADA),
        (Entry::Learned("Lists stay in the drawer.".to_owned()), ADA),
    ]);
    assert_eq!(case.may_follow(&more(), MARA, &zone), Err(Error::Conflict("breaches-conflict-not-closed")));
    case.take(Entry::Closed, mark(MARA, 30));
    assert_eq!(case.may_follow(&more(), MARA, &zone), Ok(()));
    case.take(more(), mark(MARA, 40));
    assert!(case.closed.is_none() && case.decided.is_none(), "who is told is decided anew");
    assert_eq!(case.next_due(&zone), Some(START + Span::hours(40 + 72)), "and its clocks run from there");
    assert_eq!(case.may_follow(&Entry::Closed, MARA, &zone), Err(Error::Conflict("breaches-conflict-open")));
}

#[test]
fn whoever_was_told_before_a_case_was_opened_again_is_told_again() {
    let zone = TimeZone::UTC;
    let mut case = dossier(&[
        (facts(&[Law::Gdpr]), MARA),
        (affected(1), MARA),
        (contained(), MARA),
        (decided(Tells::Everybody), MARA),
        (told(Telling::GdprAuthority, 5), MARA),
        (told(Telling::GdprPeople, 6), MARA),
        (Entry::Learned("Lists stay in the drawer.".to_owned()), ADA),
        (Entry::Closed, MARA),
    ]);
    assert_eq!(case.next_due(&zone), None);
    case.take(Entry::Reopened("A second list was found.".to_owned()), mark(MARA, 300));
    assert!(case.decided.is_none() && case.reopened == Some(START + Span::hours(300)));
    assert_eq!(case.next_due(&zone), Some(START + Span::hours(372)));
    assert_eq!(case.open_stages(&zone), [Stage::Decide, Stage::Tell, Stage::Learn]);
    assert_eq!(case.may_follow(&Entry::Closed, MARA, &zone), Err(Error::Conflict("breaches-conflict-open")));
    let clocks = case.clocks(&zone);
    assert!(clocks.iter().all(|clock| case.runs(clock) && case.told_before(clock).count() == 1), "it is kept");
    case.take(affected(2), mark(MARA, 301));
    case.take(decided(Tells::Everybody), mark(MARA, 302));
    for telling in [Telling::GdprAuthority, Telling::GdprPeople] {
        assert_eq!(case.may_follow(&told(telling, 303), MARA, &zone), Ok(()));
        case.take(told(telling, 303), mark(MARA, 303));
        assert_eq!(case.may_follow(&told(telling, 304), MARA, &zone), Err(Error::Conflict("breaches-conflict-told")));
    }
    assert_eq!(case.open_stages(&zone), [Stage::Learn]);
    case.take(Entry::Learned("And the second drawer.".to_owned()), mark(ADA, 305));
    assert_eq!(case.may_follow(&Entry::Closed, MARA, &zone), Ok(()));
    assert_eq!((case.before.told.len(), case.before.learned.len(), case.learned.len()), (2, 1, 1));
}

#[test]
fn clocks_of_a_case_that_was_opened_again_count_from_what_is_later() {
    let zone = TimeZone::UTC;
    let mut case = dossier(&[(facts(&[Law::Gdpr]), MARA), (Entry::Closed, MARA)]);
    case.take(Entry::Reopened("More.".to_owned()), mark(MARA, 40));
    case.take(facts(&[Law::Gdpr]), mark(MARA, 41));
    assert_eq!(case.next_due(&zone), Some(START + Span::hours(112)), "facts of before do not turn it back");
    let Entry::Facts(later) = facts(&[Law::Gdpr]) else { panic!("they are facts") };
    case.take(Entry::Facts(Facts { discovered: START + Span::hours(45), ..later }), mark(MARA, 46));
    assert_eq!(case.next_due(&zone), Some(START + Span::hours(117)));
}

#[test]
fn many_more_people_bring_the_department_and_the_press_forward() {
    let zone = TimeZone::UTC;
    let mut case = dossier(&[(facts(&[Law::Hipaa]), MARA), (affected(3), MARA)]);
    assert_eq!(case.clocks(&zone).len(), 2);
    case.take(affected(499), mark(MARA, 9));
    let clocks = case.clocks(&zone);
    assert_eq!(case.count(), 500);
    assert_eq!(clocks.iter().map(|clock| clock.due).collect::<Vec<_>>(), [START + Span::days(60); 3]);
}

#[test]
fn nobody_is_told_twice_and_nobody_whom_no_clock_names() {
    let zone = TimeZone::UTC;
    let case = dossier(&[(facts(&[Law::Gdpr]), MARA), (told(Telling::GdprPeople, 2), MARA)]);
    let again = case.may_follow(&told(Telling::GdprPeople, 3), MARA, &zone);
    assert_eq!(again, Err(Error::Conflict("breaches-conflict-told")));
    let strange = case.may_follow(&told(Telling::HipaaMedia, 3), MARA, &zone);
    assert_eq!(strange, Err(Error::invalid("telling", "fault-choose")));
}
