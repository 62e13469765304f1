//! People, and how they prove who they are: invitations, passphrases, second factors, recovery codes and logins.

mod account;
mod client;
mod cookie;
mod device;
mod login;
mod people;
mod profile;
mod signed_in;
mod store;
#[cfg(test)]
mod tests;
mod token;

pub use account::{AccountKind, close_account};
pub use client::{ClientAddress, Peer};
pub use device::{Browser, Device};
pub use login::{Login, LoginState, end_all_logins, end_login, is_living, lock, logins, open_login};
pub use people::{add_person, called, change_profile, profile};
pub use profile::Profile;
pub use signed_in::{Visitor, Who, practice_here};
pub(crate) use store::{accounts::ALL as ACCOUNTS, logins::ALL as LOGINS, people::ALL as PEOPLE};
pub use token::Token;
