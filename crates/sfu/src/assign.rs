//! Who gets which slot: those who have one keep it, the others take what is free.

use floor::Seat;

/// The seat behind each slot. `wanted` has the most important first; with too few slots the last are left out.
pub(crate) fn assign(behind: &[Option<Seat>], wanted: &[Seat]) -> Vec<Option<Seat>> {
    let wanted = &wanted[..wanted.len().min(behind.len())];
    let mut after: Vec<Option<Seat>> = behind.iter().map(|seat| seat.filter(|seat| wanted.contains(seat))).collect();
    for seat in wanted {
        if after.contains(&Some(*seat)) {
            continue;
        }
        if let Some(free) = after.iter_mut().find(|slot| slot.is_none()) {
            *free = Some(*seat);
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whoever_is_wanted_and_fits_has_one_slot_and_keeps_it(
            behind in prop::collection::vec(prop::option::of(0..9_u128), 0..7),
            wanted in prop::collection::hash_set(0..9_u128, 0..9),
        ) {
            let mut known = HashSet::new();
            let behind: Vec<Option<Seat>> =
                behind.into_iter().map(|seat| seat.filter(|seat| known.insert(*seat)).map(Seat)).collect();
            let wanted: Vec<Seat> = wanted.into_iter().map(Seat).collect();
            let after = assign(&behind, &wanted);
            let first = &wanted[..wanted.len().min(behind.len())];
            let has: HashSet<Seat> = after.iter().flatten().copied().collect();
            prop_assert_eq!(after.iter().flatten().count(), has.len(), "nobody twice");
            prop_assert_eq!(has, first.iter().copied().collect::<HashSet<_>>());
            for (before, now) in behind.iter().zip(&after) {
                if before.is_some_and(|seat| first.contains(&seat)) {
                    prop_assert_eq!(before, now, "kept");
                }
            }
        }
    }
}
