//! The decision table, walked whole.

use super::{About, Actor, Deed, Refusal, SignedIn, Standing, Tie, decide};
use crate::clock::{CLOCKS_APART, Span, Timestamp};
use crate::id::{LoginId, PersonId, PracticeId};
use crate::limits;

const NOW: Timestamp = Timestamp(1_000_000_000_000);

fn person(proven_at: Timestamp) -> Actor {
    Actor::Person(SignedIn {
        practice: PracticeId([1; 16]),
        person: PersonId([2; 16]),
        login: LoginId([3; 16]),
        proven_at,
    })
}

#[test]
fn every_cell_of_the_table_says_what_the_ties_say() {
    let stranger = About::person(PersonId([9; 16]));
    for deed in Deed::ALL {
        for tie in Tie::ALL {
            let yes = decide(&person(NOW), NOW, *deed, Standing::NONE.with(tie), stranger).is_ok();
            let innate = [Tie::Anyone, Tie::SignedIn].iter().any(|tie| deed.who_may().contains(tie));
            assert_eq!(yes, innate || deed.who_may().contains(&tie), "{} by {}", deed.code(), tie.code());
        }
    }
}

#[test]
fn another_tie_never_takes_a_right_away() {
    for deed in Deed::ALL {
        for tie in Tie::ALL {
            for more in Tie::ALL {
                let less = decide(&person(NOW), NOW, *deed, Standing::NONE.with(tie), About::NOTHING);
                let with = decide(&person(NOW), NOW, *deed, Standing::NONE.with(tie).with(more), About::NOTHING);
                assert!(less.is_err() || with.is_ok(), "{}", deed.code());
            }
        }
    }
}

#[test]
fn a_sensitive_deed_asks_for_a_fresh_proof() {
    let just_in_time = NOW - limits::STEP_UP;
    let too_old = just_in_time - Span(1);
    let ask = |proven_at| {
        let standing = Standing::NONE.with(Tie::Administrator);
        decide(&person(proven_at), NOW, Deed::InviteStaff, standing, About::NOTHING)
    };
    assert!(ask(just_in_time).is_ok());
    assert_eq!(ask(too_old), Err(Refusal::StaleProof));
    assert!(ask(NOW + CLOCKS_APART).is_ok());
    assert_eq!(ask(NOW + CLOCKS_APART + Span(1)), Err(Refusal::StaleProof), "a clock went back since");
}

#[test]
fn the_program_itself_is_not_a_person_of_the_practice() {
    let system = Actor::System(PracticeId([1; 16]));
    for deed in Deed::ALL {
        let yes = decide(&system, NOW, *deed, Standing::NONE, About::NOTHING).is_ok();
        assert_eq!(yes, deed.who_may().iter().any(|tie| matches!(tie, Tie::System | Tie::Anyone)), "{}", deed.code());
    }
}

#[test]
fn every_word_of_the_audit_log_names_one_deed() {
    for deed in Deed::ALL {
        assert_eq!(Deed::from_code(deed.code()), Some(*deed));
    }
}
