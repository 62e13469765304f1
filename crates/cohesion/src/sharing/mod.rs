//! Threads between meetings, and how they are looked after. In a support group members open them in a space that whoever
//! facilitates has switched on; in a therapy group whoever leads opens one for stated hours, and it says that nobody watches it.
//!
//! A thread is sealed under a key of its own, which is erased with it on the day that was named when it was opened. A post says
//! whether it gives, asks or only wants to be heard, to whom it is shown, and under which name: the one of this group, and
//! nothing that could be found again in another. Word lists hold back what a person has to look at first; they judge nobody.
//! What tells of danger is raised like any other sign, whoever is on duty. Members cannot write to each other alone; two who
//! both agree can exchange ways to be reached.

mod appeal;
mod ask_contact;
mod audience;
mod begin;
mod contact;
mod decide;
mod deeds;
mod erase;
mod exchange;
mod find;
mod forget;
mod matter;
mod pages;
mod pass_on;
mod post;
mod react;
mod read;
mod record;
mod report;
mod settle;
mod space;
mod step_back;
mod store;
mod team;
mod tell_of_risk;
#[cfg(test)]
mod tests;
mod thread;
mod watch;
mod write;

pub use appeal::appeal;
pub use ask_contact::{Asking, ask_contact};
pub use audience::{show_to, take_back};
pub use begin::{Opening, begin, close};
pub use contact::{Exchange, ExchangeState, Party};
pub use decide::{Verdict, decide, take_out};
pub(crate) use erase::{ERASE, erase};
pub use exchange::{Reply, exchanges, reply_to_contact};
pub use find::{Found, find};
pub(crate) use forget::forget_member;
pub use matter::{Cause, Outcome, Reason, Stage, Tier};
pub(crate) use pages::{group_part, routes, thread_region};
pub(crate) use pass_on::{PASS_ON, pass_on};
pub use post::{Audience, By, Kind, Post, PostState, Reaction};
pub use react::react;
pub use read::{Leaf, Until, leaf, post, threads};
pub use record::{Matter, matter, matters};
pub use report::{Reported, report};
pub use settle::{settle, space_of};
pub use space::{Quiet, Reading, Space};
pub use step_back::{away_until, step_back};
pub(crate) use store::{CONTACTS, FORGET, MATTERS, POSTS, THREADS, forget_again};
pub(crate) use tell_of_risk::{TELL_OF_RISK, tell_of_risk};
pub use thread::{Side, Thread};
pub use watch::Watch;
pub use write::{Done, Sending, Writing, write};

use crate::safety::{Finding, Rules, Sort};

crate::ids! {
    /// A thread between meetings.
    ThreadId;
    /// What somebody wrote in a thread.
    PostId;
    /// Something in a thread that somebody has to look after.
    MatterId;
    /// Two members who may come to exchange ways to be reached.
    ExchangeId;
}
