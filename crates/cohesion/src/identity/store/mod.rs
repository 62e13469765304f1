//! SQL of identity, a file for each noun.

pub(super) mod accounts;
pub(super) mod logins;
pub(super) mod people;
