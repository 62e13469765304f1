//! Who gets which slot: those who have one keep it, the others take what is free.

use floor::Seat;

/// The seat behind each slot. `wanted` has the most important first; with too few slots the last are left out.
pub(crate) fn assign(behind: &[Option<Seat>], wanted: &[Seat]) -> Vec<Option<Seat>> {
    let wanted = &wanted[..wanted.len().min(behind.len())];
    let mut after: Vec<Option<Seat>> =
        behind.iter().map(|seat| seat.filter(|seat| wanted.contains(seat))).collect();
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
