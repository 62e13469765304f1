//! SQL of questionnaires: what is asked, what was answered, and what the answers came to.

mod assignments;
mod forget;
mod responses;
mod tallies;

pub(crate) use assignments::ALL as ASSIGNMENTS;
pub(super) use assignments::*;
pub(crate) use forget::{ALL as FORGET, forget_member};
pub(crate) use responses::ALL as RESPONSES;
pub(super) use responses::*;
pub(crate) use tallies::ALL as TALLIES;
pub(super) use tallies::*;
