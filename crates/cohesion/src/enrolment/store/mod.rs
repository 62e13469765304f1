//! SQL of the way into a group: the ways themselves, the papers on them, and what stands beside them.

mod alone;
mod forget;
mod notes;
mod papers;
mod ways;

pub(crate) use alone::ALL as ALONE;
pub(super) use alone::*;
pub(crate) use forget::{ALL as FORGET, forget_member, forget_person};
pub(crate) use notes::ALL as NOTES;
pub(super) use notes::*;
pub(crate) use papers::ALL as PAPERS;
pub(super) use papers::*;
pub(crate) use ways::ALL as WAYS;
pub(super) use ways::*;
