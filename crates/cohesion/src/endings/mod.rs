//! The end of a group and of a membership: a phase with things to do, a summary for each member, a look back without names,
//! questions some months afterwards, and the steps towards whoever left early.
//!
//! The phase of a closed group begins by itself, when three quarters of its sessions are held. In a group that goes on, whoever
//! leads announces the end of one membership. A summary is composed from the member's own records, written on, signed, and
//! then never changed; a trainee's waits until whoever supervises them has signed beside. The member reads it once it is given
//! out. What members say of the group lies in one sealed value, and is shown in batches, so that nobody's answer can be told
//! from another's by when it came.

mod announce;
mod begin;
mod booster;
mod checklist;
mod compose;
mod countersign;
mod deeds;
mod evaluate;
mod evaluation;
mod give_out;
mod leaver;
mod pages;
mod phase;
mod repeat;
mod see;
mod shown;
mod sign;
mod store;
mod summary;
#[cfg(test)]
mod tests;
mod tick;
mod write;

pub use announce::{Announced, announce};
pub(crate) use begin::after_session;
pub use booster::Booster;
pub(crate) use booster::{BOOSTER, after_the_end, send_booster};
pub use checklist::{Item, Subject};
pub use countersign::{WaitingSummary, asked_beside, countersign, send_back, summaries_waiting, waiting_summaries};
pub use evaluate::{Looking, evaluate, evaluation, may_look_back};
pub use evaluation::{Evaluation, QUESTIONS, SHOWN_FROM};
pub use give_out::{give_out, own_summaries};
pub use leaver::{Leaver, LeaverStep, leavers, take_leaver_step};
pub(crate) use pages::{group_part, routes};
pub use phase::Phase;
pub use repeat::{assign_relapse_plan, repeat_measures};
pub use see::{Ending, MemberEnding, SummaryState, ending, open_items};
pub use sign::{Signing, sign};
pub(crate) use store::{ENDINGS, EVALUATIONS, FORGET, SUMMARIES, forget_member};
pub use summary::{Body, Returned, Summary, summary, summary_at};
pub use tick::{Tick, tick};
pub use write::{Written, mend, write};
