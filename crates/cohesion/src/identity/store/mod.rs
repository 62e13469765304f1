//! SQL of identity, a file for each noun.

pub(super) mod accounts;
pub(super) mod forget;
pub(super) mod invitations;
pub(super) mod left;
pub(super) mod logins;
pub(super) mod people;
pub(super) mod second_steps;
pub(super) mod throttles;
