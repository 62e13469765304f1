//! The front door: what a visitor reads who is not signed in, "Which fits me?", the groups that the practice shows, and the
//! ways to ask for a place in one or to join it alone.
//!
//! All of it is closed until whoever runs the site opens it; a closed door, and a group that is not shown, look like what does
//! not exist. What a group says in public is plain, since every visitor may read it. What a visitor writes becomes an
//! enquiry, sealed like any other; what they answer to "Which fits me?" is kept nowhere.

mod ask;
mod claim;
mod deeds;
mod fits;
mod open;
mod pages;
mod public;
mod show;
mod store;
#[cfg(test)]
mod tests;

pub use ask::{Asking, ask};
pub use claim::claims;
pub use fits::{Answers, Care, First, Now, OwnWords, Rhythm, Suggestion, Way, Wish, suggest};
pub use open::{Door, door, open_door};
pub(crate) use pages::{front_page, group_part, routes};
pub use public::{PublicWords, ShownGroup, shown_group, shown_groups};
pub use show::{Outcome, Showing, Visibility, show_group, showing};
pub(crate) use store::ALL as STATEMENTS;
