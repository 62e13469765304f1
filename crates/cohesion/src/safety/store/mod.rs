//! SQL of safety, by what it keeps.

mod alerts;
mod duties;

pub(super) use alerts::*;
pub(super) use duties::{find_duty, replace_duty};

pub(crate) use alerts::ALL as ALERTS;
pub(crate) use duties::ALL as DUTIES;
