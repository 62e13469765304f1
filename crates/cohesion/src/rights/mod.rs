//! A member's rights: what is kept of them, until when and why; a copy of what is theirs; corrections; and erasing.
//!
//! What may go at once and what must stay is the charter's to say, group by group, and `fate.rs` works it out. Erasing is
//! deleting the rows and destroying the keys under which they were sealed. The clock of retention does the same by itself
//! once its time has come and whoever looks after the site could see it for a while. A legal hold stops both.

mod clock;
mod correct;
mod deeds;
mod erase;
mod export;
mod fate;
mod hold;
mod pages;
mod see;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use clock::{RETAIN, retain};
pub use clock::{Standing, Upcoming, upcoming};
pub use correct::{Correction, answer_correction, ask_to_correct, corrections_of, own_corrections};
pub use erase::{Erased, erase};
pub use export::{Chapter, Entry, Export, export};
pub use fate::{Fate, Membership, Plan, months_after};
pub use hold::{Hold, On, holds, lift, place};
#[cfg(test)]
use pages::drawn;
pub(crate) use pages::routes;
pub use see::{Kept, kept_of, own_kept};
pub(crate) use store::ALL as STATEMENTS;

crate::ids! {
    /// A legal hold on the records of a person or a group.
    HoldId;
    /// Something that a member asks to be corrected.
    CorrectionId;
}
