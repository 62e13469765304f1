//! SQL of goals: the goals themselves with their versions and ratings, what groups are for, and private steps.

mod aims;
mod forget;
mod goals;
mod steps;

pub(crate) use aims::ALL as AIMS;
pub(super) use aims::*;
pub(crate) use forget::{ALL as FORGET, forget_member};
pub(crate) use goals::ALL as GOALS;
pub(super) use goals::*;
pub(crate) use steps::ALL as STEPS;
pub(super) use steps::*;
