//! Feedback to one member: letters that a therapist writes, chooses from and releases; what the member's own records show, with
//! the member's word beside it; and whether a score was talked about.
//!
//! Nothing here is sent by itself. A letter is a draft until somebody releases it, and what was released is what opens for
//! ever: a correction is another letter. Every gathering is about one person, and only of what its reader may see:
//! `gather.rs` reads a member's worksheets in two ways, all of them for themself and the shown ones for those who lead.

mod answer;
mod begin;
mod calendar;
mod close;
mod confirm;
mod deeds;
mod discard;
mod discuss;
mod gather;
mod keep;
mod letter;
mod mend;
mod occasion;
mod pages;
mod pattern;
mod release;
mod remark;
mod sayings;
mod sheets;
mod store;
mod suggest;
mod take;
#[cfg(test)]
mod tests;

pub use answer::answer;
pub use begin::begin;
pub use close::{Waiting, close, waiting_answers};
pub use confirm::{Confirming, Own, confirm, own_occasions};
pub use discard::discard;
pub use discuss::discuss;
pub use gather::{my_patterns, patterns_of};
pub use keep::{Typed, keep};
pub use letter::{Body, Chart, Fits, Letter, LetterState, Part, Reply, letter, letters_of, my_letters};
pub use mend::mend;
pub use occasion::{Counted, Loops, Occasion, Stage, loop_of, loops_in};
pub(crate) use pages::routes;
pub use pages::{answer_rows, own_part, today_rows};
pub use pattern::{Mine, Patterns, Told};
pub use release::{Obstacle, Released, Spoken, obstacles, release};
pub use remark::{NewRemark, Opinion, Remark, remark};
pub use sayings::{sentence, worked_out};
pub(crate) use store::{FORGET, LETTERS, REMARKS, TALKS, forget_member};
pub use suggest::{Helps, Suggestion, suggestions_for};
pub use take::take;

crate::ids! {
    /// A letter to one member.
    LetterId;
    /// A member's word about a statement.
    RemarkId;
}
