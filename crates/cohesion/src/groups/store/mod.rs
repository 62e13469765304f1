//! SQL of groups: themselves and their leaders, who sits there, and when they meet.

mod groups;
mod seats;
mod sessions;

pub(crate) use groups::ALL as GROUPS;
pub(super) use groups::*;
pub(super) use seats::*;
pub(crate) use seats::{ALL as SEATS, forget_member};
pub(crate) use sessions::ALL as SESSIONS;
pub(super) use sessions::*;
