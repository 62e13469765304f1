//! What people agree to before they belong: texts in editions, each member's signatures under them, and taking one back.
//!
//! A signature is a row that no statement changes: who, when, which edition, and the digest of its exact wording. The text
//! that was signed is kept for as long as the signature is.

mod agreement;
mod deeds;
mod due;
mod edition;
mod pages;
mod publish;
mod set_up;
mod sign;
mod signature;
mod store;
#[cfg(test)]
mod tests;
mod wording;

pub use agreement::Agreement;
pub use due::{Due, Why, due};
pub use edition::{Edition, Renewal, edition, in_force};
pub(crate) use pages::{draw, routes};
pub use publish::publish;
pub(crate) use set_up::texts_step;
pub use sign::{Signing, sign, withdraw};
pub use signature::{Signature, signature, signatures_of, unsigned};
pub(crate) use store::{ALL as STATEMENTS, forget_member};
pub use wording::{Block, blocks, title};
