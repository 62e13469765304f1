//! SQL of plans: agendas, what leaders write for themselves around a session, and what is looked at afterwards.

mod agendas;
mod briefs;
mod reviews;

pub(crate) use agendas::ALL as AGENDAS;
pub(super) use agendas::*;
pub(crate) use briefs::ALL as BRIEFS;
pub(super) use briefs::*;
pub(crate) use reviews::ALL as REVIEWS;
pub(super) use reviews::*;
