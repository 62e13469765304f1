//! People, and how they prove who they are: invitations, passphrases, second factors, recovery codes and logins.

mod people;
mod profile;
mod store;

pub use people::{add_person, called, change_profile, profile};
pub use profile::Profile;
pub(crate) use store::ALL as STATEMENTS;
