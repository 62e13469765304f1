//! A word from one member to another: what somebody did, and what it did to whoever writes. Whoever leads opens it, reads each
//! word first, and passes it on or gives it back.
//!
//! Until then it is the giver's, under the key of their membership. What is passed on is a copy under the key of the
//! receiver's, with the name that the giver has in the group. The receiver may listen, thank, or say that they would like to
//! talk about it in the group; there is no writing back.

mod answer;
mod decide;
mod deeds;
mod give;
mod open;
mod pages;
mod see;
mod store;
#[cfg(test)]
mod tests;
mod word;

pub use answer::answer;
pub use decide::{Verdict, decide};
pub use give::{Giving, Outcome, give, take_back};
pub use open::{Door, is_open, set_door};
pub(crate) use pages::{group_part, routes};
pub use see::{Given, Received, Waiting, given, received, receivers, waiting};
pub(crate) use store::{ALL as STATEMENTS, forget_member};
pub use word::{Answer, Kind, Said, State};

crate::ids! {
    /// A word from one member to another.
    AppreciationId;
}
