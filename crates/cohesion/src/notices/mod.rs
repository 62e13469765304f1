//! What a person is told: a line in their list here, and a neutral mail outside.
//!
//! A notice holds ids only; its words come from `locales/` when the page is drawn. A mail says nothing that matters if the
//! wrong eyes read it: whose site it is, and where to sign in (security.md GR-09). Each mail has one recipient.

mod aside;
mod deeds;
mod forget;
mod invitation;
mod kind;
mod mail;
mod notice;
mod nudge;
mod pages;
mod paper;
mod send;
mod smtp;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use aside::tell_of_job;
pub(crate) use forget::{FORGET, forget};
pub(crate) use invitation::{mail_invitation, tell_old_address};
pub use kind::{Kind, Way};
pub use mail::{Envelope, Mail, Outgoing, outbox, post};
pub use notice::{Notice, notices, read_all, tell};
pub(crate) use nudge::{NUDGE, nudge};
pub(crate) use pages::routes;
pub(crate) use paper::tell_of_paper;
pub(crate) use send::{SEND, send};
pub(crate) use store::{ALL as STATEMENTS, forget_person};
