//! Plans of rotation: what they say, and that they may be cut off anywhere.

use proptest::prelude::*;

use crate::{
    Fingerprint, KeyId,
    rotation::{Held, RootMissing, Roots, State, Step, plan},
};

const OLD: Fingerprint = [1; 8];
const NEW: Fingerprint = [2; 8];
const ONLY_OLD: Roots = Roots { current: OLD, next: None };
const OLD_TO_NEW: Roots = Roots { current: OLD, next: Some(NEW) };

fn held(id: u8, root: Fingerprint, state: State) -> Held {
    Held { id: key(id), root, state }
}

fn key(id: u8) -> KeyId {
    KeyId([id; 16])
}

fn rewrap(id: u8) -> Step {
    Step::Rewrap { id: key(id), from: OLD, to: NEW }
}

#[test]
fn what_remains_to_be_done() {
    use State::{Active, Replaced};
    use Step::{Promote, Reseal, Retire};
    let spent = Replaced { values: 0 };
    let in_use = Replaced { values: 9 };
    let promote = Promote { root: NEW };
    for (roots, keys, steps) in [
        (ONLY_OLD, vec![], vec![]),
        (ONLY_OLD, vec![held(1, OLD, Active)], vec![]),
        (ONLY_OLD, vec![held(1, OLD, spent)], vec![Retire { id: key(1) }]),
        (ONLY_OLD, vec![held(1, OLD, in_use)], vec![Reseal { id: key(1) }, Retire { id: key(1) }]),
        (OLD_TO_NEW, vec![], vec![promote]),
        (OLD_TO_NEW, vec![held(1, OLD, Active), held(2, OLD, Active)], vec![rewrap(1), rewrap(2), promote]),
        (OLD_TO_NEW, vec![held(1, NEW, Active), held(2, OLD, Active)], vec![rewrap(2), promote]),
        (OLD_TO_NEW, vec![held(1, NEW, Active), held(2, NEW, Active)], vec![promote]),
        (Roots { current: NEW, next: None }, vec![held(1, NEW, Active)], vec![]),
        (Roots { current: NEW, next: Some(NEW) }, vec![held(1, NEW, Active)], vec![]),
        (
            OLD_TO_NEW,
            vec![held(1, OLD, in_use), held(2, OLD, spent), held(3, OLD, Active)],
            vec![Retire { id: key(2) }, rewrap(1), rewrap(3), promote, Reseal { id: key(1) }, Retire { id: key(1) }],
        ),
    ] {
        assert_eq!(plan(roots, &keys), Ok(steps), "{roots:?} {keys:?}");
    }
}

#[test]
fn nothing_is_begun_while_a_root_key_is_missing() {
    let keys = [held(1, OLD, State::Active), held(2, [3; 8], State::Active)];
    let refusal = plan(OLD_TO_NEW, &keys).unwrap_err();
    assert_eq!(refusal, RootMissing { id: key(2), root: [3; 8] });
    assert!(refusal.to_string().contains("Put that root key file back"));
}

/// What each step leaves behind, written independently of the plan.
fn take(step: Step, roots: &mut Roots, keys: &mut Vec<Held>) {
    match step {
        Step::Rewrap { id, from, to } => {
            let key = keys.iter_mut().find(|key| key.id == id && key.root == from).expect("a key to rewrap");
            key.root = to;
        }
        Step::Promote { root } => *roots = Roots { current: root, next: None },
        Step::Reseal { id } => {
            let key = keys.iter_mut().find(|key| key.id == id).expect("a key to reseal");
            key.state = State::Replaced { values: 0 };
        }
        Step::Retire { id } => {
            let at = keys.iter().position(|key| key.id == id).expect("a key to retire");
            assert_eq!(keys.remove(at).state, State::Replaced { values: 0 }, "values would be lost");
        }
    }
}

fn any_keys() -> impl Strategy<Value = Vec<Held>> {
    let state = prop_oneof![Just(State::Active), (0..3_u64).prop_map(|values| State::Replaced { values })];
    let root = prop_oneof![Just(OLD), Just(NEW)];
    prop::collection::vec((root, state), 0..30)
        .prop_map(|keys| (0..).zip(keys).map(|(id, (root, state))| held(id, root, state)).collect())
}

proptest! {
    #[test]
    fn a_plan_cut_off_after_any_step_goes_on_with_the_rest(mut keys in any_keys()) {
        let mut roots = OLD_TO_NEW;
        let mut remaining = plan(roots, &keys).unwrap();
        while !remaining.is_empty() {
            take(remaining.remove(0), &mut roots, &mut keys);
            let readable = keys.iter().all(|key| key.root == roots.current || Some(key.root) == roots.next);
            prop_assert!(readable, "a key could not be unwrapped: {:?} {:?}", roots, keys);
            prop_assert_eq!(plan(roots, &keys).unwrap(), remaining.clone());
        }
        prop_assert_eq!(roots, Roots { current: NEW, next: None });
        prop_assert!(keys.iter().all(|key| key.root == NEW && key.state == State::Active));
    }

    #[test]
    fn a_key_made_while_rotating_is_taken_along(mut keys in any_keys(), at: prop::sample::Index) {
        let mut roots = OLD_TO_NEW;
        let steps = plan(roots, &keys).unwrap();
        for step in &steps[..at.index(steps.len())] {
            take(*step, &mut roots, &mut keys);
        }
        keys.push(held(99, roots.current, State::Active));
        for step in plan(roots, &keys).unwrap() {
            take(step, &mut roots, &mut keys);
        }
        prop_assert!(keys.iter().all(|key| key.root == NEW && key.state == State::Active));
    }
}
