//! SQL of groups: themselves and their leaders, who sits there, and when they meet.

mod groups;
mod names;
mod seats;
mod sessions;

pub(crate) use groups::ALL as GROUPS;
pub(super) use groups::*;
pub(crate) use names::ALL as NAMES;
pub(super) use names::*;
pub(super) use seats::*;
pub(crate) use seats::{ALL as SEATS, forget_member};
pub(crate) use sessions::ALL as SESSIONS;
pub(super) use sessions::*;
